#include "run/span.hpp"

#include <fmt/format.h>

#include <utility>

#include "problem.hpp"

namespace cxm {

namespace {

std::optional<period> bound_of(std::string_view name, const std::optional<std::string>& text) {
    if (!text) {
        return std::nullopt;
    }
    const auto found = parse_period(*text);
    if (!found || found->of == grain::free) {
        throw bad_usage(fmt::format("{}: {} is no period; write 2024-03 or 2024-03-15", name, quoted(*text)));
    }
    return found;
}

}  // namespace

bool period_span::holds(std::string_view written) const {
    const auto own = parse_period(written);
    return !own || own->of == grain::free || ((!from || own->last >= from->first) && (!to || own->first <= to->last));
}

void add_flags(std::vector<flag>& to, span_flags& into, const char* group) {
    to.push_back({"--from", "PERIOD", "Leave out what is before this period", &into.from, group});
    to.push_back({"--to", "PERIOD", "Leave out what is after this period", &into.to, group});
}

period_span span_of(const span_flags& given) {
    const period_span made{bound_of("--from", given.from), bound_of("--to", given.to)};
    if (made.from && made.to && made.from->first > made.to->last) {
        throw bad_usage("--from " + shown(*given.from) + " is after --to " + shown(*given.to));
    }
    return made;
}

period_span widened(period_span what, grain to) {
    if (what.from) {
        what.from = containing(what.from->first, to);
    }
    if (what.to) {
        what.to = containing(what.to->last, to);
    }
    return what;
}

records within(records all, const period_span& wanted) {
    if (!wanted.any()) {
        return all;
    }
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < all.size(); ++row) {
        if (wanted.holds(all.periods[row])) {
            rows.push_back(row);
        }
    }
    if (rows.size() == all.size()) {
        return all;
    }
    if (rows.empty()) {
        records none;
        none.source = all.source;
        none.currency = all.currency;
        return none;
    }
    return picked(all, rows);
}

}  // namespace cxm
