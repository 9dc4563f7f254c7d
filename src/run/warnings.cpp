#include "run/warnings.hpp"

#include <fmt/format.h>

#include "text/problem.hpp"
#include "text/shown.hpp"

namespace cxm {

void warn(const streams& io, const std::string& text, bool strict) {
    if (strict) {
        throw bad_input("", text);
    }
    fmt::print(io.err, "cxm: warning: {}\n", without_commands(text));
}

namespace {

constexpr std::size_t warnings_in_full = 5;

}  // namespace

void counted_warnings::add(const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
        if (++count_ <= warnings_in_full || strict_) {
            warn(io_, text, strict_);
        }
    }
}

void counted_warnings::finish() const {
    if (count_ > warnings_in_full) {
        warn(io_, fmt::format("and {} more {}", count_ - warnings_in_full, others_));
    }
}

}  // namespace cxm
