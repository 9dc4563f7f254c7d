#include <cmath>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <vector>

#include <cxm/trend.hpp>

#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

namespace {

using series = std::vector<std::optional<trend_point>>;

/// Periods of one size whose values go up and down by `wobble` around a centre.
series wobbling(double centre, double wobble, double n, std::size_t periods = 12) {
    series made;
    for (std::size_t i = 0; i < periods; ++i) {
        made.push_back(trend_point{centre + (i % 2 == 0 ? wobble : -wobble), n});
    }
    return made;
}

double width(const control_chart& chart, std::size_t place) {
    return chart.points[place].limits->high - chart.points[place].limits->low;
}

}  // namespace

TEST_CASE("large counts that vary too much get Laney's limits by themselves, small ones never") {
    const series large = wobbling(0.2, 0.02, 5000);
    const control_chart chart = share_chart(large, good::lower);
    CHECK(chart.phases[0].by_laney);
    // Neighbours differ by 0.04 where one sigma of the counts is sqrt(0.16/5000).
    const double sigma_z = 0.04 / std::sqrt(0.16 / 5000) / 1.128;
    CHECK(near(chart.phases[0].sigma_z, sigma_z, 1e-12));
    CHECK(near(width(chart, 0), sigma_z * width(p_chart(large, good::lower), 0), 1e-12));
    CHECK(near(chart.phases[0].dispersion, 12 * 0.0004 / (0.16 / 5000) / 11, 1e-9));
    CHECK(p_chart(large, good::lower).phases[0].sigma_z == 1);
    CHECK_FALSE(p_chart(large, good::lower).phases[0].by_laney);

    const control_chart small = share_chart(wobbling(0.2, 0.1, 1000), good::lower);
    CHECK(small.phases[0].dispersion_p < 0.01);
    CHECK_FALSE(small.phases[0].by_laney);
    CHECK(share_chart(wobbling(0.2, 0.1, 1001), good::lower).phases[0].by_laney);
}

TEST_CASE("large counts that vary as counts do keep the limits of their counts") {
    const series calm = wobbling(0.2, std::sqrt(0.16 / 5000), 5000);
    const control_chart chart = share_chart(calm, good::lower);
    CHECK(chart.phases[0].dispersion_p > 0.01);
    CHECK_FALSE(chart.phases[0].by_laney);
    CHECK(near(chart.phases[0].dispersion, 12.0 / 11, 1e-9));
}

TEST_CASE("Laney's limits are never narrower than those of the counts") {
    const series still = wobbling(0.2, 1e-5, 5000);
    const control_chart chart = laney_p_chart(still, good::lower);
    CHECK(chart.phases[0].by_laney);
    CHECK(chart.phases[0].sigma_z == 1);
    CHECK(width(chart, 3) == width(p_chart(still, good::lower), 3));
}

TEST_CASE("neighbours across a gap are none, and a series that never moves has nothing to widen") {
    series torn = wobbling(0.2, 0.02, 5000, 6);
    torn.insert(torn.begin() + 3, std::nullopt);
    series jump = torn;
    for (std::size_t i = 4; i < jump.size(); ++i) {
        jump[i]->value += 0.1;
    }
    const double centre_moves = laney_p_chart(jump, good::lower).phases[0].sigma_z;
    const double pooled = 0.25;
    CHECK(near(centre_moves, 0.04 / std::sqrt(pooled * (1 - pooled) / 5000) / 1.128, 0.01));
    const control_chart none = laney_p_chart(series(8, trend_point{0.0, 2000}), good::lower);
    CHECK(none.phases[0].sigma_z == 1);
    CHECK(is_missing(none.phases[0].dispersion));
    CHECK(none.points[0].limits->high == 0.0);
}

TEST_CASE("rates have the limits of their events, above 0, and u' where they vary too much") {
    series rates;
    for (const double n : {400.0, 100.0, 400.0, 100.0, 400.0, 100.0}) {
        rates.push_back(trend_point{n == 100.0 ? 0.02 : 0.04, n});
    }
    const control_chart chart = u_chart(rates, good::higher);
    const double centre = (3 * 16.0 + 3 * 2.0) / 1500.0;
    CHECK(near(chart.centre, centre, 1e-15));
    CHECK(near(chart.points[0].limits->high, centre + 3 * std::sqrt(centre / 400), 1e-15));
    CHECK(near(chart.points[1].limits->high, centre + 3 * std::sqrt(centre / 100), 1e-15));
    CHECK(chart.points[1].limits->low == 0.0);
    CHECK_FALSE(rate_chart(rates, good::higher).phases[0].by_laney);

    const series many = wobbling(3.0, 0.5, 2000);
    CHECK(near(rate_chart(many, good::higher).phases[0].sigma_z, 1.0 / std::sqrt(3.0 / 2000) / 1.128, 1e-12));
    CHECK(laney_u_chart(rates, good::higher).phases[0].by_laney);
    CHECK_THROWS_AS(u_chart(series{trend_point{-0.1, 10}}, good::higher), std::invalid_argument);
    CHECK_THROWS_AS(u_chart(series{trend_point{0.1, 0}}, good::higher), std::invalid_argument);
}
