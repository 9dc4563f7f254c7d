#pragma once

#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <utility>
#include <vector>

namespace cxm {

/// Adds decimals exactly to 12 places, so that the sum is the same in any order and any grouping.
///
/// A value with more places is rounded to 12 first. What is not finite throws std::invalid_argument.
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
        if (!(std::fabs(value) < reach)) {
            if (!std::isfinite(value)) {
                throw std::invalid_argument("a sum needs finite numbers");
            }
            grow(beyond_, value * scale);
            return;
        }
        const double whole = std::trunc(value);
        add(static_cast<std::int64_t>(whole), static_cast<std::int64_t>(std::nearbyint((value - whole) * 1e12)));
    }

    void add(const exact_sum& other) {
        add(other.whole_, other.parts_);
        for (const double part : std::vector<double>(other.beyond_)) {
            grow(beyond_, part);
        }
    }

    /// The double next to the sum; infinite where it is larger than any.
    double value() const {
        if (beyond_.empty()) {
            // Beyond 2^53 units the parts are below half a unit in the last place.
            return static_cast<double>(static_cast<long double>(whole_) + static_cast<long double>(parts_) / one);
        }
        std::vector<double> all = beyond_;
        grow_whole(all, whole_);
        if (all.empty() || std::fabs(all.back()) < reach * scale) {
            exact_sum within;
            within.parts_ = parts_;
            for (const double part : all) {
                within.whole_ += static_cast<std::int64_t>(part / scale);
            }
            return within.value();
        }
        grow(all, static_cast<double>(parts_) / one * scale);
        return rounded(all) / scale;
    }

    /// Whether the sum lies within ±`most`: exactly, where the double next to it cannot tell.
    bool is_within(double most) const {
        const double nearest = value();
        if (std::fabs(nearest) < most) {
            return true;
        }
        const bool below = nearest < 0;
        exact_sum rest = *this;
        rest.add(below ? most : -most);
        return below ? rest.value() >= 0 : rest.value() <= 0;
    }

private:
    static constexpr std::int64_t one = 1'000'000'000'000;
    static constexpr double reach = 0x1p62;   ///< what `whole_` is kept for
    static constexpr double scale = 0x1p-64;  ///< of `beyond_`, so that no sum of doubles on the way is infinite

    std::int64_t whole_ = 0;
    std::int64_t parts_ = 0;  ///< less than one unit, of either sign

    /// Doubles that add up to the rest exactly, none overlapping another, the smallest first (Shewchuk 1997).
    std::vector<double> beyond_;

    void add(std::int64_t whole, std::int64_t parts) {
        parts_ += parts;
        const std::int64_t carry = parts_ / one;
        parts_ -= carry * one;
        whole += carry;
        std::int64_t sum = 0;
        if (__builtin_add_overflow(whole_, whole, &sum)) {
            grow_whole(beyond_, whole_);
            sum = whole;
        }
        whole_ = sum;
    }

    static void grow(std::vector<double>& sum, double value) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < sum.size(); ++i) {
            double part = sum[i];
            if (std::fabs(value) < std::fabs(part)) {
                std::swap(value, part);
            }
            const double both = value + part;
            const double lost = part - (both - value);
            if (lost != 0) {
                sum[kept++] = lost;
            }
            value = both;
        }
        sum.resize(kept);
        if (value != 0) {
            sum.push_back(value);
        }
    }

    /// In halves, each of which a double holds.
    static void grow_whole(std::vector<double>& sum, std::int64_t whole) {
        const std::int64_t low = whole % (std::int64_t{1} << 32);
        grow(sum, static_cast<double>(low) * scale);
        grow(sum, static_cast<double>(whole - low) * scale);
    }

    /// The double next to the sum; of two as near the even one, unless what is left says which is nearer.
    static double rounded(const std::vector<double>& sum) {
        double value = 0;
        double lost = 0;
        std::size_t left = sum.size();
        while (left > 0 && lost == 0) {
            const double before = value;
            value += sum[--left];
            lost = sum[left] - (value - before);
        }
        if (left > 0 && (lost < 0) == (sum[left - 1] < 0)) {
            const double up = value + 2 * lost;
            value = up - value == 2 * lost ? up : value;
        }
        return value;
    }
};

}  // namespace cxm
