#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "bytes/byte_source.hpp"

namespace cxm {

/// A source of which the front is looked at before it is read, and parts of the front may be made blank.
class front_source : public byte_source {
public:
    /// Looks at so many bytes, or all there are.
    front_source(std::unique_ptr<byte_source> from, std::size_t bytes);

    const std::string& front() const { return front_; }

    /// Whether the front is all there is.
    bool is_whole() const { return whole_; }

    /// Puts a space in place of each byte of a stretch but its line feeds, so that lines and offsets stay what they
    /// are; a stretch that ends before it begins holds none.
    void blank(std::size_t begin, std::size_t end);

    std::size_t read(char* to, std::size_t size) override;
    bool has_parts() const override { return from_->has_parts(); }
    std::size_t read_part(std::uint64_t from, char* to, std::size_t size) override;
    std::uint64_t done() const override { return from_->done(); }
    std::uint64_t total() const override { return from_->total(); }

private:
    std::unique_ptr<byte_source> from_;
    std::string front_;
    bool whole_;
    std::size_t at_ = 0;       ///< what of the front was read on
    std::size_t changed_ = 0;  ///< bytes of the front up to the last that was made blank
};

}  // namespace cxm
