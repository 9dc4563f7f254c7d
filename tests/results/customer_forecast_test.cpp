#include "results/customer_forecast.hpp"

#include <cmath>
#include <random>

#include "catch.hpp"

namespace {

using cxm::customer_forecast;
using cxm::forecast_question;

/// 300 customers who buy at rates of their own and leave after a purchase with chances of their own.
forecast_question a_shop(double later) {
    std::mt19937_64 bits(7);
    const auto uniform = [&] { return std::ldexp(static_cast<double>(bits() >> 11) + 0.5, -53); };
    forecast_question q;
    for (std::uint64_t number = 0; number < 300; ++number) {
        const double end = 30 + static_cast<double>(number % 10);
        const double rate = -0.15 * std::log(uniform());
        const double leaves = 1 - std::pow(uniform(), 1 / 3.0);
        double x = 0;
        double t_x = 0;
        for (double at = -std::log(uniform()) / rate; at <= end; at -= std::log(uniform()) / rate) {
            ++x;
            t_x = at;
            if (uniform() < leaves) {
                break;
            }
        }
        q.customers.push_back({number, {x, t_x, end}, x == 0 ? 0 : 5 - 20 * std::log(uniform()), later});
    }
    q.horizon = 26;
    q.holdout = 26;
    return q;
}

}  // namespace

TEST_CASE("the test counts what was bought in the holdout, and misses where that is far from what was expected") {
    const customer_forecast none_bought = cxm::forecast_of(a_shop(0));
    REQUIRE(none_bought.test);
    CHECK(none_bought.test->seen == 0);
    CHECK_FALSE(none_bought.test->gains);
    CHECK_FALSE(none_bought.test->auc);
    const customer_forecast many_bought = cxm::forecast_of(a_shop(20));
    CHECK(many_bought.test->seen == 20 * 300);
    CHECK(many_bought.test->misses());
    CHECK(many_bought.test->expected.limits->low < many_bought.test->expected.value);
}

TEST_CASE("each model forecasts each customer, with chances between 0 and 1") {
    for (const cxm::purchase_kind kind :
         {cxm::purchase_kind::bgnbd, cxm::purchase_kind::mbgnbd, cxm::purchase_kind::pareto}) {
        forecast_question q = a_shop(1);
        q.model = kind;
        const customer_forecast f = cxm::forecast_of(std::move(q));
        REQUIRE(f.outlooks.size() == 300);
        double sum = 0;
        for (const cxm::customer_outlook& one : f.outlooks) {
            CHECK((one.none >= 0 && one.none <= 1 && one.alive >= 0 && one.alive <= 1));
            CHECK(one.purchases >= 0);
            CHECK(cxm::is_missing(one.value));
            sum += one.purchases;
        }
        CHECK(f.figures.front().value == Approx(sum));
    }
}

TEST_CASE("value is purchases times the amount, less where it is discounted") {
    forecast_question q = a_shop(1);
    q.amounts = true;
    const customer_forecast plain = cxm::forecast_of(q);
    q.discount = 0.01;
    const customer_forecast discounted = cxm::forecast_of(std::move(q));
    for (std::size_t i = 0; i < plain.outlooks.size(); ++i) {
        CHECK(plain.outlooks[i].value == Approx(plain.outlooks[i].purchases * plain.outlooks[i].amount));
        CHECK(discounted.outlooks[i].value < plain.outlooks[i].value);
    }
}

TEST_CASE("lists begin with the highest chance of no purchase, or the most expected, and keep ties in order") {
    const customer_forecast f = cxm::forecast_of(a_shop(1));
    const auto by_risk = cxm::ranked(f, cxm::customer_order::at_risk);
    const auto by_value = cxm::ranked(f, cxm::customer_order::high_value);
    for (std::size_t i = 1; i < by_risk.size(); ++i) {
        CHECK(f.outlooks[by_risk[i - 1]].none >= f.outlooks[by_risk[i]].none);
        CHECK(f.outlooks[by_value[i - 1]].purchases >= f.outlooks[by_value[i]].purchases);
        if (f.outlooks[by_risk[i - 1]].none == f.outlooks[by_risk[i]].none) {
            CHECK(by_risk[i - 1] < by_risk[i]);
        }
    }
}

