#include <cmath>
#include <limits>
#include <stdexcept>

#include <cxm/special.hpp>

#include "catch.hpp"
#include "near.hpp"

TEST_CASE("the critical value of 95 % is 1.959963984540054") {
    CHECK(near(cxm::normal_critical(0.95), 1.959963984540054, 1e-15));
    CHECK(near(cxm::normal_critical(0.99), 2.5758293035489004, 1e-15));
    CHECK(near(cxm::normal_critical(0.5), 0.6744897501960817, 1e-15));
}

TEST_CASE("the normal quantile undoes the distribution from 1e-300 to the other tail") {
    for (const double p : {1e-300, 1e-100, 1e-12, 0.001, 0.025, 0.3, 0.5, 0.7, 0.975, 0.999999}) {
        CHECK(near_in_parts(cxm::normal_cdf(cxm::normal_quantile(p)), p, 1e-12));
        CHECK(near(cxm::normal_quantile(1.0 - p), -cxm::normal_quantile(1.0 - (1.0 - p)), 1e-12));
    }
}

TEST_CASE("the ends of the normal quantile are infinite and what lies beyond is refused") {
    CHECK(cxm::normal_quantile(0.0) == -std::numeric_limits<double>::infinity());
    CHECK(cxm::normal_quantile(1.0) == std::numeric_limits<double>::infinity());
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const double p : {-0.1, 1.1, nan}) {
        CHECK_THROWS_AS(cxm::normal_quantile(p), std::invalid_argument);
    }
    for (const double level : {0.0, 1.0, 95.0, -0.5, nan}) {
        CHECK_THROWS_AS(cxm::normal_critical(level), std::invalid_argument);
    }
}

TEST_CASE("a p-value of 1e-299 does not become 0") {
    CHECK(near_in_parts(cxm::two_sided_p(37.0), 1.1451142445049115e-299, 1e-11));
    CHECK(cxm::two_sided_p(-2.0) == cxm::two_sided_p(2.0));
}

TEST_CASE("log-factorials are those of the integers and of Stirling's formula") {
    double product = 1.0;
    for (double n = 1.0; n <= 20.0; ++n) {
        product *= n;
        CHECK(near(cxm::log_factorial(n), std::log(product), 1e-13));
    }
    CHECK(cxm::log_factorial(0.0) == 0.0);
    CHECK(near(cxm::log_gamma(0.5), 0.5723649429247001, 1e-14));
    CHECK(near_in_parts(cxm::log_factorial(1e6), 12815518.384658169, 1e-15));
}

TEST_CASE("the two tails of a gamma or beta variable add up to 1") {
    for (const double a : {0.5, 2.0, 40.0, 2999.0, 3001.0, 1e6}) {
        for (const double share : {0.9, 1.0, 1.1}) {
            const auto gamma = cxm::gamma_tails(a * share, a);
            CHECK(near(gamma.lower + gamma.upper, 1.0, 1e-12));
            const auto beta = cxm::beta_tails(0.25 * share, 1.0 - 0.25 * share, a, 3.0 * a);
            CHECK(near(beta.lower + beta.upper, 1.0, 1e-12));
        }
    }
}

TEST_CASE("tails have their closed forms where there is one") {
    CHECK(near_in_parts(cxm::gamma_tails(700.0, 1.0).upper, std::exp(-700.0), 1e-12));
    CHECK(near(cxm::gamma_tails(2.0, 1.0).lower, 1.0 - std::exp(-2.0), 1e-15));
    CHECK(near(cxm::beta_tails(0.3, 0.7, 1.0, 1.0).lower, 0.3, 1e-15));
    CHECK(near_in_parts(cxm::beta_tails(1e-5, 1.0 - 1e-5, 3.0, 1.0).lower, 1e-15, 1e-13));
    CHECK(cxm::beta_tails(0.0, 1.0, 2.0, 3.0).lower == 0.0);
    CHECK(cxm::beta_tails(1.0, 0.0, 2.0, 3.0).lower == 1.0);
    CHECK(cxm::gamma_tails(0.0, 2.0).upper == 1.0);
}

TEST_CASE("quantiles undo their distributions for small, large and lopsided shapes") {
    for (const double p : {1e-12, 0.005, 0.3, 0.5, 0.9, 0.995}) {
        for (const double a : {0.5, 1.0, 3.0, 2999.0, 3001.0, 1e6}) {
            CHECK(near_in_parts(cxm::gamma_tails(cxm::gamma_quantile(p, a), a).lower, p, 1e-9));
            CHECK(near_in_parts(cxm::gamma_tails(cxm::gamma_upper_quantile(p, a), a).upper, p, 1e-9));
            for (const double b : {0.5, 2.0, 4000.0, 1e6}) {
                const double x = 1.0 / (1.0 + std::exp(-cxm::beta_log_odds(p, a, b)));
                const double y = 1.0 / (1.0 + std::exp(cxm::beta_log_odds(p, a, b)));
                CHECK(near_in_parts(cxm::beta_tails(x, y, a, b).lower, p, 1e-9));
            }
        }
    }
}

