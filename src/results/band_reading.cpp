#include "results/band_reading.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <cxm/interval/proportion.hpp>
#include <cxm/project/gains.hpp>
#include <cxm/special/normal.hpp>

namespace cxm {

namespace {

double customers_in(const band_counts& counts) {
    double sum = 0;
    for (const band_count& band : counts) {
        sum += band.customers;
    }
    return sum;
}

forecast_figure none_of(const band_counts& of, const band_counts& learned, double level) {
    const double n = customers_in(of);
    forecast_figure f{"customers_without_purchase", figure_unit::count, not_given, {}, n};
    if (!(customers_in(learned) > 0)) {
        f.reason = "nobody was a customer yet when the bands were last seen to their end";
        return f;
    }
    const band_forecast told = foretell_bands(learned, of);
    const double reach = normal_critical(level) * std::sqrt(told.variance);
    f.value = told.expected;
    f.limits =
        interval{std::max(0.0, told.expected - reach), std::min(n, told.expected + reach), level, "normal-of-bands"};
    return f;
}

void test_bands(const band_question& asked, double level, band_outlook& into) {
    const std::array<double, activity_bands> rates = band_rates(asked.counts.learned);
    std::vector<scored> customers;
    into.seen = 0;
    into.expected = none_of(asked.counts.tested, asked.counts.learned, level);
    for (std::size_t i = 0; i < activity_bands; ++i) {
        const band_count& band = asked.counts.tested[i];
        into.seen += band.none;
        into.tested.push_back({band.customers, rates[i], band.customers > 0 ? band.none / band.customers : not_given});
        customers.insert(customers.end(), static_cast<std::size_t>(band.none), {rates[i], 1});
        customers.insert(customers.end(), static_cast<std::size_t>(band.customers - band.none), {rates[i], 0});
    }
    into.auc = auc(customers);
    into.brier = brier(customers);
}

}  // namespace

band_outlook read_bands(const band_question& asked, double level) {
    const band_counts& last = asked.is_tested_now ? asked.counts.learned : asked.counts.tested;
    band_outlook outlook;
    for (const band_count& band : last) {
        forecast_figure& rate = outlook.rates.emplace_back();
        rate = {"share_without_purchase", figure_unit::share, not_given, {}, band.customers};
        if (band.customers > 0) {
            rate.value = band.none / band.customers;
            rate.limits = wilson(band.none, band.customers, level);
        } else {
            rate.reason = "nobody was in this band";
        }
    }
    outlook.none = none_of(asked.counts.now, last, level);
    if (asked.is_tested && customers_in(asked.counts.learned) > 0) {
        test_bands(asked, level, outlook);
    }
    return outlook;
}

}  // namespace cxm
