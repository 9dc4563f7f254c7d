#pragma once

#include <cmath>
#include <limits>
#include <optional>

#include <cxm/interval.hpp>

/// What a customer is worth who pays a margin a period and stays with a constant chance, after Fader & Hardie,
/// "Reconciling and Clarifying CLV Formulas". `kept` is the retention; it, margin and discount belong to the same
/// period. All throw std::invalid_argument unless 0 <= kept <= 1, discount > -1 and numbers are finite.
namespace cxm {

/// When the payments come; textbooks use all three under one name.
enum class payments {
    from_start,  ///< now and at each renewal, the default
    renewals,    ///< at each renewal: what an existing customer is still worth
    from_end,    ///< the first, certain, at the end of the first period
};

namespace detail {

inline void require_stay(double margin, double kept, double discount) {
    require(std::isfinite(margin), "a margin must be finite");
    require(kept >= 0.0 && kept <= 1.0, "a retention lies between 0 and 1");
    require(discount > -1.0 && std::isfinite(discount), "a discount lies above -1");
}

/// What the convention makes of the sum of step^t over t = 0, 1, 2, …
inline double timed(payments when, double step, double discount) {
    return when == payments::from_start ? 1.0 : when == payments::renewals ? step : 1.0 / (1.0 + discount);
}

/// 1 + step + … + step^(terms - 1).
inline double geometric_sum(double step, double terms) {
    return step == 1.0   ? terms
           : step == 0.0 ? std::fmin(terms, 1.0)
                         : std::expm1(terms * std::log(step)) / (step - 1.0);
}

}  // namespace detail

/// The present value of all payments; absent where kept >= 1 + discount, as the sum has no end.
inline std::optional<double> value_for_ever(double margin, double kept, double discount,
                                            payments when = payments::from_start) {
    detail::require_stay(margin, kept, discount);
    if (kept >= 1.0 + discount) {
        return std::nullopt;
    }
    const double step = kept / (1.0 + discount);
    return margin * detail::timed(when, step, discount) * (1.0 + discount) / (1.0 + discount - kept);
}

/// The present value of the first payments, a whole number of them, each `growth` above the one before (0.02 is 2 %).
inline double value_over(double periods, double margin, double kept, double discount, double growth = 0.0,
                         payments when = payments::from_start) {
    detail::require_stay(margin, kept, discount);
    detail::require(periods >= 0.0 && periods == std::floor(periods) && std::isfinite(periods),
                    "periods are counted in whole numbers");
    detail::require(growth >= -1.0 && std::isfinite(growth), "a growth lies at or above -1");
    const double step = kept * (1.0 + growth) / (1.0 + discount);
    return margin * detail::timed(when, step, discount) * detail::geometric_sum(step, periods);
}

/// The discount per period that comes to `yearly` over `periods` periods.
inline double discount_per_period(double yearly, double periods = 12.0) {
    detail::require(yearly > -1.0 && std::isfinite(yearly), "a discount lies above -1");
    detail::require(periods > 0.0, "a year has a positive number of periods");
    return std::expm1(std::log1p(yearly) / periods);
}

/// An expected stay, and its worth without discount.
struct lifetime {
    std::optional<double> periods;   ///< absent where nobody was lost
    std::optional<double> value;     ///< absent where nobody was lost
    std::optional<interval> limits;  ///< of the value; its high end is infinite where nobody was lost
};

/// Margin over churn, with Wilson's limits of the churn turned around; all absent for start = 0.
/// Throws std::invalid_argument unless margin >= 0 and 0 <= lost <= start.
inline lifetime lifetime_at_churn(double margin, double lost, double start, double level = 0.95) {
    detail::require(margin >= 0.0 && std::isfinite(margin), "a margin must be 0 or more");
    detail::require(lost >= 0.0 && lost <= start, "customers lost lie between 0 and those at the start");
    detail::require_level(level);
    if (start == 0.0) {
        return {};
    }
    const interval churned = wilson(lost, start, level);
    if (lost == 0.0) {
        const double infinity = std::numeric_limits<double>::infinity();
        return {std::nullopt, std::nullopt, interval{margin / churned.high, infinity, level, churned.method}};
    }
    return {start / lost, margin * start / lost,
            interval{margin / churned.high, margin / churned.low, level, churned.method}};
}

/// The payments, the first at the start, until they add up to the acquisition cost without discount; absent for never.
/// Throws std::invalid_argument for a negative cost or margin.
inline std::optional<double> payback(double spent, double margin, double kept) {
    detail::require_stay(margin, kept, 0.0);
    detail::require(spent >= 0.0 && std::isfinite(spent) && margin >= 0.0, "cost and margin must be 0 or more");
    // Payments that only rounding keeps below the cost have paid it; those that only come near to it never do.
    constexpr double rounding = 1e-12;
    const double owed = spent * (1.0 - rounding);
    const auto pays = [=](double count) { return margin * detail::geometric_sum(kept, count) >= owed; };
    if (spent == 0.0 || pays(1.0)) {
        return spent == 0.0 ? 0.0 : 1.0;
    }
    const double lost = spent / margin * (1.0 - kept);
    if (margin == 0.0 || lost >= 1.0 - rounding) {
        return std::nullopt;
    }
    const double count = kept == 1.0 ? std::ceil(spent / margin) : std::ceil(std::log1p(-lost) / std::log(kept));
    return pays(count - 1.0) ? count - 1.0 : pays(count) ? count : count + 1.0;
}

}  // namespace cxm
