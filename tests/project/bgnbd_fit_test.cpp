#include <cxm/project/bgnbd.hpp>
#include <cxm/project/mbgnbd.hpp>
#include <cxm/project/purchase_model.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <string_view>

#include "bench/coverage/drawn.hpp"
#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

namespace {

constexpr bgnbd published{0.243, 4.414, 0.793, 2.426};
constexpr mbgnbd modified{0.525, 6.183, 0.891, 1.614};

}  // namespace

TEST_CASE("the fit's likelihood is the sum of the customers', at parameters that no near ones surpass") {
    const auto groups = drawn_customers(3).histories(published, 1500, 20, 60);
    const auto fit = fit_bgnbd(groups);
    REQUIRE(fit.model);
    CHECK(fit.standing == fit_standing::sound);
    const auto sum = [&](const bgnbd& model) {
        double log = 0;
        for (const counted_history& one : groups) {
            log += one.customers * log_likelihood(model, one.of);
        }
        return log;
    };
    CHECK(near(sum(*fit.model), fit.log_likelihood, 1e-8));
    for (std::size_t i = 0; i < 4; ++i) {
        for (const double step : {-0.02, 0.02}) {
            point<4> beside = fit.logs;
            beside[i] += step;
            CHECK(sum(bgnbd::from_logs(beside)) < fit.log_likelihood);
        }
    }
}

TEST_CASE("the parameters that customers were drawn from lie within the fit's errors") {
    const auto check = [](const auto& fit, const point<4>& truth) {
        REQUIRE(fit.covariance);
        for (std::size_t i = 0; i < 4; ++i) {
            CHECK(std::fabs(fit.logs[i] - std::log(truth[i])) < 3 * *fit.error(i));
        }
    };
    check(fit_bgnbd(drawn_customers(1).histories(published, 3000, 30, 60)), {0.243, 4.414, 0.793, 2.426});
    check(fit_mbgnbd(drawn_customers(2).histories(modified, 3000, 30, 60)), {0.525, 6.183, 0.891, 1.614});
}

TEST_CASE("weeks and days, rows and counts give the same fit") {
    const auto weeks = drawn_customers(4).histories(published, 800, 20, 60);
    std::vector<counted_history> days;
    for (const counted_history& one : weeks) {
        days.insert(days.begin(), {{one.of.x, 7 * one.of.t_x, 7 * one.of.T}, 0.5 * one.customers});
        days.push_back(days.front());
    }
    const auto by_week = fit_bgnbd(weeks);
    const auto by_day = fit_bgnbd(days);
    REQUIRE(by_week.model);
    REQUIRE(by_day.model);
    CHECK(near_in_parts(by_day.model->r, by_week.model->r, 1e-4));
    CHECK(near_in_parts(by_day.model->alpha, 7 * by_week.model->alpha, 1e-4));
    CHECK(near_in_parts(by_day.model->a, by_week.model->a, 1e-4));
    CHECK(near_in_parts(*by_day.error(2), *by_week.error(2), 1e-3));
}

TEST_CASE("without repeat purchases there is no model, and histories that cannot be are refused") {
    const std::array<counted_history, 2> once{{{{0, 0, 20}, 400}, {{0, 0, 31}, 250}}};
    CHECK(fit_bgnbd(once).standing == fit_standing::no_repeats);
    CHECK_FALSE(fit_mbgnbd(once).model);
    CHECK(fit_bgnbd({}).standing == fit_standing::no_repeats);
    const std::array<counted_history, 1> late{{{{2, 25, 20}, 3}}};
    CHECK_THROWS_AS(fit_bgnbd(late), std::invalid_argument);
}

TEST_CASE("customers who all leave alike send a and b to their bounds, and the predictions stand") {
    const auto fit = fit_bgnbd(drawn_customers(1).histories(bgnbd{0.8, 8, 3e5, 7e5}, 400, 20, 60));
    REQUIRE(fit.model);
    CHECK(fit.standing == fit_standing::at_bound);
    CHECK(bgnbd::names[fit.bound.value()] == std::string_view("b"));
    CHECK_FALSE(fit.covariance);
    CHECK(near(fit.model->a / (fit.model->a + fit.model->b), 0.3, 0.05));
    CHECK(near_in_parts(expected_repeats(*fit.model, 40), expected_repeats(bgnbd{0.8, 8, 3e5, 7e5}, 40), 0.15));
}

TEST_CASE("a fit that goes on from that of a sample ends where one from afar does") {
    const auto all = drawn_customers(5).histories(published, 6000, 20, 60);
    const auto whole = fit_bgnbd(all);
    const detail::history_table table(all);
    detail::beta_geometric_sum sum(table);
    const double unit = std::log(table.scale());
    const auto loss = [&](const point<4>& logs) { return -sum(bgnbd::from_logs(logs).shape()); };
    const auto sample = fit_bgnbd(sample_of(all, 3000));
    const auto fit = detail::fit_from_sample(sample, loss, {0.0, -unit, 0.0, 0.0}, table.repeats() * unit);
    REQUIRE(fit);
    CHECK(near(fit->log_likelihood, whole.log_likelihood, 1e-5));
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(near(fit->logs[i], whole.logs[i], 1e-3));
    }
    const fitted<bgnbd> none{fit_standing::flat, std::nullopt};
    CHECK_FALSE(detail::fit_from_sample(none, loss));
}

TEST_CASE("the total of customers is the sum of each one's, in any order") {
    auto all = drawn_customers(6).histories(published, 500, 20, 60);
    double sum = 0;
    for (const counted_history& one : all) {
        sum += one.customers * expected_purchases(published, one.of, 26);
    }
    CHECK(near_in_parts(expected_total(published, all, 26), sum, 1e-12));
    std::reverse(all.begin(), all.end());
    CHECK(near_in_parts(expected_total(published, all, 26), sum, 1e-12));
}

TEST_CASE("the chance of no purchase is never above 1, however sure it is that a customer has left") {
    constexpr bgnbd shop{0.9, 4.57, 0.6, 9};
    double most = 0;
    for (double x = 20; x < 120; ++x) {
        most = std::fmax(most, chance_of_no_purchase(shop, {x, 0.6 * x, 110}, 34));
    }
    CHECK(most <= 1);
    CHECK(most > 0.999999);
}
