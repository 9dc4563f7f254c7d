#include "results/arms.hpp"

#include <cxm/metrics/marketing.hpp>

#include "catch.hpp"
#include "near.hpp"
#include "records/records_from.hpp"

using namespace cxm;

namespace {

comparison of(std::string_view before, std::string_view after) {
    const std::vector<const metric*> metrics = {&cart_abandonment, &ctr, &conversion};
    return make_comparison(make_report(records_from(before), metrics, {}),
                           make_report(records_from(after), metrics, {}), {});
}

const std::vector<const metric*> known = {&ctr, &conversion, &cart_abandonment};

}  // namespace

TEST_CASE("the arms of a test are as large as the people in them, however many ads they saw") {
    const comparison people =
        of("clicks,impressions,visitors,conversions,carts,carts_purchased\n10,9000,400,20,50,20\n",
           "clicks,impressions,visitors,conversions,carts,carts_purchased\n10,9500,420,20,60,20\n");
    CHECK(size_of_arms(people, known) == &visitors);
    const comparison things = of("clicks,impressions,carts,carts_purchased\n10,9000,50,20\n",
                                 "clicks,impressions,carts,carts_purchased\n10,9500,60,20\n");
    CHECK(size_of_arms(things, known) == &impressions);
    CHECK(size_of_arms(of("clicks,impressions\n1,2\n", "carts,carts_purchased\n2,1\n"), known) == nullptr);
}

TEST_CASE("9,463 against 7,681 visitors is no even split, and an uneven one that was meant") {
    const comparison ab = of("visitors,conversions\n9463,900\n", "visitors,conversions\n7681,800\n");
    const std::vector<arms> even = check_arms(ab, visitors, {});
    REQUIRE(even.size() == 1);
    CHECK(even[0].alarm());
    CHECK(near(even[0].ratio.p, 3.289568027296767e-42, 1e-9));
    const std::vector<arms> meant = check_arms(ab, visitors, {55, 45});
    CHECK_FALSE(meant[0].alarm());
    CHECK(meant[0].part_before == 55);
}

TEST_CASE("each label group has arms of its own, once however many metrics it has") {
    const comparison groups =
        of("country,visitors,conversions,clicks,impressions\nde,5000,1,1,9\nfr,900,1,1,9\nat,,,1,9\n",
           "country,visitors,conversions,clicks,impressions\nde,5010,1,1,9\nfr,500,1,1,9\nat,3,1,1,9\n");
    const std::vector<arms> tested = check_arms(groups, visitors, {});
    REQUIRE(tested.size() == 2);
    CHECK_FALSE(tested[0].alarm());
    CHECK(tested[1].alarm());
}
