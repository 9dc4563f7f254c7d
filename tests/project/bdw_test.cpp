#include <cxm/project/bdw.hpp>

#include <cmath>

#include "catch.hpp"
#include "near.hpp"
#include "project/curves.hpp"

using namespace cxm;

TEST_CASE("with c = 1 the curve is an sbg") {
    for (int age = 1; age <= 30; ++age) {
        CHECK(near(survival(bdw{0.7, 1.2, 1.0}, age), survival(sbg{0.7, 1.2}, age), 1e-13));
        CHECK(near(renewal_rate(bdw{0.7, 1.2, 1.0}, age), renewal_rate(sbg{0.7, 1.2}, age), 1e-13));
    }
    CHECK(near(log_likelihood(bdw{0.7, 1.2, 1.0}, counts_of(regular)),
               log_likelihood(sbg{0.7, 1.2}, counts_of(regular)), 1e-9));
}

TEST_CASE("the regular cohort gives 0.4556, 0.7793 and 1.2834, the high-end one 0.2143, 1.4266 and 1.7236") {
    const auto first = fit_bdw(counts_of(regular));
    REQUIRE(first.model);
    CHECK(near_in_parts(first.model->alpha, 0.4556, 5e-4));
    CHECK(near_in_parts(first.model->beta, 0.7793, 5e-4));
    CHECK(near_in_parts(first.model->c, 1.2834, 5e-4));
    CHECK(near(first.log_likelihood, -1679.603, 1e-3));
    CHECK(near(survival(*first.model, 12), 0.177, 0.0005));
    const auto second = fit_bdw(counts_of(high_end));
    REQUIRE(second.model);
    CHECK(near_in_parts(second.model->alpha, 0.2143, 5e-4));
    CHECK(near_in_parts(second.model->beta, 1.4266, 5e-4));
    CHECK(near_in_parts(second.model->c, 1.7236, 5e-4));
    CHECK(near(survival(*second.model, 12), 0.404, 0.0005));
}

TEST_CASE("the wider curve is worth its parameter for the high-end cohort, not for the regular one") {
    const auto plain = compare_curves(fit_sbg(counts_of(regular)), fit_bdw(counts_of(regular)));
    REQUIRE(plain);
    CHECK(near(plain->statistic, 1.32, 0.005));
    CHECK(near(plain->p, 0.25, 0.001));
    const auto telling = compare_curves(fit_sbg(counts_of(high_end)), fit_bdw(counts_of(high_end)));
    REQUIRE(telling);
    CHECK(near(telling->statistic, 11.69, 0.005));
    CHECK(near(telling->p, 0.0006, 0.00005));
}

TEST_CASE("customers who are all alike gain nothing by the wider curve") {
    const auto counts = counts_of(std::array{10000.0, 8000.0, 6400.0, 5120.0, 4096.0});
    const auto fit = fit_bdw(counts);
    CHECK(fit.standing == fit_standing::at_bound);
    CHECK(compare_curves(fit_sbg(counts), fit)->p > 0.99);
}

TEST_CASE("risks that rise with age are within reach of c, not of an sbg") {
    const auto counts = counts_of(std::array{1000.0, 900.0, 700.0, 400.0, 100.0});
    const auto fit = fit_bdw(counts);
    REQUIRE(fit.model);
    CHECK(fit.model->c > 1);
    CHECK(near(survival(*fit.model, 2), 0.7, 0.02));
    CHECK(compare_curves(fit_sbg(counts), fit)->p < 1e-100);
}

TEST_CASE("two renewals are too few for three parameters") {
    const auto fit = fit_bdw(counts_of(std::array{1000.0, 700.0, 560.0}));
    CHECK(fit.standing == fit_standing::too_few_ages);
    CHECK_FALSE(fit.model);
    CHECK_FALSE(compare_curves(fit_sbg(counts_of(std::array{1000.0, 700.0, 560.0})), fit));
}
