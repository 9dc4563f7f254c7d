#include <cxm/project/fit.hpp>
#include <cxm/project/limits.hpp>

#include <array>
#include <cmath>

#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

namespace {

struct pair_model {
    static constexpr std::size_t size = 2;

    double a;
    double b;

    static pair_model from_logs(const point<2>& logs) { return {std::exp(logs[0]), std::exp(logs[1])}; }
};

constexpr std::array<point<2>, 1> starts{{{0.0, 0.0}}};

/// A loss whose best logs are 1 and 2, with standard errors of 0.1 and 0.2 and a correlation of one half.
double bowl(const point<2>& logs) {
    const double x = (logs[0] - 1.0) / 0.1;
    const double y = (logs[1] - 2.0) / 0.2;
    return 7.0 + 0.5 * (x * x - x * y + y * y) / 0.75;
}

}  // namespace

TEST_CASE("a sound fit has its parameters, their errors and the likelihood") {
    const auto fit = detail::fit_by_search<pair_model>(bowl, starts, {0.5, 0.0}, 3.0);
    CHECK(fit.standing == fit_standing::sound);
    CHECK(reason(fit.standing).empty());
    REQUIRE(fit.model);
    CHECK(near(fit.model->a, std::exp(1.5), 1e-3));
    CHECK(near(fit.model->b, std::exp(2.0), 1e-3));
    CHECK(near(fit.log_likelihood, -4.0, 1e-8));
    CHECK(near(*fit.error(0), 0.1, 1e-6));
    CHECK(near(*fit.error(1), 0.2, 1e-6));
    CHECK(near((*fit.covariance)[0][1], 0.01, 1e-6));
}

TEST_CASE("limits follow from the errors by the delta method") {
    const auto fit = detail::fit_by_search<pair_model>(bowl, starts);
    const auto product = log_limits(fit, [](const pair_model& m) { return m.a * m.b; });
    REQUIRE(product);
    const double error = std::sqrt(0.01 + 0.04 + 2 * 0.01);
    CHECK(near_in_parts(product->low, std::exp(3.0 - normal_critical(0.95) * error), 1e-4));
    CHECK(near_in_parts(product->high, std::exp(3.0 + normal_critical(0.95) * error), 1e-4));
    CHECK(product->method == "delta-log");
    const auto share = logit_limits(
        fit, [](const pair_model& m) { return m.a / (m.a + m.b); }, 0.9);
    REQUIRE(share);
    const double odds_error = normal_critical(0.9) * std::sqrt(0.01 + 0.04 - 2 * 0.01);
    CHECK(near(share->low, 1 / (1 + std::exp(1.0 + odds_error)), 1e-4));
    CHECK(near(share->high, 1 / (1 + std::exp(1.0 - odds_error)), 1e-4));
    CHECK_THROWS_AS(log_limits(
                        fit, [](const pair_model& m) { return m.a; }, 1.0),
                    std::invalid_argument);
}

TEST_CASE("a quantity that has no value near the fit has no limits") {
    const auto fit = detail::fit_by_search<pair_model>(bowl, starts);
    CHECK_FALSE(log_limits(fit, [](const pair_model& m) { return m.a < std::exp(1.0) ? std::nan("") : m.a; }));
}

TEST_CASE("a fit in which only a sum counts is flat: a model without errors") {
    const auto fit = detail::fit_by_search<pair_model>(
        [](const point<2>& logs) { return std::pow(logs[0] + logs[1] - 1.0, 2); }, starts);
    CHECK(fit.standing == fit_standing::flat);
    REQUIRE(fit.model);
    CHECK(near(fit.model->a * fit.model->b, std::exp(1.0), 1e-3));
    CHECK_FALSE(fit.error(0));
    CHECK_FALSE(log_limits(fit, [](const pair_model& m) { return m.a * m.b; }));
    CHECK(reason(fit.standing) == "the data do not tell the model's parameters apart");
}

TEST_CASE("a parameter without end is named") {
    const auto fit = detail::fit_by_search<pair_model>(
        [](const point<2>& logs) { return std::exp(-logs[1]) + logs[0] * logs[0]; }, starts);
    CHECK(fit.standing == fit_standing::at_bound);
    CHECK(fit.bound == 1u);
    CHECK(fit.model);
    CHECK_FALSE(fit.covariance);
}

TEST_CASE("a search that does not settle gives no number") {
    const auto fit = detail::fit_by_search<pair_model>([](const point<2>&) { return std::nan(""); }, starts);
    CHECK(fit.standing == fit_standing::unsettled);
    CHECK_FALSE(fit.model);
}
