#include <cxm/estimate.hpp>

#include <array>
#include <cmath>
#include <stdexcept>
#include <vector>

#include <cxm/catalogue.hpp>

#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

TEST_CASE("a share has Wilson's interval, or the one asked for, at the level asked for") {
    const std::array inputs = {100.0, 1000.0};
    const estimate usual = estimate_of(churn, inputs);
    CHECK(usual.limits->method == "wilson");
    CHECK(usual.n == 1000);
    interval_options options;
    options.level = 0.99;
    options.shares = share_interval::clopper_pearson;
    const estimate asked = estimate_of(churn, inputs, options);
    CHECK(asked.limits->method == "clopper-pearson");
    CHECK(asked.limits->level == 0.99);
    CHECK(asked.limits->low == clopper_pearson(100, 1000, 0.99).low);
    CHECK(asked.comes_to.value == usual.comes_to.value);
}

TEST_CASE("a rate has Garwood's interval and may pass 1") {
    const estimate made = estimate_of(engagement, std::array{30.0, 0.0, 0.0, 10.0});
    CHECK(made.comes_to.value == 3);
    CHECK(made.limits->method == "garwood");
    CHECK(made.n == 10);
}

TEST_CASE("nps has its interval in points") {
    const estimate made = estimate_of(nps, std::array{300.0, 100.0, 100.0});
    CHECK(made.comes_to.value == 40);
    CHECK(near(made.limits->low, 32.769573028806825, 1e-9));
    CHECK(made.n == 500);
}

TEST_CASE("a score has an interval where its squares are known, within its scale") {
    CHECK_FALSE(estimate_of(csat_mean, std::array{49.0, 10.0, not_given}).limits);
    const estimate known = estimate_of(csat_mean, std::array{49.0, 10.0, 241.0});
    REQUIRE(known.limits);
    CHECK(known.limits->method == "t");
    CHECK(known.limits->high == 5);
    interval_options wider;
    wider.scale = {1, 7};
    CHECK(estimate_of(csat_mean, std::array{49.0, 10.0, 241.0}, wider).limits->high > 5);
}

TEST_CASE("a score beyond its usual scale was asked on another, and is not clipped") {
    const estimate made = estimate_of(csat_mean, std::array{60.0, 10.0, 362.0});
    REQUIRE(made.limits);
    CHECK(made.limits->high > 6);
}

TEST_CASE("what has no interval says why") {
    const estimate ratio = estimate_of(roi, std::array{3.0, 1.0});
    CHECK_FALSE(ratio.limits);
    CHECK(why_no_interval(roi, ratio) == "totals do not show how much single orders, tickets or customers differ");
    CHECK(why_no_interval(csat_mean, estimate_of(csat_mean, std::array{5.0, 1.0, 25.0})) ==
          "one answer says nothing of how much answers differ");
    CHECK(why_no_interval(csat_mean, estimate_of(csat_mean, std::array{50.0, 10.0, not_given})) ==
          "needs the sum of the squared answers, or answers that differ");
    CHECK(why_no_interval(churn, estimate_of(churn, std::array{1.0, 10.0})).empty());
}

TEST_CASE("undefined and missing values have no interval and no reason for that") {
    const estimate undefined = estimate_of(churn, std::array{0.0, 0.0});
    CHECK(undefined.comes_to.is == status::undefined);
    CHECK_FALSE(undefined.limits);
    CHECK(why_no_interval(churn, undefined).empty());
    CHECK(estimate_of(churn, std::array{not_given, 5.0}).comes_to.is == status::missing);
}

TEST_CASE("values do not depend on whether intervals are asked for") {
    interval_options bare;
    bare.intervals = false;
    for (const metric* m : all_metrics()) {
        std::vector<double> inputs(m->example.inputs.begin(),
                                   m->example.inputs.begin() + std::ssize(m->value.inputs()));
        inputs.resize(inputs_of(*m).size(), not_given);
        const estimate plain = estimate_of(*m, inputs, bare);
        INFO(m->key);
        CHECK(plain.comes_to.value == estimate_of(*m, inputs).comes_to.value);
        CHECK_FALSE(plain.limits);
        CHECK(near_in_parts(plain.comes_to.value, evaluate(m->value, inputs).value, 1e-15));
    }
}

TEST_CASE("every interval of the catalogue's examples holds its value") {
    for (const metric* m : all_metrics()) {
        std::vector<double> inputs(m->example.inputs.begin(),
                                   m->example.inputs.begin() + std::ssize(m->value.inputs()));
        inputs.resize(inputs_of(*m).size(), not_given);
        const estimate made = estimate_of(*m, inputs);
        INFO(m->key);
        CHECK((!made.limits || (made.limits->low <= made.comes_to.value && made.comes_to.value <= made.limits->high)));
    }
}

TEST_CASE("a standard error is that of what was seen, in the metric's unit") {
    CHECK(near(*standard_error(nps, promoters = 300, passives = 100, detractors = 100), 3.577708763999664, 1e-12));
    CHECK(
        near(*standard_error(churn, customers_lost = 100, customers_start = 1000), std::sqrt(0.1 * 0.9 / 1000), 1e-15));
    CHECK(standard_error(churn, customers_lost = 0, customers_start = 1000) == 0.0);
    CHECK(near(*standard_error(engagement, likes = 500, shares = 200, comments = 50, followers = 10000),
               std::sqrt(750.0) / 10000, 1e-15));
    CHECK(near(*standard_error(csat_mean, csat_points = 15, csat_answers = 5, csat_points_squared = 55),
               std::sqrt(2.5 / 5), 1e-12));
    CHECK_FALSE(standard_error(csat_mean, csat_points = 15, csat_answers = 5));
    CHECK_FALSE(standard_error(csat_mean, csat_points = 3, csat_answers = 1, csat_points_squared = 9));
    CHECK_FALSE(standard_error(churn, customers_lost = 0, customers_start = 0));
    CHECK_FALSE(standard_error(cac, acquisition_cost = 1, customers_new = 2));
}

