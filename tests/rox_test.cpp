#include "catch.hpp"

#include <cmath>
#include <span>
#include <stdexcept>

#include <cxm/rox.hpp>

using namespace cxm;

namespace {

bool near(double a, double b) { return std::abs(a - b) < 1e-8; }

constexpr valued_lift did{{380, 10000}, {900, 20000}, 20000 * 120.0 / 50000};
constexpr valued_lift liked{{8000, 10000}, {16400, 20000}, 1.12 / 1.05 * 20000 * 90 / 50000};
constexpr valued_talk talk{1200, 200, 4.0 / 50000};
constexpr valued_lift both[] = {did, liked};
constexpr valued_talk no_talk{0, 0, 0};

}  // namespace

TEST_CASE("the worked example of a return on experience reaches from -24.5 % to +61.3 %") {
    const interval limits = return_limits(0.184, both, talk);
    CHECK(near(limits.low, -0.24508280928));
    CHECK(near(limits.high, 0.61292111811));
    CHECK(limits.level == 0.95);
    CHECK(limits.method == "mover");
}

TEST_CASE("a higher level is wider") {
    const interval usual = return_limits(0.184, both, talk);
    const interval wider = return_limits(0.184, both, talk, 0.99);
    CHECK(wider.low < usual.low);
    CHECK(usual.high < wider.high);
}

TEST_CASE("with one lift alone the limits are that lift's, scaled") {
    const interval limits = return_limits(0.336 - 1, std::span(both).first(1), no_talk);
    const interval lift = miettinen_nurminen(did.reference, did.experience);
    CHECK(near(limits.low, lift.low * did.worth - 1));
    CHECK(near(limits.high, lift.high * did.worth - 1));
}

TEST_CASE("with talk alone the limits are Poisson's") {
    const interval limits = return_limits(0, {}, talk);
    CHECK(near(limits.high, 1.959963984540054 * std::sqrt(1400.0) * 4 / 50000));
    CHECK(limits.low == -limits.high);
}

TEST_CASE("a negative worth turns the limits of its lift around") {
    const valued_lift lifts[] = {{{10, 50}, {40, 60}, 3}, {{10, 50}, {40, 60}, -3}};
    const interval gain = return_limits(2, std::span(lifts).first(1), no_talk);
    const interval loss = return_limits(-2, std::span(lifts).last(1), no_talk);
    CHECK(near(gain.low, -loss.high));
    CHECK(near(gain.high, -loss.low));
    CHECK(std::abs(gain.high + gain.low - 4) > 0.01);
}

TEST_CASE("more conversions than customers are refused") {
    const valued_lift impossible[] = {{{11, 10}, {1, 2}, 1}};
    CHECK_THROWS_AS(return_limits(0, impossible, talk), std::invalid_argument);
}

TEST_CASE("a lift that is worth nothing needs no counts") {
    const valued_lift lifts[] = {did, {{0, 0}, {0, 0}, 0}};
    CHECK(return_limits(0, lifts, no_talk).high == return_limits(0, std::span(lifts).first(1), no_talk).high);
}
