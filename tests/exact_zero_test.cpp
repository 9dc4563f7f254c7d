#include <cxm/exact_zero.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include <cxm/catalogue.hpp>
#include <cxm/evaluate_columns.hpp>
#include <cxm/readings.hpp>
#include <cxm/spell.hpp>

#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

namespace {

/// Whether a formula of numbers alone is exactly 0.
bool is_zero(const formula& f) { return is_exactly_zero(f, {}, f.steps().size()); }

/// A return on experience whose conversions and stays together pay back the cost and no more.
std::vector<double> paid_back(double conversions, double stayed, double value) {
    return in_order(rox, {experience_customers = 3000, experience_conversions = conversions, reference_customers = 1000,
                          reference_conversions = 0, conversion_value = value,
                          experience_cost = (conversions + stayed) * value, experience_stayed = stayed,
                          reference_stayed = 0, stay_value = value, mentions_positive = 7, mentions_negative = 7});
}

}  // namespace

TEST_CASE("decimals are exactly what they are written as") {
    CHECK(is_zero(formula(0.1) + 0.2 - 0.3));
    CHECK(is_zero(formula(0.1) * 12 - 1.2));
    CHECK(is_zero(formula(1e300) / 1e-300 - formula(1e300) * 1e300));
    CHECK(is_zero(formula(-2.5) - -2.5));
    CHECK(is_zero(formula(1) / 3 + formula(2) / 3 - 1));
    CHECK(is_zero(formula(7) / 3 - (2 + formula(1) / 3)));
    CHECK(is_zero(formula(-1) * 0.25 + formula(1) / 4));
    CHECK(is_zero(formula(0)));
    CHECK_FALSE(is_zero(formula(0.1) + 0.2 - 0.30000000000000004));
    CHECK_FALSE(is_zero(formula(1) / 3 - 0.3333333333333333));
    CHECK_FALSE(
        is_zero(formula(9007199254740992.0) * 9007199254740991.0 - formula(9007199254740991.0) * 9007199254740991.0));
    CHECK_FALSE(is_zero(formula(5e-324)));
    CHECK_FALSE(is_zero(formula(1)));
}

TEST_CASE("a sum that cancels is 0, though doubles leave rounding of it") {
    CHECK(0.1 * 12 * 1 - 1.2 != 0);
    CHECK(clv_net(purchase_value = 0.1, purchases_per_year = 12, lifespan_years = 1, acquisition_cost = 1.2,
                  customers_new = 1)
              .value == 0);
    int rounded = 0;
    for (double bought = 1; bought < 100; ++bought) {
        for (const double value : {0.1, 3.0, 12.35}) {
            const std::vector<double> inputs = paid_back(bought, 100 - bought, value);
            const double spent = inputs[position(rox.value, experience_cost)];
            const double did = 3000 * (bought / 3000 - 0.0) * value / spent;
            const double liked = 3000 * ((100 - bought) / 3000 - 0.0) * value / spent;
            rounded += did + liked - 1 != 0 ? 1 : 0;
            INFO(bought << " at " << value);
            CHECK(evaluate(rox.value, inputs).value == 0);
        }
    }
    CHECK(rounded > 10);
}

TEST_CASE("what is left of a sum is kept where it is no rounding, however little it is") {
    const auto inputs = [](double spent) {
        return in_order(clv_net, {purchase_value = 0.1, purchases_per_year = 12, lifespan_years = 1,
                                  acquisition_cost = spent, customers_new = 1});
    };
    CHECK(near_in_parts(evaluate(clv_net.value, inputs(1.2000001)).value, -1e-7, 1e-8));
    CHECK(evaluate(clv_net.value, inputs(std::nextafter(1.2, 0.0))).value > 0);
}

TEST_CASE("a denominator that cancels is 0, and so undefined") {
    const formula f = 1 / (formula(customers_new) / 3 + formula(customers_lost) / 3 - customers_end);
    for (double third = 1; third < 60; ++third) {
        const std::array inputs = {third, 2 * third, third};
        const outcome none = evaluate(f, inputs);
        CHECK(none.is == status::undefined);
        CHECK(none.value == 0);
    }
}

TEST_CASE("columns cancel as their records do") {
    std::vector<std::vector<double>> records;
    for (double bought = 1; bought < 400; ++bought) {
        records.push_back(paid_back(bought, 400 - bought, bought < 200 ? 0.1 : 12.35));
        if (bought > 300) {
            records.back()[0] += 1;
        }
    }
    std::vector<std::vector<double>> columns(rox.value.inputs().size());
    std::vector<const double*> starts;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        for (const auto& record : records) {
            columns[i].push_back(record[i]);
        }
        starts.push_back(columns[i].data());
    }
    std::vector<double> made(records.size());
    evaluate_columns(rox.value, starts, made);
    int nothing = 0;
    for (std::size_t row = 0; row < records.size(); ++row) {
        CHECK(made[row] == evaluate(rox.value, records[row]).value);
        nothing += made[row] == 0 ? 1 : 0;
    }
    CHECK(nothing >= 300);
}
