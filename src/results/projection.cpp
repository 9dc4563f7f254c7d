#include "results/projection.hpp"

#include <algorithm>
#include <cmath>
#include <variant>

#include <fmt/format.h>
#include <cxm/interval/proportion.hpp>
#include <cxm/project/bdw.hpp>
#include <cxm/project/tenure.hpp>

#include "results/curve_holdout.hpp"
#include "results/curve_reading.hpp"
#include "results/curve_seen.hpp"

namespace cxm {

namespace {

using any_curve_fit = std::variant<fitted<sbg>, fitted<bdw>>;

constexpr double chance_of_gain = 0.05;  ///< below it bdw fits better by more than chance
constexpr std::size_t least_renewals = 3;

/// The curve that is asked for, or that the counts ask for.
any_curve_fit fit_to(const renewal_counts& counts, const std::optional<curve_kind>& asked,
                     std::optional<likelihood_ratio>* gain = nullptr) {
    if (counts.ages_seen() < least_renewals) {
        return fitted<sbg>{fit_standing::too_few_ages, std::nullopt};
    }
    const fitted<sbg> simple = fit_sbg(counts);
    const fitted<bdw> wide = fit_bdw(counts);
    const std::optional<likelihood_ratio> gained = compare_curves(simple, wide);
    if (gain != nullptr) {
        *gain = gained;
    }
    const bool wide_wins = gained && gained->p < chance_of_gain && wide.standing == fit_standing::sound;
    const bool take_wide = asked ? *asked == curve_kind::bdw : wide_wins;
    return take_wide ? any_curve_fit(wide) : any_curve_fit(simple);
}

void test(projection& into) {
    const projection_question& of = into.of;
    if (!of.holdout) {
        return;
    }
    const std::size_t renewals = of.renewals();
    const std::size_t fitted_to = renewals - std::max<std::size_t>(1, renewals / 3);
    if (fitted_to < least_renewals) {
        into.why_no_test = fmt::format("{} renewal{} too few to fit the curve to some and hold it against the others",
                                       renewals, renewals == 1 ? " is" : "s are");
        return;
    }
    const std::size_t held_out = renewals - fitted_to;
    const any_curve_fit early = fit_to(counts_of(of, held_out), of.model);
    std::visit(
        [&](const auto& fit) {
            if (fit.model) {
                into.test = curve_test{held_out, fitted_to, renewals, left_at_the_end(of, held_out),
                                       foretold(fit, of, held_out)};
            } else {
                into.why_no_test =
                    fmt::format("of the first {} renewals there is no curve: {}", fitted_to, reason(fit.standing));
            }
        },
        early);
}

template <class Curve>
void read(const fitted<Curve>& fit, projection& into) {
    into.reason = reason(fit.standing);
    into.has_curve = fit.model.has_value();
    into.is_constant = fit.standing == fit_standing::at_bound && into.kind == curve_kind::sbg;
    into.log_likelihood = fit.log_likelihood;
    const curve_reading<Curve> reading(fit, into.of);
    for (projected_age& at : into.ages) {
        const auto figure_of = [&](std::string_view key, figure_unit unit, auto&& read_it, bool there) {
            if (into.has_curve && there) {
                return read_it();
            }
            return forecast_figure{key, unit,      not_given,
                                   {},  not_given, there ? into.reason : "nobody decides at the start"};
        };
        at.expected = figure_of(
            "survival", figure_unit::share, [&] { return reading.survival_at("survival", at.age); }, true);
        at.risk = figure_of(
            "risk", figure_unit::share, [&] { return reading.risk_at("risk", at.age); }, at.age > 0);
        at.remaining = figure_of(
            "residual_lifetime", figure_unit::count,
            [&] { return reading.remaining_after("residual_lifetime", at.age); }, true);
    }
    if (!into.has_curve) {
        return;
    }
    const std::array values = fit.logs;
    for (std::size_t i = 0; i < Curve::size; ++i) {
        into.parameters.emplace_back(Curve::names[i], std::exp(values[i]));
    }
    into.figures = reading.of_the_whole();
}

}  // namespace

projection project(projection_question of) {
    detail::require(of.renewals() >= 1 && of.customers() > 0, "a curve needs a start and a renewal");
    detail::require(of.discount == 0 || of.discount >= 1e-4, "a discount is 0 or at least 0.01 %");
    if (of.base.empty()) {
        of.base.resize(of.renewals() + 1);
        for (const std::vector<double>& cohort : of.cohorts) {
            of.base[cohort.size() - 1] += cohort.back();
        }
    }
    projection p;
    p.of = std::move(of);
    const renewal_counts counts = counts_of(p.of);
    p.ages = ages_seen(p.of, counts.ages());
    std::optional<likelihood_ratio> gain;
    const any_curve_fit fit = fit_to(counts, p.of.model, &gain);
    p.gain = gain ? gain->statistic : not_given;
    p.gain_p = gain ? gain->p : not_given;
    p.kind = std::holds_alternative<fitted<bdw>>(fit) ? curve_kind::bdw : p.of.model.value_or(curve_kind::sbg);
    std::visit([&](const auto& curve) { read(curve, p); }, fit);
    if (!p.has_curve) {
        p.ages.resize(p.of.renewals() + 1);
    }
    test(p);
    return p;
}

}  // namespace cxm