TEST_CASE("quantiles agree with scipy's") {
    CHECK(near(cxm::chi_square_quantile(0.95, 1.0), 3.841458820694124, 1e-13));
    CHECK(near(cxm::chi_square_quantile(0.025, 1500.0), 1394.5550305348848, 1e-9));
    CHECK(near(cxm::beta_quantile(0.025, 37.0, 7.0), 0.7206751996858509, 1e-14));
    CHECK(near(cxm::student_critical(0.95, 1.0), std::tan(0.475 * std::acos(-1.0)), 1e-12));
    CHECK(near(cxm::student_critical(0.95, 9.0), 2.262157162798205, 1e-14));
    CHECK(near(cxm::student_critical(0.95, 999.0), 1.9623414611334487, 1e-13));
    CHECK(near(cxm::student_critical(0.95, 1e15), cxm::normal_critical(0.95), 1e-13));
    CHECK(near(cxm::student_critical(0.01, 9.0), 0.01288583483194916, 1e-15));
}

TEST_CASE("Student's p undoes his critical value") {
    for (const double degrees : {1.0, 1.5, 9.0, 1e6}) {
        for (const double level : {0.01, 0.5, 0.95, 0.9999}) {
            CHECK(near(cxm::student_two_sided_p(cxm::student_critical(level, degrees), degrees), 1.0 - level, 1e-13));
        }
    }
    CHECK(cxm::student_two_sided_p(0.0, 5.0) == 1.0);
}

TEST_CASE("a rising product's logarithm is that of the quotient of two gamma functions, for large numbers too") {
    CHECK(near(cxm::log_rising(0.243, 3.0), std::log(0.243 * 1.243 * 2.243), 1e-15));
    CHECK(cxm::log_rising(5.0, 0.0) == 0.0);
    for (const double a : {1e-4, 0.7, 12.0, 300.0}) {
        for (const double n : {0.4, 1.0, 16.0, 17.0, 40.5}) {
            CHECK(near(cxm::log_rising(a, n), cxm::log_gamma(a + n) - cxm::log_gamma(a), 1e-11));
        }
    }
    // Two logarithms near 3e16 say nothing of a difference near 17.
    CHECK(near(cxm::log_rising(1e15, 0.5), 0.5 * std::log(1e15), 1e-12));
    CHECK(near(cxm::log_beta(2.5, 4.0), std::log(16.0 / 1155.0 * 2.0), 1e-14));
    CHECK(near(cxm::log_beta(4.0, 2.5), cxm::log_beta(2.5, 4.0), 1e-15));
}

TEST_CASE("the hypergeometric function is its series and its closed forms") {
    for (const double z : {0.0, 0.1, 0.5, 0.9, 0.999, 0.9999999}) {
        CHECK(near_in_parts(cxm::hypergeometric_with_one(0.7, 1.0, z), std::pow(1.0 - z, -0.7), 1e-9));
        CHECK(near_in_parts(cxm::hypergeometric_with_one(1.0, 2.0, z), z > 0 ? -std::log1p(-z) / z : 1.0, 1e-9));
    }
    for (const double a : {0.3, 2.0, 40.0}) {
        for (const double beyond : {0.2, 3.0, 50.0}) {
            double term = 1.0;
            double sum = 0.0;
            for (double n = 0.0; term > 1e-18 * sum; ++n) {
                sum += term;
                term *= (a + n) / (a + beyond + n) * 0.8;
            }
            CHECK(near_in_parts(cxm::hypergeometric_with_one(a, a + beyond, 0.8), sum, 1e-13));
        }
    }
}

TEST_CASE("Legendre's rule is exact for polynomials of twice its points") {
    const cxm::legendre_rule<5> rule;
    double ninth = 0.0;
    double tenth = 0.0;
    rule.over(0.0, 2.0, [&](double x, double weight) {
        ninth += weight * std::pow(x, 9);
        tenth += weight * std::pow(x, 10);
    });
    CHECK(near_in_parts(ninth, 102.4, 1e-13));
    CHECK_FALSE(near_in_parts(tenth, 2048.0 / 11.0, 1e-6));
}
