#include <cxm/project/sbg.hpp>

#include <cmath>

#include "catch.hpp"
#include "near.hpp"
#include "project/curves.hpp"

using namespace cxm;

TEST_CASE("the published cohorts give the published curves: 0.704 and 1.182, 0.668 and 3.806") {
    const auto first = fit_sbg(counts_of(regular));
    REQUIRE(first.model);
    CHECK(first.standing == fit_standing::sound);
    CHECK(near(first.model->alpha, 0.704, 0.0005));
    CHECK(near(first.model->beta, 1.182, 0.0005));
    CHECK(near(first.log_likelihood, -1680.265188, 1e-6));
    CHECK(near(survival(*first.model, 12), 0.170, 0.0005));
    const auto second = fit_sbg(counts_of(high_end));
    REQUIRE(second.model);
    CHECK(near(second.model->alpha, 0.668, 0.0005));
    CHECK(near(second.model->beta, 3.806, 0.0005));
    CHECK(near(second.log_likelihood, -1611.158147, 1e-6));
}

TEST_CASE("survival is the product of the renewal rates, which rise with age") {
    const sbg curve{0.668, 3.806};
    double product = 1;
    double before = 0;
    for (int age = 1; age <= 40; ++age) {
        product *= renewal_rate(curve, age);
        CHECK(near_in_parts(survival(curve, age), product, 1e-13));
        CHECK(renewal_rate(curve, age) > before);
        before = renewal_rate(curve, age);
    }
    CHECK(survival(curve, 0) == 1);
}

TEST_CASE("the likelihood from two counts an age is that of every customer's leaving") {
    const sbg curve{0.7, 1.2};
    double sum = 0;
    for (std::size_t t = 1; t < regular.size(); ++t) {
        const double age = static_cast<double>(t);
        sum += (regular[t - 1] - regular[t]) * std::log(survival(curve, age - 1) - survival(curve, age));
    }
    sum += regular.back() * std::log(survival(curve, 7));
    CHECK(near(log_likelihood(curve, counts_of(regular)), sum, 1e-9));
}

TEST_CASE("several cohorts, some seen late, are fitted as one") {
    renewal_counts counts;
    counts.add_cohort(std::array{10000.0, 6334.0, 4367.0, 3264.0, 2604.0});
    counts.add_cohort(std::array{10000.0, 6334.0, 4367.0, 3264.0});
    counts.add_cohort(std::array{10000.0, 6334.0, 4367.0});
    counts.add_cohort(std::array{10000.0, 6334.0});
    const auto fit = fit_sbg(counts);
    REQUIRE(fit.model);
    CHECK(near(fit.model->alpha, 1.66709, 1e-4));
    CHECK(near(fit.model->beta, 2.85661, 1e-4));
    CHECK(near(*fit.error(0), 0.0419, 1e-4));
}

TEST_CASE("a constant renewal rate has no best curve but that of customers who are all alike") {
    const auto fit = fit_sbg(counts_of(std::array{10000.0, 8000.0, 6400.0, 5120.0, 4096.0}));
    CHECK(fit.standing == fit_standing::at_bound);
    REQUIRE(fit.model);
    CHECK(near(survival(*fit.model, 12), std::pow(0.8, 12), 1e-8));
    CHECK(near(fit.log_likelihood,
               log_likelihood(*fit.model, counts_of(std::array{10000.0, 8000.0, 6400.0, 5120.0, 4096.0})), 1e-3));
    CHECK_FALSE(fit.error(0));
    CHECK(fit_sbg(counts_of(std::array{1000.0, 900.0, 700.0, 400.0})).standing == fit_standing::at_bound);
}

TEST_CASE("one renewal is too few, and without a loss there is nothing to fit") {
    CHECK(fit_sbg(counts_of(std::array{100.0, 80.0})).standing == fit_standing::too_few_ages);
    CHECK(fit_sbg(renewal_counts()).standing == fit_standing::too_few_ages);
    CHECK(fit_sbg(counts_of(std::array{100.0, 0.0, 0.0})).standing == fit_standing::too_few_ages);
    const auto kept = fit_sbg(counts_of(std::array{100.0, 100.0, 100.0}));
    CHECK(kept.standing == fit_standing::no_losses);
    CHECK_FALSE(kept.model);
}

TEST_CASE("a cohort that dies out and a year without a loss are fitted as any other") {
    CHECK(fit_sbg(counts_of(std::array{100.0, 60.0, 0.0})).model);
    CHECK(fit_sbg(counts_of(std::array{100.0, 60.0, 60.0, 50.0})).standing == fit_standing::sound);
}
