#include <cxm/project/gamma_gamma.hpp>

#include <array>
#include <cmath>
#include <stdexcept>
#include <vector>

#include "bench/coverage/drawn.hpp"
#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

namespace {

constexpr gamma_gamma published{6.25, 3.74, 15.44};

std::vector<mean_spend> drawn_spends(std::uint64_t seed, int customers) {
    drawn_customers draw(seed);
    std::vector<mean_spend> spends;
    for (int i = 0; i < customers; ++i) {
        const double x = std::floor(1 + 5 * draw.chance());
        const double nu = draw.gamma(published.q) / published.gamma;
        spends.push_back({x, draw.gamma(published.p * x) / nu / x});
    }
    return spends;
}

double by_definition(const gamma_gamma& m, const mean_spend& of) {
    const double shape = m.p * of.x;
    return -log_beta(shape, m.q) + m.q * std::log(m.gamma) + (shape - 1) * std::log(of.mean) + shape * std::log(of.x) -
           (shape + m.q) * std::log(m.gamma + of.x * of.mean);
}

}  // namespace

TEST_CASE("two repeats of 22.35 on average promise 24.66, none the mean of all") {
    CHECK(near(*expected_spend(published, 2, 22.35), 24.6637, 0.00005));
    CHECK(near(*expected_spend(published, 0, 0), *population_spend(published), 1e-13));
    CHECK(near(*population_spend(published), 6.25 * 15.44 / 2.74, 1e-13));
}

TEST_CASE("the more repeats, the more a customer's own mean counts") {
    CHECK(*expected_spend(published, 1, 100) < *expected_spend(published, 10, 100));
    CHECK(near(*expected_spend(published, 1e9, 100), 100, 1e-6));
}

TEST_CASE("with q at or below 1 the mean of all has no end, though a customer's may have one") {
    CHECK_FALSE(population_spend({6, 1, 15}));
    CHECK_FALSE(expected_spend({6, 1, 15}, 0, 0));
    CHECK(expected_spend({6, 1, 15}, 1, 20));
}

TEST_CASE("a gamma-gamma fit has the likelihood of its definition and finds what amounts were drawn from") {
    const auto spends = drawn_spends(11, 1500);
    const auto fit = fit_gamma_gamma(spends);
    REQUIRE(fit.covariance);
    double sum = 0;
    for (const mean_spend& one : spends) {
        sum += by_definition(*fit.model, one);
    }
    CHECK(near(sum, fit.log_likelihood, 1e-7));
    const point<3> truth{6.25, 3.74, 15.44};
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(std::fabs(fit.logs[i] - std::log(truth[i])) < 3 * *fit.error(i));
    }
}

TEST_CASE("cents and euros, rows and counts give the same fit") {
    const auto euros = drawn_spends(12, 300);
    std::vector<mean_spend> cents;
    for (const mean_spend& one : euros) {
        cents.push_back({one.x, 100 * one.mean, 0.5});
        cents.push_back({one.x, 100 * one.mean, 0.5});
    }
    const auto by_euro = fit_gamma_gamma(euros);
    const auto by_cent = fit_gamma_gamma(cents);
    REQUIRE(by_euro.model);
    REQUIRE(by_cent.model);
    CHECK(near_in_parts(by_cent.model->gamma, 100 * by_euro.model->gamma, 1e-3));
    CHECK(near_in_parts(by_cent.model->q, by_euro.model->q, 1e-3));
}

TEST_CASE("who never came back or never paid is left out of the fit, and without others there is none") {
    auto spends = drawn_spends(13, 200);
    const auto without = fit_gamma_gamma(spends);
    spends.push_back({0, 0});
    spends.push_back({3, 0});
    CHECK(fit_gamma_gamma(spends).log_likelihood == without.log_likelihood);
    CHECK(fit_gamma_gamma(std::array<mean_spend, 2>{{{0, 0}, {3, 0}}}).standing == fit_standing::no_repeats);
    CHECK_FALSE(fit_gamma_gamma(std::array<mean_spend, 2>{{{1, 20}, {3, 20}}}).model);
}

TEST_CASE("the correlation is Pearson's over who came back") {
    const std::array<mean_spend, 4> spends{{{1, 10}, {2, 30, 2}, {3, 20}, {0, 1e6}}};
    CHECK(near(*spend_correlation(spends), 10 / std::sqrt(2 * 275.0), 1e-14));
    CHECK_FALSE(spend_correlation(std::array<mean_spend, 2>{{{1, 10}, {1, 30}}}));
    CHECK_FALSE(spend_correlation({}));
}

TEST_CASE("amounts and parameters below 0 are refused") {
    CHECK_THROWS_AS(population_spend({-1, 2, 3}), std::invalid_argument);
    CHECK_THROWS_AS(fit_gamma_gamma(std::array<mean_spend, 1>{{{1, -1}}}), std::invalid_argument);
    CHECK_THROWS_AS(expected_spend(published, 1, -1), std::invalid_argument);
}
