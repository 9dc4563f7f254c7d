#include "run/warnings.hpp"

#include <fmt/format.h>

namespace cxm {

void warn(const streams& io, const std::string& text) { fmt::print(io.err, "cxm: warning: {}\n", text); }

namespace {

constexpr std::size_t warnings_in_full = 5;

}  // namespace

void counted_warnings::add(const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
        if (++count_ <= warnings_in_full) {
            warn(io_, text);
        }
    }
}

void counted_warnings::finish() const {
    if (count_ > warnings_in_full) {
        warn(io_, fmt::format("and {} more {}", count_ - warnings_in_full, others_));
    }
}

}  // namespace cxm
