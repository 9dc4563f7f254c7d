#include <cxm/project/log_product.hpp>

#include <cmath>

#include "catch.hpp"
#include "near.hpp"

TEST_CASE("a product's logarithm is the sum of logarithms, of any size and weight") {
    cxm::detail::log_product product;
    double sum = 0;
    for (int i = 1; i <= 3000; ++i) {
        const double factor = std::pow(10.0, i % 50 - 25);
        const double times = i % 7 * 0.5;
        product.add(factor, times);
        sum += times * std::log(factor);
    }
    CHECK(near(product.log(), sum, 1e-8));
    product.add(1e300, 2);
    product.add(1e-300, 2);
    CHECK(near(product.log(), sum, 1e-8));
    CHECK(cxm::detail::log_product().log() == 0);
}
