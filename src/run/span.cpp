#include "run/span.hpp"

#include <fmt/format.h>

#include "text/problem.hpp"
#include "values/calendar_words.hpp"

namespace cxm {

namespace {

std::optional<period> bound_of(std::string_view name, const std::optional<std::string>& text) {
    if (!text) {
        return std::nullopt;
    }
    const auto bound = calendar_period(*text);
    if (!bound) {
        throw bad_usage(fmt::format("{}: {} is no period; write 2024-03 or 2024-03-15", name, quote_of(*text)));
    }
    return bound;
}

}  // namespace

void add_flags(std::vector<flag>& to, span_flags& into, const char* group) {
    to.push_back({"--from", "PERIOD", "Leave out what is before this period", &into.from, group});
    to.push_back({"--to", "PERIOD", "Leave out what is after this period", &into.to, group});
}

period_span span_of(const span_flags& given) {
    const period_span span{bound_of("--from", given.from), bound_of("--to", given.to)};
    if (span.from && span.to && span.from->first > span.to->last) {
        throw bad_usage("--from " + shown(*given.from) + " is after --to " + shown(*given.to));
    }
    return span;
}

}  // namespace cxm
