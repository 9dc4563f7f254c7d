#include <cxm/project/bgnbd.hpp>
#include <cxm/project/mbgnbd.hpp>
#include <cxm/project/purchase_model.hpp>
#include <cxm/special/quadrature.hpp>

#include <cmath>
#include <stdexcept>

#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

namespace {

constexpr bgnbd published{0.243, 4.414, 0.793, 2.426};
constexpr mbgnbd modified{0.525, 6.183, 0.891, 1.614};

}  // namespace

TEST_CASE("two repeats in 30.43 of 38.86 weeks promise 1.226 in the next 39, as in the authors' spreadsheet") {
    const purchase_history of{2, 30.43, 38.86};
    CHECK(near(expected_purchases(published, of, 39), 1.226, 0.0005));
    CHECK(near(chance_alive(published, of), 0.7266, 0.00005));
    CHECK(near(expected_purchases(modified, of, 39), 1.2630, 0.00005));
    CHECK(near(chance_alive(modified, of), 0.7062, 0.00005));
}

TEST_CASE("who never came back is there for certain by BG/NBD, and may be gone by MBG/NBD") {
    CHECK(chance_alive(published, {0, 0, 38.86}) == 1);
    CHECK(near(chance_alive(modified, {0, 0, 38.86}), 0.3897, 0.00005));
    CHECK(near(chance_alive(modified, {0, 0, 0}), 1.614 / (0.891 + 1.614), 1e-15));
}

TEST_CASE("chances of purchase counts add up to 1, and their mean is what is expected") {
    const auto check = [](const auto& model) {
        for (const double t : {0.5, 39.0}) {
            double sum = 0;
            double mean = 0;
            double n = 0;
            for (const double chance : purchase_chances(model, t, 2000)) {
                sum += chance;
                mean += n++ * chance;
            }
            CHECK(near(sum, 1, 1e-12));
            CHECK(near(mean, expected_repeats(model, t), 1e-9));
        }
        CHECK(purchase_chances(model, 0, 2)[1] == 0);
    };
    check(published);
    check(modified);
    CHECK(near(purchase_chances(published, 39, 0)[0], 0.5737864, 5e-8));
}

TEST_CASE("to buy nothing is certain for no time, and for a new customer the chance of 0 purchases") {
    const purchase_history of{2, 30.43, 38.86};
    CHECK(chance_of_no_purchase(published, of, 0) == 1);
    CHECK(near(chance_of_no_purchase(published, of, 39), 0.4454, 0.00005));
    CHECK(near(chance_of_no_purchase(published, of, 1e12), 1 - chance_alive(published, of), 0.01));
    CHECK(near(chance_of_no_purchase(modified, {0, 0, 0}, 20), purchase_chances(modified, 20, 0)[0], 1e-14));
    CHECK(near(chance_of_no_purchase(published, {0, 0, 0}, 20), purchase_chances(published, 20, 0)[0], 1e-14));
}

TEST_CASE("purchases expected at once come at the rate of who is still there") {
    for (const purchase_history& of : {purchase_history{0, 0, 30}, {3, 20, 30}, {30, 29, 30}}) {
        const double rate = (published.r + of.x) / (published.alpha + of.T);
        CHECK(near_in_parts(expected_purchases(published, of, 1e-9) / 1e-9, chance_alive(published, of) * rate, 1e-6));
    }
}

TEST_CASE("a = 1 is no gap in what is expected, near or far ahead") {
    for (const double t : {26.0, 2000.0}) {
        const purchase_history of{3, 20, 30};
        const double at_one = expected_purchases(bgnbd{0.3, 5, 1, 2.4}, of, t);
        const double beside = expected_purchases(bgnbd{0.3, 5, 1 + 1e-6, 2.4}, of, t);
        CHECK(near(at_one, beside, 1e-4));
        CHECK(at_one > beside);
    }
    CHECK(near(expected_purchases(bgnbd{0.3, 5, 1, 2.4}, {3, 20, 30}, 26), 1.1800640630269137, 1e-13));
}

TEST_CASE("the expectation is that over the chances to leave, for any size of a and b") {
    // Who leaves after a purchase with chance p buys (1 - (1 + p t/(alpha + T))^-(r + x))/p on average.
    const auto by_quadrature = [](const bgnbd& m, const purchase_history& of, double t) {
        const legendre_rule<20> rule;
        double sum = 0;
        for (int panel = 0; panel < 2000; ++panel) {
            rule.over(panel / 2000.0, (panel + 1) / 2000.0, [&](double p, double weight) {
                const double density =
                    std::exp((m.a - 1) * std::log(p) + (m.b + of.x - 1) * std::log1p(-p) - log_beta(m.a, m.b + of.x));
                sum += weight * density * -std::expm1(-(m.r + of.x) * std::log1p(p * t / (m.alpha + of.T))) / p;
            });
        }
        return chance_alive(m, of) * sum;
    };
    for (const double a : {2.5, 40.0, 99.0, 101.0, 3000.0, 1e5}) {
        for (const double t : {1.0, 39.0, 1000.0}) {
            const bgnbd model{0.8, 8, a, 2 * a};
            CHECK(near_in_parts(expected_purchases(model, {3, 20, 30}, t), by_quadrature(model, {3, 20, 30}, t), 1e-9));
        }
    }
}

TEST_CASE("what is at stake is what who has left would have bought") {
    const purchase_history of{2, 30.43, 38.86};
    const double whole = expected_if_alive(modified, of, 39);
    CHECK(near(expected_purchases(modified, of, 39) + purchases_at_stake(modified, of, 39), whole, 1e-14));
    CHECK(near(purchases_at_stake(modified, of, 39), 0.2938 * whole, 1e-4));
    CHECK(purchases_at_stake(published, {0, 0, 30}, 39) == 0);
}

TEST_CASE("parameters and a history that cannot be and a time in the past are refused") {
    CHECK_THROWS_AS(chance_alive(bgnbd{0, 1, 1, 1}, {0, 0, 20}), std::invalid_argument);
    CHECK_THROWS_AS(purchase_chances(mbgnbd{1, 1, 1, std::nan("")}, 20, 3), std::invalid_argument);
    CHECK_THROWS_AS(chance_alive(published, {0, 4, 20}), std::invalid_argument);
    CHECK_THROWS_AS(expected_purchases(published, {0, 0, 20}, -1), std::invalid_argument);
}
