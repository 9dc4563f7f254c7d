#include "rows/period_condition.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "rows/row_batch.hpp"
#include "text/problem.hpp"
#include "values/calendar_words.hpp"

namespace cxm {

namespace {

using kind = condition_step::kind;

bool is_order(comparison_operator how) {
    return how != comparison_operator::equal && how != comparison_operator::unequal;
}

bool holds(comparison_operator how, int sign) {
    switch (how) {
        case comparison_operator::less: return sign < 0;
        case comparison_operator::at_most: return sign <= 0;
        case comparison_operator::more: return sign > 0;
        case comparison_operator::at_least: return sign >= 0;
        case comparison_operator::equal: return sign == 0;
        default: return sign != 0;
    }
}

/// The period that is compared with, nothing where a text is another label.
std::optional<period> period_of(comparison_operator how, const literal& with) {
    const calendar_reading read = read_calendar(with.text);
    using reading = calendar_reading::kind;
    switch (read.is) {
        case reading::one: return read.meant;
        case reading::either_day:
            throw bad_usage(
                fmt::format("period is compared with {}, which may be {} or {}: write the one that is meant",
                            quote_of(with.text), spell(read.meant), spell(read.month_first)));
        case reading::impossible:
            throw bad_usage(fmt::format("period is compared with {}, a {} that does not exist", quote_of(with.text),
                                        name(read.meant.of)));
        default: break;
    }
    if (is_order(how)) {
        throw bad_usage(fmt::format("period is compared with {}, which is no period of the calendar: write it as "
                                    "2024, 2024-Q1, 2024-03, 2024-W09 or 2024-03-15",
                                    quote_of(with.text)));
    }
    return std::nullopt;
}

[[noreturn]] void refuse_part(const period& own, comparison_operator how, const period& with) {
    const std::string_view side = how == comparison_operator::less || how == comparison_operator::at_least ? "before"
                                  : is_order(how)                                                          ? "after"
                                                                                                           : "in";
    throw cell_problem{0, fmt::format("{} is only in part {} {}: compare with a {}, such as '{}'", spell(own), side,
                                      spell(with), name(own.of), spell(containing(with.first, own.of)))};
}

/// Where a period stands to another, by the day at which the comparison divides time: below 0 before, 0 in it, above 0
/// after.
int sign_of(const period& own, comparison_operator how, const period& with) {
    const bool at_start = how == comparison_operator::less || how == comparison_operator::at_least;
    const bool at_end = how == comparison_operator::at_most || how == comparison_operator::more;
    const bool divided = (at_start && own.first < with.first && own.last >= with.first) ||
                         (at_end && own.first <= with.last && own.last > with.last);
    const bool within = own.first >= with.first && own.last <= with.last;
    const bool apart = own.last < with.first || own.first > with.last;
    if (divided || (!is_order(how) && !within && !apart)) {
        refuse_part(own, how, with);
    }
    if (at_start) {
        return own.first < with.first ? -1 : 1;
    }
    if (at_end) {
        return own.first > with.last ? 1 : -1;
    }
    return within ? 0 : own.first < with.first ? -1 : 1;
}

bool meets(std::string_view text, const period& own, comparison_operator how, const literal& with) {
    if (own.of == grain::free) {
        return holds(how, text.compare(with.text));
    }
    const std::optional<period> other = period_of(how, with);
    return other ? holds(how, sign_of(own, how, *other)) : how == comparison_operator::unequal;
}

/// Whether a step compares the period with texts, or with numbers that are years and the like.
bool is_of_periods(const condition& c, const condition_step& step) {
    if ((step.does != kind::compare && step.does != kind::among) || c.columns[step.column] != column_text{"period"}) {
        return false;
    }
    const auto first = c.literals.begin() + step.literals;
    return std::all_of(first, first + step.count, [](const literal& with) {
        return !with.is_number || read_calendar(with.text).is == calendar_reading::kind::one;
    });
}

}  // namespace

period_condition::period_condition(const condition& c) : asked_(c) {
    for (condition_step& step : asked_.steps) {
        if (is_of_periods(c, step)) {
            const auto first = c.literals.begin() + step.literals;
            comparisons_.push_back(
                {step.does == kind::among ? comparison_operator::equal : step.how, {first, first + step.count}});
            step.does = kind::answered;
            step.other = step.column;
            step.column = static_cast<std::uint32_t>(asked_.columns.size());
            asked_.columns.push_back({"period"});
        }
    }
}

std::string_view period_condition::answer(std::size_t number, std::string_view text) const {
    constexpr std::string_view yes("1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 1);
    constexpr std::string_view no("0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 1);
    if (text.empty()) {
        return blank_cell;
    }
    const period own = parse_period(text).value_or(period{});
    const auto& [how, with] = comparisons_[number];
    return std::any_of(with.begin(), with.end(), [&](const literal& each) { return meets(text, own, how, each); }) ? yes
                                                                                                                   : no;
}

}  // namespace cxm
