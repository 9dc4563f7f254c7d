#include "results/projection.hpp"

#include <algorithm>
#include <cmath>

#include "catch.hpp"

namespace {

using cxm::projection;
using cxm::projection_question;

const std::vector<double> regular = {1000, 631, 468, 382, 326, 289, 262, 241};
const std::vector<double> high_end = {1000, 869, 743, 653, 593, 551, 517, 491};

projection read(std::vector<double> survivors, std::size_t horizon, double discount = 0.1) {
    projection_question q;
    q.cohorts = {std::move(survivors)};
    q.horizon = horizon;
    q.discount = discount;
    return cxm::project(q);
}

const cxm::forecast_figure& figure_of(const projection& p, std::string_view key) {
    return *std::find_if(p.figures.begin(), p.figures.end(),
                         [&](const cxm::forecast_figure& f) { return f.key == key; });
}

}  // namespace

TEST_CASE("the projection of the published cohort has the published figures and limits") {
    const projection p = read(regular, 12);
    CHECK(p.kind == cxm::curve_kind::sbg);
    const cxm::forecast_figure& left = figure_of(p, "survival_at_horizon");
    CHECK(left.value == Approx(0.170).margin(5e-4));
    CHECK(left.limits->low == Approx(0.146).margin(5e-4));
    CHECK(left.limits->high == Approx(0.198).margin(5e-4));
    const cxm::forecast_figure& lifetime = figure_of(p, "expected_lifetime");
    CHECK(lifetime.value == Approx(3.695).margin(5e-4));
    CHECK(lifetime.limits->low == Approx(3.473).margin(5e-4));
    CHECK(lifetime.limits->high == Approx(3.932).margin(5e-4));
}

TEST_CASE("bdw is taken where it fits better by more than chance, and where it is asked for") {
    CHECK(read(high_end, 12).kind == cxm::curve_kind::bdw);
    CHECK(figure_of(read(high_end, 12), "survival_at_horizon").value == Approx(0.404).margin(5e-4));
    projection_question q;
    q.cohorts = {regular};
    q.model = cxm::curve_kind::bdw;
    CHECK(cxm::project(q).kind == cxm::curve_kind::bdw);
    q.cohorts = {high_end};
    q.model = cxm::curve_kind::sbg;
    CHECK(cxm::project(q).kind == cxm::curve_kind::sbg);
}

TEST_CASE("payments up to a horizon are the sum of the shares that are there, discounted") {
    const projection p = read(regular, 3);
    double sum = 0;
    for (std::size_t age = 0; age <= 3; ++age) {
        sum += p.ages[age].expected.value / std::pow(1.1, age);
    }
    CHECK(figure_of(p, "payments_to_horizon").value == Approx(sum));
}

TEST_CASE("a base is worth the payments still to come from each of its customers") {
    projection_question q;
    q.cohorts = {regular};
    q.discount = 0.1;
    q.margin = 20;
    q.base = {0, 5, 7};
    const projection p = cxm::project(q);
    CHECK(figure_of(p, "base_value").value ==
          Approx(20 * (5 * p.ages[1].remaining.value + 7 * p.ages[2].remaining.value)));
    CHECK(figure_of(p, "base_value").n == 12);
}

TEST_CASE("without a discount a lifetime without an end has no value but a reason") {
    const projection p = read(regular, 12, 0);
    CHECK_FALSE(figure_of(p, "expected_lifetime").ok());
    CHECK_FALSE(figure_of(p, "expected_lifetime").reason.empty());
    CHECK(figure_of(p, "payments_to_horizon").ok());
}

TEST_CASE("customers who do not differ get one renewal rate, and no limits") {
    const projection p = read({10000, 8000, 6400, 5120, 4096}, 12);
    CHECK(p.is_constant);
    CHECK(figure_of(p, "survival_at_horizon").value == Approx(std::pow(0.8, 12)));
    CHECK_FALSE(figure_of(p, "survival_at_horizon").limits);
}

TEST_CASE("without a curve there is nothing but what was seen") {
    for (const std::vector<double>& survivors : {std::vector<double>{100, 80}, {100, 100, 100, 100}}) {
        const projection p = read(survivors, 9);
        CHECK_FALSE(p.has_curve);
        CHECK(p.figures.empty());
        CHECK(p.ages.size() == survivors.size());
        CHECK_FALSE(p.ages.back().expected.ok());
        CHECK_FALSE(p.reason.empty());
    }
}

TEST_CASE("a cohort that falls apart after its first ages misses what the curve of those foretold") {
    CHECK(read({1000, 950, 900, 860, 820, 790, 400, 100}, 9).test->misses());
    CHECK_FALSE(read(regular, 9).test->misses());
    CHECK(read(regular, 9).test->fitted_to == 5);
    CHECK_FALSE(read({1000, 900, 850, 820}, 9).test);
}

TEST_CASE("several cohorts have one curve, of the renewals that each has come to") {
    projection_question q;
    q.cohorts = {{1000, 800, 700, 640}, {900, 730, 640}, {1100, 870}};
    const projection p = cxm::project(q);
    CHECK(p.of.renewals() == 3);
    CHECK(p.of.customers() == 3000);
    CHECK(p.ages[1].customers == 2400);
    CHECK(p.ages[2].risk_seen.value == Approx(190.0 / 1530));
    CHECK(p.ages[2].risk_seen.n == 1530);
    CHECK(p.ages[2].seen.value == Approx(0.8 * 1340 / 1530));
    CHECK(p.ages[3].seen.value == Approx(0.8 * 1340 / 1530 * 640 / 700));
    CHECK(p.of.base == std::vector<double>{0, 870, 640, 640});
}

TEST_CASE("a cohort that is cut into two has the same curve, total and test") {
    projection_question whole;
    whole.cohorts = {regular};
    projection_question halves = whole;
    std::vector<double> half;
    std::vector<double> rest;
    for (const double n : regular) {
        half.push_back(std::floor(n / 2));
        rest.push_back(n - half.back());
    }
    halves.cohorts = {half, rest};
    const projection a = cxm::project(whole);
    const projection b = cxm::project(halves);
    CHECK(a.parameters[0].second == Approx(b.parameters[0].second));
    CHECK(figure_of(a, "next_losses").value == Approx(figure_of(b, "next_losses").value));
    REQUIRE(b.test);
    CHECK(a.test->seen == b.test->seen);
    CHECK(a.test->expected.value == Approx(b.test->expected.value));
    CHECK(a.test->expected.limits->low == Approx(b.test->expected.limits->low).epsilon(1e-6));
}

TEST_CASE("cohorts that came after the time that the test is fitted to have no part in it") {
    projection_question q;
    q.cohorts = {regular, {500, 400}};
    const projection p = cxm::project(q);
    REQUIRE(p.test);
    CHECK(p.test->held_out == 2);
    CHECK(p.test->expected.n == regular[regular.size() - 3]);
}
