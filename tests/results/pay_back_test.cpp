#include "results/pay_back.hpp"

#include <cmath>

#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

TEST_CASE("a customer pays back in the first period whose payments add up to the cost") {
    const pay_back p = pay_back_of(240, 20, 0.95);
    CHECK(p.periods == 18.0);
    CHECK(p.paid >= 240);
    CHECK(p.paid - 20 * std::pow(0.95, 17) < 240);
    CHECK(near(p.ever, 400, 1e-9));
}

TEST_CASE("what never pays back says all that ever comes, and where nobody leaves there is no end to it") {
    const pay_back never = pay_back_of(500, 20, 0.95);
    CHECK_FALSE(never.periods.has_value());
    CHECK(never.paid == never.ever);
    CHECK(std::isinf(pay_back_of(500, 20, 1).ever));
    CHECK(pay_back_of(500, 20, 1).periods == 25.0);
    CHECK(pay_back_of(0, 0, 1).ever == 0);
}
