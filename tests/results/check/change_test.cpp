#include "results/check/change.hpp"

#include <array>
#include <cxm/catalogue.hpp>
#include <cxm/compare.hpp>

#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

namespace {

/// Two records, before and after, of one metric.
report two_records(const metric& m, const std::vector<std::pair<const measure*, std::array<double, 2>>>& numbers) {
    records rows;
    rows.periods = {"2024-01", "2024-02"};
    rows.lines = {1, 2};
    for (const auto& [of, values] : numbers) {
        rows.numbers.push_back({of, {values[0], values[1]}});
    }
    return make_report(std::move(rows), {&m}, {});
}

estimate change_of(const report& r, bool relative = false) { return change_between({&r, 0, 0}, {&r, 1, 0}, relative); }

bool same_limits(const estimate& made, const interval& expected, double scale = 1) {
    return made.limits && near(made.limits->low, expected.low * scale, 1e-12) &&
           near(made.limits->high, expected.high * scale, 1e-12);
}

}  // namespace

TEST_CASE("a change of a share has the interval of two proportions, absolute and relative") {
    const report r = two_records(churn, {{&customers_lost, {40, 50}}, {&customers_start, {1000, 900}}});
    const estimate change = change_of(r);
    CHECK(near(change.comes_to.value, 50.0 / 900 - 0.04, 1e-15));
    CHECK(same_limits(change, share_difference({40, 1000}, {50, 900}).limits.value()));
    CHECK(change.n == 900);
    const estimate relative = change_of(r, true);
    CHECK(near(relative.comes_to.value, 50.0 / 900 / 0.04 - 1, 1e-15));
    const interval ratio = share_ratio({40, 1000}, {50, 900}).limits;
    CHECK(same_limits(relative, {ratio.low - 1, ratio.high - 1, 0.95, {}}));
}

TEST_CASE("a change of NPS has the interval of two net shares, in points") {
    const report r = two_records(nps, {{&promoters, {300, 290}}, {&passives, {100, 100}}, {&detractors, {100, 110}}});
    const estimate change = change_of(r);
    CHECK(near(change.comes_to.value, -4, 1e-12));
    CHECK(same_limits(change, net_difference({300, 100, 100}, {290, 100, 110}).limits.value(), 100));
}

TEST_CASE("a change of a rate has the interval of two rates") {
    const report r = two_records(
        engagement, {{&likes, {500, 450}}, {&shares, {200, 190}}, {&comments, {50, 40}}, {&followers, {10000, 10000}}});
    CHECK(same_limits(change_of(r), rate_difference({750, 10000}, {680, 10000}).limits.value()));
    const interval ratio = rate_ratio({750, 10000}, {680, 10000}).limits;
    CHECK(same_limits(change_of(r, true), {ratio.low - 1, ratio.high - 1, 0.95, {}}));
}

TEST_CASE("a change of a score has Welch's interval where the squares are known") {
    const report r = two_records(
        csat_mean, {{&csat_points, {400, 395}}, {&csat_answers, {100, 100}}, {&csat_points_squared, {1700, 1665}}});
    CHECK(same_limits(change_of(r), mean_difference({400, 1700, 100}, {395, 1665, 100}).limits.value()));
}

TEST_CASE("a change of money has no interval, and none is relative to what is not above 0") {
    const report r = two_records(cac, {{&acquisition_cost, {300, 330}}, {&customers_new, {10, 10}}});
    CHECK(near(change_of(r, true).comes_to.value, 0.1, 1e-12));
    CHECK_FALSE(change_of(r, true).limits);
    const report zero = two_records(churn, {{&customers_lost, {0, 50}}, {&customers_start, {1000, 900}}});
    CHECK_FALSE(change_of(zero, true).comes_to.ok());
    CHECK(change_of(zero).comes_to.ok());
}

TEST_CASE("a target has no uncertainty of its own") {
    const report r = two_records(churn, {{&customers_lost, {40, 50}}, {&customers_start, {1000, 1000}}});
    const result& now = r.of_row(1)[0];
    const estimate change = change_from(0.04, now, false);
    CHECK(near(change.comes_to.value, 0.01, 1e-15));
    CHECK(same_limits(change, {now.limits->low - 0.04, now.limits->high - 0.04, 0.95, {}}));
    const estimate relative = change_from(0.04, now, true);
    CHECK(near(relative.comes_to.value, 0.25, 1e-12));
    CHECK(near(relative.limits->high, now.limits->high / 0.04 - 1, 1e-12));
}