TEST_CASE("one promoter is a score of 100, and the interval reaches it") {
    const estimate made = estimate_of(nps, promoters = 1, passives = 0, detractors = 0);
    CHECK(made.limits->high == 100);
    CHECK(estimate_of(nps, promoters = 0, passives = 0, detractors = 1).limits->low == -100);
    // A third of 100 is no double: the limit is moved out to the value as it is printed.
    for (const double passive : {0.0, 1.0, 2.0, 6.0}) {
        interval_options plain{.level = 1e-9, .nets = net_interval::wald};
        const estimate third = estimate_of(nps, {promoters = 1, passives = passive, detractors = 0}, plain);
        CHECK((third.limits->low <= third.comes_to.value && third.comes_to.value <= third.limits->high));
    }
}

TEST_CASE(
    "a survey of a small population has narrower limits by its effective n, and of all of it none but the value") {
    const interval_options small{.population = 500};
    const double worth = effective_n(200, 500) / 200;
    const estimate share = estimate_of(csat, {csat_satisfied = 150, csat_answers = 200}, small);
    CHECK(near(share.limits->low, wilson(150 * worth, 200 * worth).low, 1e-12));
    CHECK(share.n == 200);
    const estimate net = estimate_of(nps, {promoters = 100, passives = 60, detractors = 40}, small);
    CHECK(near(net.limits->high, 100 * net_adjusted_wald(100 * worth, 60 * worth, 40 * worth).high, 1e-12));
    const readings points = {csat_points = 800, csat_answers = 200, csat_points_squared = 3400};
    const estimate large = estimate_of(csat_mean, points, {});
    const estimate mean = estimate_of(csat_mean, points, small);
    CHECK(near(mean.limits->high - 4, (large.limits->high - 4) / std::sqrt(worth), 1e-12));

    const estimate all = estimate_of(csat, {csat_satisfied = 150, csat_answers = 200}, {.population = 200});
    CHECK((all.limits->low == 0.75 && all.limits->high == 0.75));
    CHECK(all.limits->method == "census");
    CHECK_THROWS_AS(estimate_of(csat, {csat_satisfied = 150, csat_answers = 200}, {.population = 199}),
                    std::invalid_argument);
    CHECK(estimate_of(engagement, {likes = 5, shares = 0, comments = 0, followers = 10}, {.population = 2})
              .limits->method == "garwood");
}

TEST_CASE("a level outside 0 to 1 is refused") {
    interval_options options;
    options.level = 1;
    CHECK_THROWS_AS(estimate_of(churn, std::array{1.0, 10.0}, options), std::invalid_argument);
}

TEST_CASE("weighted answers are as many as Kish counts them, whatever the scale of their weights") {
    for (const double scale : {1.0, 100.0}) {
        const estimate made = estimate_of(nps, {promoters = 3.5 * scale, passives = scale, detractors = 1.5 * scale,
                                                nps_weights_squared = 8.5 * scale * scale});
        CHECK(near(made.comes_to.value, 100.0 / 3, 1e-9));
        CHECK(near(made.n, 36 / 8.5, 1e-9));
        CHECK(near(made.limits->low, -39.55128045926211, 1e-9));
        CHECK(near(made.limits->high, 78.57567070316456, 1e-9));
    }
    const estimate share = estimate_of(csat, {csat_satisfied = 2.5, csat_answers = 4, csat_weights_squared = 6.5});
    CHECK(share.comes_to.value == 0.625);
    CHECK(near(share.n, 16 / 6.5, 1e-9));
    CHECK(near(share.limits->low, 0.16326873116889185, 1e-9));
    CHECK(near(share.limits->high, 0.9343649164164105, 1e-9));
}

TEST_CASE("weights that are all alike change nothing") {
    const estimate plain = estimate_of(csat_mean, {csat_points = 2100, csat_answers = 500, csat_points_squared = 9300});
    const estimate weighted = estimate_of(
        csat_mean, {csat_points = 4200, csat_answers = 1000, csat_points_squared = 18600, csat_weights_squared = 2000});
    CHECK(weighted.n == 500);
    CHECK(near(weighted.limits->low, plain.limits->low, 1e-9));
    CHECK(near(weighted.limits->high, plain.limits->high, 1e-9));
    CHECK(near(*standard_error(csat_mean, csat_points = 4200, csat_answers = 1000, csat_points_squared = 18600,
                               csat_weights_squared = 2000),
               *standard_error(csat_mean, csat_points = 2100, csat_answers = 500, csat_points_squared = 9300), 1e-9));
}

TEST_CASE("a share of a fractional count has the interval of the rounded one") {
    const estimate made = estimate_of(conversion, {conversions = 66.75, visitors = 1000});
    CHECK(made.comes_to.value == 0.06675);
    CHECK(near(made.limits->low, 0.05310191960662386, 1e-9));
    CHECK(near(made.limits->high, 0.08421205324186688, 1e-9));
}
