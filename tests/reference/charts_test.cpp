#include <vector>

#include <cxm/trend.hpp>

#include "reference/operations.hpp"

using namespace cxm;

namespace {

using rc = reference_case;

std::vector<double> outside(const control_chart& chart) {
    std::vector<double> places;
    for (std::size_t i = 0; i < chart.points.size(); ++i) {
        const auto& signals = chart.points[i].signals;
        if (!signals.empty() && signals.front().by == signal_rule::outside) {
            places.push_back(static_cast<double>(i));
        }
    }
    return places;
}

void check_laney(rc& c) {
    std::vector<std::optional<trend_point>> months;
    for (std::size_t i = 0; i < c.list("n").size(); ++i) {
        months.push_back(trend_point{c.list("x")[i] / c.list("n")[i], c.list("n")[i]});
    }
    // So many a month, and so far apart, that p' is what a chart of shares takes by itself.
    const control_chart chart = share_chart(months, good::lower);
    CHECK(chart.phases[0].by_laney);
    CHECK(laney_p_chart(months, good::lower).points[0].limits->low == chart.points[0].limits->low);
    c.check("centre", chart.centre);
    c.check("sigma_z", chart.phases[0].sigma_z);
    c.check("dispersion", chart.phases[0].dispersion);
    c.check("dispersion_p_value", chart.phases[0].dispersion_p);
    std::vector<double> lower;
    std::vector<double> upper;
    for (const charted_point& p : chart.points) {
        lower.push_back(p.limits->low);
        upper.push_back(p.limits->high);
    }
    c.check_all("lower", lower);
    c.check_all("upper", upper);
    c.check_all("outside", outside(chart));
    c.check_all("outside_p_chart", outside(p_chart(months, good::lower)));
}

void check_last_year(rc& c) {
    std::vector<stratum> months;
    for (const auto& m : c.lists("months")) {
        months.push_back({{m[0], m[1]}, {m[2], m[3]}});
    }
    const year_on_year made = against_last_year(months, c.level());
    std::vector<double> differences;
    std::vector<double> lower;
    std::vector<double> upper;
    for (const auto& month : made.months) {
        differences.push_back(month->estimate);
        lower.push_back(month->limits->low);
        upper.push_back(month->limits->high);
    }
    c.check_all("differences", differences);
    c.check_all("lower", lower);
    c.check_all("upper", upper);
    c.check("pooled", made.pooled->estimate);
    c.check("pooled_lower", made.pooled->limits->low);
    c.check("pooled_upper", made.pooled->limits->high);
}

}  // namespace

TEST_CASE("charts of large counts and comparisons with last year are those of the reference") {
    check_operations({{"laney_p", check_laney}, {"same_month_last_year", check_last_year}});
}
