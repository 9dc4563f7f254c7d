#include <cmath>
#include <stdexcept>

#include <cxm/sample.hpp>

#include "catch.hpp"
#include "near.hpp"

TEST_CASE("a share to five points takes 385 answers") {
    CHECK(near(cxm::sample_for_share(0.05), 384.1458820694125, 1e-10));
    CHECK(std::ceil(cxm::sample_for_share(0.05)) == 385.0);
    CHECK(cxm::sample_for_share(0.05, 0.1) < cxm::sample_for_share(0.05, 0.3));
    CHECK(cxm::sample_for_share(0.05, 0.0) == 0.0);
}

TEST_CASE("a net promoter score of 40 to five points takes 984 answers, and 1537 at worst") {
    CHECK(near(cxm::sample_for_net(0.05, cxm::net_variance(0.6, 0.2)), 983.4134580976961, 1e-9));
    CHECK(std::ceil(cxm::sample_for_net(0.05)) == 1537.0);
}

TEST_CASE("a net difference takes the two critical values squared, times both variances") {
    const double z = 1.959963984540054 + 0.8416212335729143;
    CHECK(near(cxm::sample_for_net_difference(0.1, 0.64, 0.7), z * z * 1.34 / 0.01, 1e-9));
    CHECK(cxm::sample_for_net_difference(-0.1) == cxm::sample_for_net_difference(0.1));
}

TEST_CASE("unequal groups of a net difference weigh each variance by its own size") {
    const double z = 1.959963984540054 + 0.8416212335729143;
    const auto sizes = cxm::sizes_for_net_difference(0.1, 0.64, 0.7, 0.8, 0.95, 3.0);
    CHECK(near(sizes.a, 3 * sizes.b, 1e-9));
    CHECK(near(0.64 / sizes.a + 0.7 / sizes.b, 0.01 / (z * z), 1e-12));
    CHECK(near(cxm::detectable_net_difference(sizes.a, sizes.b, 0.64, 0.7), 0.1, 1e-12));
    CHECK(cxm::sizes_for_net_difference(0.1, 0.64, 0.7).b == cxm::sample_for_net_difference(0.1, 0.64, 0.7));
    CHECK_THROWS_AS(cxm::sizes_for_net_difference(0.1, 1, 1, 0.8, 0.95, 0.0), std::invalid_argument);
    CHECK_THROWS_AS(cxm::detectable_net_difference(0, 5), std::invalid_argument);
}

TEST_CASE("10 % against 12 % takes 3841 per group") {
    const auto sizes = cxm::sample_for_difference(0.10, 0.12);
    REQUIRE(sizes);
    CHECK(near(sizes->b, 3840.847482436278, 1e-8));
    CHECK(sizes->a == sizes->b);
    CHECK(near(cxm::power_to_tell(0.10, 0.12, sizes->a, sizes->b), 0.8, 1e-5));
    CHECK_FALSE(cxm::sample_for_difference(0.1, 0.1));
}

TEST_CASE("unequal groups need more answers in all for the same power") {
    const auto sizes = cxm::sample_for_difference(0.10, 0.12, 0.9, 0.99, 3.0);
    const auto equal = cxm::sample_for_difference(0.10, 0.12, 0.9, 0.99);
    REQUIRE((sizes && equal));
    CHECK(near(sizes->a, 3.0 * sizes->b, 1e-9));
    CHECK(sizes->a + sizes->b > equal->a + equal->b);
    CHECK(near(cxm::power_to_tell(0.10, 0.12, sizes->a, sizes->b, 0.99), 0.9, 1e-5));
}

TEST_CASE("5000 per group show 5.17 % against 4 %") {
    const auto share = cxm::detectable_share(0.04, 5000, 5000);
    REQUIRE(share);
    CHECK(near(*share, 0.05171937064242355, 1e-12));
    CHECK(near(cxm::sample_for_difference(0.04, *share)->b, 5000.0, 1e-6));
}

TEST_CASE("groups too small to show anything have no detectable share") {
    CHECK_FALSE(cxm::detectable_share(0.5, 2, 2));
    CHECK_FALSE(cxm::detectable_share(1.0, 5000, 5000));
    CHECK(cxm::detectable_share(0.0, 100, 100));
}

TEST_CASE("power without a difference is the chance of a false finding, in both tails") {
    CHECK(near(cxm::power_to_tell(0.3, 0.3, 100, 50, 0.9), 0.1, 1e-14));
    CHECK(near(cxm::power_to_tell(0.2, 0.4, 60, 90), cxm::power_to_tell(0.4, 0.2, 90, 60), 1e-15));
    CHECK(cxm::power_to_tell(0.0, 1.0, 100, 100) == 1.0);
    CHECK(cxm::power_to_tell(0.0, 0.0, 100, 100) == 0.0);
}

TEST_CASE("margins, shares and powers that are none are refused") {
    CHECK_THROWS_AS(cxm::sample_for_share(0.0), std::invalid_argument);
    CHECK_THROWS_AS(cxm::sample_for_share(0.05, 50.0), std::invalid_argument);
    CHECK_THROWS_AS(cxm::sample_for_net(0.05, 1.5), std::invalid_argument);
    CHECK_THROWS_AS(cxm::sample_for_net_difference(0.0), std::invalid_argument);
    CHECK_THROWS_AS(cxm::sample_for_difference(0.1, 0.2, 1.0), std::invalid_argument);
    CHECK_THROWS_AS(cxm::detectable_share(0.1, 0, 10), std::invalid_argument);
    CHECK_THROWS_AS(cxm::power_to_tell(-0.1, 0.2, 10, 10), std::invalid_argument);
}
