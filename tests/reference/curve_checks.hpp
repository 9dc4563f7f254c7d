#pragma once

#include <stdexcept>
#include <vector>

#include <cxm/project.hpp>

#include "reference/operations.hpp"

/// What the sets ask of retention curves alike, whichever curve it is.
namespace cxm {

inline renewal_counts survivors_of(const reference_case& c) {
    renewal_counts counts;
    counts.add_cohort(c.list("survivors"));
    return counts;
}

template <class Curve>
std::vector<double> survivals(const Curve& curve, const std::vector<double>& ages) {
    std::vector<double> left;
    for (const double age : ages) {
        left.push_back(survival(curve, age));
    }
    return left;
}

template <class Curve>
std::vector<double> renewal_rates(const Curve& curve, const std::vector<double>& ages) {
    std::vector<double> rates;
    for (const double age : ages) {
        rates.push_back(renewal_rate(curve, age));
    }
    return rates;
}

inline sbg sbg_of(const reference_case& c) { return {c["alpha"], c["beta"]}; }

/// Where a fit belongs to an answer; a case that has none must be refused or left without a number.
template <class Curve>
bool has_curve(reference_case& c, fitted<Curve> (*fit)(const renewal_counts&)) {
    if (c.status() == "error") {
        CHECK_THROWS_AS(survivors_of(c), std::invalid_argument);
        return false;
    }
    const fitted<Curve> curve = fit(survivors_of(c));
    CHECK(curve.model.has_value() == c.is_ok());
    CHECK(reason(curve.standing).empty() == c.is_ok());
    return curve.model.has_value();
}

template <class Curve>
void check_fitted(reference_case& c, const fitted<Curve>& fit) {
    for (std::size_t i = 0; i < Curve::size; ++i) {
        c.check(Curve::names[i], std::exp(fit.logs[i]));
    }
    c.check("loglik", fit.log_likelihood);
    c.check("fitted_periods", static_cast<double>(survivors_of(c).ages().size()));
    c.check_all("survival", survivals(*fit.model, c.list("horizons")));
}

template <class Curve>
void check_projection(reference_case& c, const fitted<Curve>& fit) {
    c.check("survival", survival(fit.model.value(), c["horizon"]));
    const interval left = survival_limits(fit, c["horizon"], c.level()).value();
    c.check("survival_lower", left.low);
    c.check("survival_upper", left.high);
    c.check("del", expected_lifetime(*fit.model, c["discount"]).value());
    const interval payments = lifetime_limits(fit, c["discount"], c.level()).value();
    c.check("del_lower", payments.low);
    c.check("del_upper", payments.high);
}

}  // namespace cxm
