#include "bytes/front_source.hpp"

#include <algorithm>
#include <utility>

namespace cxm {

front_source::front_source(std::unique_ptr<byte_source> from, std::size_t bytes)
    : from_(std::move(from)), front_(bytes, '\0') {
    front_.resize(read_fully(*from_, front_.data(), bytes));
    whole_ = front_.size() < bytes;
}

void front_source::blank(std::size_t begin, std::size_t end) {
    if (begin >= end) {
        return;
    }
    std::replace_if(
        front_.begin() + static_cast<std::ptrdiff_t>(begin), front_.begin() + static_cast<std::ptrdiff_t>(end),
        [](char c) { return c != '\n'; }, ' ');
    changed_ = std::max(changed_, end);
}

std::size_t front_source::read(char* to, std::size_t size) {
    if (at_ == front_.size()) {
        return from_->read(to, size);
    }
    const std::size_t count = front_.copy(to, size, at_);
    at_ += count;
    return count;
}

std::size_t front_source::read_part(std::uint64_t from, char* to, std::size_t size) {
    const std::size_t count = from_->read_part(from, to, size);
    if (from < changed_) {
        const auto begin = static_cast<std::size_t>(from);
        front_.copy(to, std::min(count, changed_ - begin), begin);
    }
    return count;
}

}  // namespace cxm