TEST_CASE("where nobody came back there is no forecast but a reason") {
    forecast_question q;
    q.customers = {{0, {0, 0, 30}, 0, 1}, {1, {0, 0, 20}, 0, 0}};
    q.horizon = 26;
    q.holdout = 26;
    const customer_forecast f = cxm::forecast_of(std::move(q));
    CHECK_FALSE(f.purchases.has_model);
    CHECK_FALSE(f.purchases.reason.empty());
    CHECK(f.outlooks.empty());
    CHECK(f.figures.empty());
    CHECK_FALSE(f.test);
    CHECK_FALSE(f.why_no_test.empty());
}

TEST_CASE("segments add up to the whole, which one model foretells, and each has its test") {
    forecast_question q = a_shop(1);
    q.amounts = true;
    q.segments.label = "plan";
    q.segments.names = {"basic", "pro"};
    for (std::size_t i = 0; i < q.customers.size(); ++i) {
        q.segments.segment_of.push_back(i % 3 == 0 ? 1 : 0);
        q.customers[i].later = i % 3 == 0 ? 20 : 0;
    }
    const customer_forecast f = cxm::forecast_of(std::move(q));
    REQUIRE(f.segments.size() == 2);
    for (std::size_t figure = 0; figure < f.figures.size(); ++figure) {
        CHECK(f.segments[0].figures[figure].value + f.segments[1].figures[figure].value ==
              Approx(f.figures[figure].value));
    }
    CHECK(f.segments[0].figures.front().n == 200);
    CHECK(f.segments[0].seen == 0);
    CHECK(f.segments[1].seen == 2000);
    CHECK(f.segments[1].misses());
    CHECK(f.segments[0].expected.value + f.segments[1].expected.value == Approx(f.test->expected.value));
}

TEST_CASE("demand is the purchases of those there are and of those planned, first orders included") {
    forecast_question q = a_shop(1);
    q.horizon = 26;
    q.demand = cxm::demand_question{26, {10}, 1};
    const customer_forecast f = cxm::forecast_of(std::move(q));
    REQUIRE(f.demand);
    CHECK(f.demand->new_customers == Approx(260));
    CHECK(f.demand->figures[1].value == Approx(f.figures.front().value));
    CHECK(f.demand->figures[2].value > 260);
    CHECK(f.demand->figures[0].value == Approx(f.demand->figures[1].value + f.demand->figures[2].value));
    CHECK(f.demand->figures[0].limits->low < f.demand->figures[0].value);
    REQUIRE(f.demand->steps.size() == 26);
    double sum = 0;
    for (const cxm::demand_step& step : f.demand->steps) {
        sum += step.of_base + step.of_new;
    }
    CHECK(sum == Approx(f.demand->figures[0].value));
}

TEST_CASE("the last number of planned customers goes on, and a time is told in its own parts") {
    forecast_question q = a_shop(1);
    q.demand = cxm::demand_question{70, {10, 20}, 7};
    const customer_forecast f = cxm::forecast_of(std::move(q));
    CHECK(f.demand->new_customers == Approx(10 + 9 * 20));
    CHECK(f.demand->steps.size() == 17);
    CHECK(f.demand->steps.back().to == 70);
}

TEST_CASE("bands foretell by the rates of the time before, and say where they miss") {
    forecast_question q = a_shop(1);
    cxm::band_question& asked = q.bands.emplace();
    asked.window = 8;
    asked.ahead = 16;
    asked.is_tested = true;
    asked.counts.learned[0] = {100, 80};
    asked.counts.learned[4] = {100, 10};
    asked.counts.tested[0] = {100, 20};
    asked.counts.tested[4] = {100, 10};
    asked.counts.now[0] = {50, 0};
    const customer_forecast f = cxm::forecast_of(q);
    REQUIRE(f.bands);
    CHECK(f.bands->expected.value == Approx(90));
    CHECK(f.bands->seen == 30);
    CHECK(f.bands->misses());
    CHECK(f.bands->rates[0].value == Approx(0.2));
    CHECK(f.bands->none.value == Approx(10));
    CHECK(*f.bands->auc > 0.5);
    q.bands->is_tested_now = true;
    CHECK(cxm::forecast_of(q).bands->none.value == Approx(40));
    q.bands->is_tested = false;
    CHECK(cxm::forecast_of(q).bands->tested.empty());
}
