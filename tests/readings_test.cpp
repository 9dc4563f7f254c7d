#include <cxm/readings.hpp>

#include <array>
#include <stdexcept>
#include <string>
#include <vector>

#include <cxm/cxm.hpp>

#include "catch.hpp"

using namespace cxm;

namespace {

/// What a call is refused with; empty where it is not.
template <typename Call>
std::string refusal(Call call) {
    try {
        call();
    } catch (const std::invalid_argument& e) {
        return e.what();
    }
    return {};
}

}  // namespace

TEST_CASE("readings come into the metric's order, whatever theirs, and what is not named is missing") {
    CHECK(in_order(nps, {promoters = 3, passives = 1, detractors = 2, nps_weights_squared = 6}) ==
          std::vector{3.0, 2.0, 1.0, 6.0});
    CHECK(in_order(csat_mean, {csat_points_squared = 362, csat_weights_squared = 10, csat_answers = 10,
                               csat_points = 60}) == std::vector{60.0, 10.0, 362.0, 10.0});
    CHECK(is_missing(in_order(churn, {customers_lost = 1})[1]));
}

TEST_CASE("a reading that the metric has no place for is refused by name") {
    CHECK(refusal([] { in_order(nps, {customers_lost = 1}); }) == "nps does not use customers_lost");
    CHECK(refusal([] { in_order(nps, {promoters = 1, promoters = 2}); }) == "promoters is given twice");
    CHECK(refusal([] { estimate_of(nps, csat_answers = 1); }) == "nps does not use csat_answers");
    CHECK(refusal([] { nps(promoters = 1, promoters = 2); }) == "promoters is given twice");
    CHECK(refusal([] { nps(promoters = 1, csat_answers = 2); }) == "nps does not use csat_answers");
}

TEST_CASE("estimates, comparisons and checks take readings as a metric's call does") {
    const std::array by_place = {3.0, 2.0, 1.0};
    const estimate named = estimate_of(nps, promoters = 3, passives = 1, detractors = 2);
    CHECK(named.comes_to.value == nps(promoters = 3, passives = 1, detractors = 2).value);
    CHECK(named.limits->low == estimate_of(nps, by_place).limits->low);
    interval_options wide;
    wide.level = 0.99;
    CHECK(estimate_of(nps, {promoters = 3, passives = 1, detractors = 2}, wide).limits->level == 0.99);

    const contrast change = contrast_of(nps, {promoters = 120, passives = 60, detractors = 70},
                                        {passives = 55, promoters = 150, detractors = 45});
    CHECK(change.is == verdict::better);
    CHECK(change.limits->low ==
          contrast_of(nps, std::array{120.0, 70.0, 60.0}, std::array{150.0, 45.0, 55.0}).limits->low);

    CHECK(are_legal(cac, customers_new = 240, acquisition_cost = 12000));
    CHECK_FALSE(are_legal(churn, customers_lost = 120, customers_start = 100));
    CHECK(contradiction(churn, customers_start = 100, customers_lost = 120) ==
          "customers_lost is 120, more than customers_start, 100");
    CHECK(solve(nps, {promoters = 300, passives = 100, detractors = 100}, promoters, 50).input == 400);
    CHECK(sensitivity(nps, promoters = 300, passives = 100, detractors = 100)[0].of->key == "promoters");
}
