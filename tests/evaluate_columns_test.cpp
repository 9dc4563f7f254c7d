#include <cxm/evaluate_columns.hpp>

#include <cxm/catalogue.hpp>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"

using namespace cxm;

namespace {

/// Values that formulas stumble over, and ordinary ones.
double draw(std::mt19937& random) {
    constexpr double odd[] = {not_given, 0, -0.0, -1, 1, 1e308, -1e308, 1e-320};
    const auto at = random() % 16;
    return at < std::size(odd) ? odd[at] : static_cast<double>(random() % 1000);
}

}  // namespace

TEST_CASE("Columns come to what each of their records comes to") {
    constexpr std::size_t rows = 600;  // more than are taken at a time
    std::mt19937 random(5);
    for (const theme& t : themes) {
        for (const metric* m : t.metrics) {
            const std::size_t count = m->value.inputs().size();
            std::vector<std::vector<double>> columns(count, std::vector<double>(rows));
            std::vector<const double*> inputs;
            for (std::vector<double>& column : columns) {
                for (double& value : column) {
                    value = draw(random);
                }
                inputs.push_back(random() % 8 == 0 ? nullptr : column.data());
            }
            std::vector<double> made(rows);
            evaluate_columns(m->value, inputs, made);
            std::size_t wrong = 0;
            for (std::size_t row = 0; row < rows; ++row) {
                std::vector<double> one(count);
                for (std::size_t i = 0; i < count; ++i) {
                    one[i] = inputs[i] != nullptr ? inputs[i][row] : not_given;
                }
                const outcome expected = evaluate(m->value, one);
                wrong += expected.ok() ? (made[row] == expected.value ? 0u : 1u) : (is_missing(made[row]) ? 0u : 1u);
            }
            INFO(m->key);
            CHECK(wrong == 0);
        }
    }
}

TEST_CASE("A formula of nothing has no values") {
    std::vector<double> made(3, 1);
    evaluate_columns(formula(), {}, made);
    CHECK(is_missing(made[0]));
    CHECK(is_missing(made[2]));
}
