#include "results/against.hpp"

#include <cxm/rollup.hpp>

#include <fmt/format.h>

#include "records/period_kinds.hpp"
#include "text/problem.hpp"

namespace cxm {

int held_against::side() const {
    if (!by) {
        return 0;
    }
    if (to->poor) {
        return in == band::good ? 1 : in == band::poor ? -1 : 0;
    }
    return by->is == standing::meets ? 1 : by->is == standing::misses ? -1 : 0;
}

estimate carried_on(const metric& m, estimate of_one, double periods) {
    const auto over = [&](double share) {
        return m.chain == chained::lost ? annualised(share, periods) : 1 - annualised(1 - share, periods);
    };
    of_one.comes_to.value = over(of_one.comes_to.value);
    if (of_one.limits) {
        of_one.limits->low = over(of_one.limits->low);
        of_one.limits->high = over(of_one.limits->high);
    }
    return of_one;
}

std::optional<held_against> hold_against(const report& of, std::size_t row, const result& r,
                                         const std::vector<target>& wanted) {
    if (!r.comes_to.ok()) {
        return std::nullopt;
    }
    const targeted figure{*r.of, of.rows, row, of.options.annualise};
    const target* const t = find_target(wanted, figure);
    if (t == nullptr) {
        return std::nullopt;
    }
    held_against held{t, r};
    const double periods = carried_over(*t, figure);
    if (periods == 0) {
        return held;
    }
    if (periods != 1) {
        held.judged = carried_on(*r.of, r, periods);
        held.carried = true;
    }
    const double value = held.judged.comes_to.value;
    held.by = judge_target(value, held.judged.limits, t->value, r.of->better);
    if (t->poor) {
        held.in = judge_band(value, held.judged.limits, t->value, *t->poor, r.of->better);
    }
    return held;
}

std::string span_in_words(std::string_view period) {
    const grain own = kind_of(period).value_or(grain::free);
    return own == grain::free ? shown(period) : fmt::format("a {}", name(own));
}

std::string_view name_of_span(std::string_view period) {
    const grain own = kind_of(period).value_or(grain::free);
    return own == grain::free ? std::string_view() : name(own);
}

std::string why_not_judged(const target& to, std::string_view period) {
    const grain own = kind_of(period).value_or(grain::free);
    const std::string is = own == grain::free ? fmt::format("{} is none", period.empty() ? "the period" : shown(period))
                                              : fmt::format("{} is a {}", shown(period), name(own));
    const bool joins = own != grain::free && own != grain::week && own < to.per && to.per != grain::week;
    const bool carries = own != grain::free && own < to.per && to.of->chain != chained::no;
    return fmt::format("the target is for a {}, and {}{}{}", name(to.per), is,
                       joins ? fmt::format("; --every {} joins them", name(to.per)) : std::string(),
                       !carries ? ""
                       : joins  ? ", --annualise carries it on"
                                : "; --annualise carries it on");
}

}  // namespace cxm
