#include "text/warnings.hpp"

#include <fmt/format.h>

namespace cxm {

namespace {

constexpr std::size_t most_in_full = 5;

}  // namespace

void counted_warnings::add(const std::string& text) {
    if (++count_ <= most_in_full) {
        to_(text);
    }
}

void counted_warnings::finish() const {
    if (count_ > most_in_full) {
        to_(fmt::format("and {} more {}", count_ - most_in_full, others_));
    }
}

}  // namespace cxm
