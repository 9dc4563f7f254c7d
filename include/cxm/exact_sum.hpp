#pragma once

#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>

namespace cxm {

/// Adds decimals exactly to 12 places, so that the sum is the same in any order and any grouping.
///
/// A value with more places is rounded to 12 first. Sums beyond ±9.2e18 throw std::overflow_error.
class exact_sum {
public:
    void add(double value) {
        // Most values are whole or money: then this is exact, and much cheaper than spelling the decimal.
        const double millionths = std::nearbyint(value * 1e6);
        if (std::fabs(value) < 9e9 && millionths / 1e6 == value) {
            const auto exact = static_cast<std::int64_t>(millionths);
            add(exact / 1'000'000, exact % 1'000'000 * 1'000'000);
            return;
        }
        if (!(std::fabs(value) < 9e18)) {
            throw std::overflow_error("the sum is too large");
        }
        const double whole = std::trunc(value);
        add(static_cast<std::int64_t>(whole), static_cast<std::int64_t>(std::nearbyint((value - whole) * 1e12)));
    }

    /// Adds `whole + parts * 10^-12`; both of one sign.
    void add(std::int64_t whole, std::int64_t parts) {
        parts_ += parts;
        const std::int64_t carry = parts_ / one;
        parts_ -= carry * one;
        if (__builtin_add_overflow(whole, carry, &whole) || __builtin_add_overflow(whole_, whole, &whole_)) {
            throw std::overflow_error("the sum is too large");
        }
    }

    void add(const exact_sum& other) { add(other.whole_, other.parts_); }

    double value() const {
        // Beyond 2^53 units the parts are below half a unit in the last place.
        return static_cast<double>(static_cast<long double>(whole_) + static_cast<long double>(parts_) / one);
    }

private:
    static constexpr std::int64_t one = 1'000'000'000'000;
    std::int64_t whole_ = 0;
    std::int64_t parts_ = 0;  ///< less than one unit, of either sign
};

}  // namespace cxm
