#include <cxm/project/pareto_nbd.hpp>
#include <cxm/project/purchase_model.hpp>

#include <array>
#include <cmath>
#include <stdexcept>

#include "bench/coverage/drawn.hpp"
#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

namespace {

constexpr pareto_nbd published{0.553, 10.578, 0.606, 11.669};

/// The likelihood by quadrature over the time of leaving, as the model's definition has it.
double by_quadrature(const pareto_nbd& m, const purchase_history& of) {
    const double rate = m.r + of.x;
    const double least = std::min(m.alpha, m.beta);
    const double start = -rate * std::log(m.alpha + of.t_x) - m.s * std::log(m.beta + of.t_x);
    double sum = std::exp(-rate * std::log(m.alpha + of.T) - m.s * std::log(m.beta + of.T) - start);
    const legendre_rule<20> rule;
    const double low = std::log(least + of.t_x);
    const double width = (std::log(least + of.T) - low) / 200;
    for (int panel = 0; panel < 200; ++panel) {
        rule.over(low + panel * width, low + (panel + 1) * width, [&](double at, double weight) {
            const double y = std::exp(at) - least;
            sum += weight * std::exp(at) * m.s *
                   std::exp(-rate * std::log(m.alpha + y) - (m.s + 1) * std::log(m.beta + y) - start);
        });
    }
    return log_rising(m.r, of.x) + m.r * std::log(m.alpha) + m.s * std::log(m.beta) + start + std::log(sum);
}

}  // namespace

TEST_CASE("the likelihood is the integral over the time of leaving, however far apart alpha and beta lie") {
    for (const pareto_nbd& model :
         {published, {0.05, 300, 2, 0.001}, {5, 0.002, 0.2, 100}, {1, 1, 1, 1}, {2, 3, 20, 3000}}) {
        for (const purchase_history& of :
             {purchase_history{0, 0, 40}, {1, 0.01, 40}, {7, 30, 40}, {3, 40, 40}, {29, 10, 40}, {300, 39, 40}}) {
            const double expected = by_quadrature(model, of);
            CHECK(near(log_likelihood(model, of), expected, 1e-12 * (10 + std::fabs(expected))));
        }
    }
}

TEST_CASE("five repeats in 33 of 38 weeks promise 2.382 in the next 26") {
    const purchase_history of{5, 33, 38};
    CHECK(near(expected_purchases(published, of, 26), 2.3821, 0.00005));
    CHECK(near(chance_alive(published, of), 0.9162, 0.00005));
    CHECK(near(chance_of_no_purchase(published, of, 26), 0.2317, 0.00005));
}

TEST_CASE("who bought on the last day is there for certain, who bought often and then no more is not") {
    CHECK(chance_alive(published, {3, 40, 40}) == 1);
    CHECK(chance_alive(published, {0, 0, 0}) == 1);
    CHECK(chance_alive(published, {300, 10, 40}) < 1e-100);
    CHECK(chance_alive(published, {3000, 10, 40}) == 0);
    CHECK(std::isfinite(log_likelihood(published, {3000, 10, 40})));
}

TEST_CASE("the chances of purchase counts by Pareto/NBD add up to 1, and their mean is what is expected") {
    for (const pareto_nbd& model : {published, {0.05, 300, 2, 0.001}, {1, 1, 1, 1}, {2, 0.5, 0.3, 200}}) {
        double sum = 0;
        double mean = 0;
        double n = 0;
        for (const double chance : purchase_chances(model, 39, 20000)) {
            sum += chance;
            mean += n++ * chance;
        }
        CHECK(near(sum, 1, 1e-11));
        CHECK(near_in_parts(mean, expected_repeats(model, 39), 1e-9));
        CHECK(near(purchase_chances(model, 39, 0)[0], chance_of_no_purchase(model, {0, 0, 0}, 39), 1e-12));
    }
}

TEST_CASE("s = 1 is no gap in what is expected") {
    CHECK(near(expected_purchases(pareto_nbd{1, 2, 1, 3}, {2, 5, 9}, 30),
               expected_purchases(pareto_nbd{1, 2, 1 + 1e-9, 3}, {2, 5, 9}, 30), 1e-7));
}

TEST_CASE("a Pareto/NBD fit is the sum of its customers' likelihoods and finds what they were drawn from") {
    const auto groups = drawn_customers(6).histories(published, 700, 30, 60);
    const auto fit = fit_pareto_nbd(groups);
    REQUIRE(fit.covariance);
    double sum = 0;
    for (const counted_history& one : groups) {
        sum += one.customers * log_likelihood(*fit.model, one.of);
    }
    CHECK(near(sum, fit.log_likelihood, 1e-7));
    const point<4> truth{0.553, 10.578, 0.606, 11.669};
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(std::fabs(fit.logs[i] - std::log(truth[i])) < 3 * *fit.error(i));
    }
    CHECK(fit_pareto_nbd(std::array<counted_history, 1>{{{{0, 0, 20}, 9}}}).standing == fit_standing::no_repeats);
    CHECK_THROWS_AS(fit_pareto_nbd(std::array<counted_history, 1>{{{{1, 0, 20}, 9}}}), std::invalid_argument);
    CHECK_THROWS_AS(chance_alive(pareto_nbd{1, 1, -1, 1}, {0, 0, 20}), std::invalid_argument);
    CHECK_THROWS_AS(log_likelihood(published, {0, 4, 20}), std::invalid_argument);
}
