#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "bytes/byte_source.hpp"

namespace cxm {

/// A source whose first bytes have been looked at.
class looked_at : public byte_source {
public:
    explicit looked_at(std::unique_ptr<byte_source> from) : from_(std::move(from)), first_(64, '\0') {
        first_.resize(read_fully(*from_, first_.data(), first_.size()));
    }

    const std::string& first() const { return first_; }

    std::size_t read(char* to, std::size_t size) override {
        if (at_ == first_.size()) {
            return from_->read(to, size);
        }
        const std::size_t count = first_.copy(to, size, at_);
        at_ += count;
        return count;
    }
    bool has_parts() const override { return from_->has_parts(); }
    std::size_t read_part(std::uint64_t from, char* to, std::size_t size) override {
        return from_->read_part(from, to, size);
    }
    std::uint64_t done() const override { return from_->done(); }
    std::uint64_t total() const override { return from_->total(); }

private:
    std::unique_ptr<byte_source> from_;
    std::string first_;
    std::size_t at_ = 0;
};

}  // namespace cxm
