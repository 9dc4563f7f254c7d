#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "bytes/byte_source.hpp"
#include "bytes/input_block.hpp"

namespace cxm {

/// The longest record; a longer one comes as a block that does not end between records.
inline constexpr std::size_t longest_record = std::size_t{64} << 20;

/// Reads a file in blocks that end between records, and keeps count of lines.
class block_reader {
public:
    /// The name is for messages.
    block_reader(std::unique_ptr<byte_source> from, std::string name, std::size_t block_size)
        : from_(std::move(from)), name_(std::move(name)), block_size_(block_size) {}

    const std::string& name() const { return name_; }

    /// The front of what is left: at least so many bytes, or all there are. Valid until the next call.
    std::string_view peek(std::size_t bytes);

    /// Whether what `peek` gave is all there is.
    bool at_end() const { return ended_; }

    /// Whether a block has been given.
    bool began() const { return began_; }

    /// Passes over bytes that were peeked at.
    void skip(std::size_t bytes);

    /// The next block, which may be so many `times` as long as others; `end_of_records` says where the last whole
    /// record of a text ends, 0 if there is none.
    std::optional<input_block> next(const std::function<std::size_t(std::string_view)>& end_of_records,
                                    std::size_t times = 1);

    /// What was peeked at, as a block to name places in.
    input_block rest() const;

private:
    void fill(std::string& text, std::size_t bytes);
    /// Says how many lines end in a text that is passed over.
    std::uint64_t pass(std::string_view text);

    std::unique_ptr<byte_source> from_;
    std::string name_;
    std::size_t block_size_;
    std::string carry_;
    bool ended_ = false;
    bool began_ = false;
    std::uint64_t line_ = 1;
    std::uint64_t column_ = 1;
};

}  // namespace cxm
