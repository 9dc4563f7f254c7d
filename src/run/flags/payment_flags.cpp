#include "run/flags/payment_flags.hpp"

#include <cmath>
#include <cxm/metrics/value.hpp>
#include <memory>

#include <fmt/format.h>

#include "records/inputs_of_row.hpp"
#include "text/problem.hpp"
#include "values/amount.hpp"
#include "values/number.hpp"

namespace cxm {

void add_flags(std::vector<flag>& to, payment_flags& into) {
    constexpr const char* group = "Over time";
    const choices words = words_in(payment_words);
    to.push_back({"--horizon", "PERIODS", "Count so many payments, not all that ever come", &into.horizon, group});
    to.push_back({"--growth", "SHARE", "With --horizon: how much each payment is above the one before (2%)",
                  &into.growth, group});
    to.push_back({"--payments", "WHEN",
                  either(words) + ": the first at the start, at the first renewal, or at the end of the first period",
                  &into.payments, group, words});
    to.push_back(
        {"--periods-per-year", "N", "Payments come so often in a year (1; 12 for months)", &into.per_year, group});
}

namespace {

double whole_of(std::string_view flag, const std::string& text) {
    const auto number = parse_number(text);
    if (!number || *number < 1 || *number > 1e6 || *number != std::floor(*number)) {
        throw bad_usage(fmt::format("{}: {} is no whole number of periods; write 12", flag, quote_of(text)));
    }
    return *number;
}

double growth_of(const std::string& text) {
    const auto growth = parse_amount(text);
    const bool is_share = growth && growth->in != amount::unit::points &&
                          (growth->in == amount::unit::percent || std::fabs(growth->number) < 1);
    if (!is_share || growth->number < -1) {
        throw bad_usage("--growth: " + quote_of(text) + " is no share by which a payment grows; write 2% or 0.02");
    }
    return growth->number;
}

/// Of a year, made that of one of several periods that come to it.
double kept_per_period(double kept_per_year, double periods) { return std::pow(kept_per_year, 1 / periods); }

}  // namespace

std::optional<payment_plan> settled(const payment_flags& given) {
    if (!given.horizon && !given.growth && !given.payments && !given.per_year) {
        return std::nullopt;
    }
    if (given.growth && !given.horizon) {
        throw bad_usage("--growth goes with --horizon: payments that grow for ever may have no end");
    }
    payment_plan plan;
    if (given.horizon) {
        plan.horizon = whole_of("--horizon", *given.horizon);
    }
    plan.growth = given.growth ? growth_of(*given.growth) : plan.growth;
    plan.when = given.payments ? value_of("--payments", *given.payments, payment_words) : plan.when;
    plan.per_year = given.per_year ? whole_of("--periods-per-year", *given.per_year) : plan.per_year;
    return plan;
}

std::string note_of(const payment_plan& plan, double discount) {
    constexpr std::string_view firsts[] = {"the first at the start", "the first at the first renewal",
                                           "the first at the end of the first period"};
    std::string text = plan.horizon
                           ? fmt::format("value over {} period{}", *plan.horizon, *plan.horizon == 1 ? "" : "s")
                           : std::string("all payments that ever come");
    text += fmt::format(", {}", firsts[static_cast<int>(plan.when)]);
    if (plan.growth != 0) {
        text += fmt::format(", each {:.10g} % {} the one before", std::fabs(plan.growth) * 100,
                            plan.growth > 0 ? "above" : "below");
    }
    if (plan.per_year != 1) {
        text += fmt::format("; {} a year, at a discount of {:.3g} % a period", plan.per_year,
                            discount_per_period(discount, plan.per_year) * 100);
    }
    return text;
}

void apply(const payment_plan& plan, report& to) {
    result& r = to.results.front();
    const auto given = [&](const measure& m) { return inputs_of_row(*r.of, to.rows, 0)[position(r.of->value, m)]; };
    if (r.comes_to.is == status::missing) {
        return;
    }
    const double margin = given(margin_per_year) / plan.per_year;
    const double kept = kept_per_period(given(retention_per_year), plan.per_year);
    const double discount = discount_per_period(given(discount_per_year), plan.per_year);
    const std::optional<double> value =
        plan.horizon ? std::optional(value_over(*plan.horizon, margin, kept, discount, plan.growth, plan.when))
                     : value_for_ever(margin, kept, discount, plan.when);
    if (value && !std::isfinite(*value)) {
        throw bad_usage(
            "the payments come to more than can be counted with; give a lower --growth or a shorter --horizon");
    }
    // What has no end stays undefined, for the formula's reason.
    if (value) {
        r.comes_to = {status::ok, *value, 0};
        const auto note = std::make_shared<std::string>(note_of(plan, given(discount_per_year)));
        to.rows.owners.push_back(note);
        r.note = *note;
    }
}

}  // namespace cxm
