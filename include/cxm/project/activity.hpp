#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <cxm/interval/basis.hpp>

/// Customers by how their purchases of late stand to those before, and how many of each band then bought nothing:
/// churn without a model.
namespace cxm {

/// Purchases in a stretch of time up to a day, against those in as long a stretch before it.
enum class activity_band : std::uint8_t {
    quiet,    ///< none in either
    stopped,  ///< none of late
    less,
    alike,
    more,
    begun,  ///< of late alone
};

inline constexpr std::size_t activity_bands = 6;

constexpr std::string_view name(activity_band band) {
    constexpr std::string_view names[] = {"quiet", "stopped", "less", "alike", "more", "begun"};
    return names[static_cast<int>(band)];
}

constexpr activity_band band_of(double recent, double earlier) {
    if (recent == 0.0) {
        return earlier == 0.0 ? activity_band::quiet : activity_band::stopped;
    }
    if (earlier == 0.0) {
        return activity_band::begun;
    }
    return recent < earlier ? activity_band::less : recent == earlier ? activity_band::alike : activity_band::more;
}

/// The customers of a band on one day, and those of them who bought nothing in the time after it.
struct band_count {
    double customers = 0.0;
    double none = 0.0;
};

using band_counts = std::array<band_count, activity_bands>;

/// Everybody in bands on three days, with what they bought after the first two.
struct banded_customers {
    band_counts learned{};  ///< on the first, from which rates are learned
    band_counts tested{};   ///< on the second, after which those rates are tested
    band_counts now{};      ///< on the last, of which nothing later is known
};

/// The share of each band that bought nothing; of a band that nobody was in that of everybody, not_given of nobody.
inline std::array<double, activity_bands> band_rates(const band_counts& seen) {
    band_count total;
    for (const band_count& band : seen) {
        detail::require(band.none >= 0.0 && band.none <= band.customers, "who bought nothing is one of the customers");
        total.customers += band.customers;
        total.none += band.none;
    }
    const auto rate = [](const band_count& of) { return of.none / of.customers; };
    std::array<double, activity_bands> rates{};
    for (std::size_t i = 0; i < activity_bands; ++i) {
        rates[i] = seen[i].customers > 0.0 ? rate(seen[i]) : total.customers > 0.0 ? rate(total) : std::nan("");
    }
    return rates;
}

/// How many buy nothing, by rates that were learned from others.
struct band_forecast {
    double expected;
    double variance;  ///< of the number who do: by chance in them, and in those that the rates are of
};

/// Of so many customers in each band, by the bands of an earlier time. Throws as `band_rates`.
inline band_forecast foretell_bands(const band_counts& learned, const band_counts& of) {
    const std::array<double, activity_bands> rates = band_rates(learned);
    band_forecast f{0.0, 0.0};
    for (std::size_t i = 0; i < activity_bands; ++i) {
        const double n = of[i].customers;
        if (n > 0.0) {
            const double learned_from = std::fmax(learned[i].customers, 1.0);
            // Not even a rate of 0 or 1 is sure: Laplace's, which is neither, tells how far it may be off.
            const double unsure =
                learned[i].customers > 0.0 ? (learned[i].none + 1.0) / (learned_from + 2.0) : rates[i];
            f.expected += n * rates[i];
            f.variance += n * unsure * (1.0 - unsure) * (1.0 + n / learned_from);
        }
    }
    return f;
}

}  // namespace cxm
