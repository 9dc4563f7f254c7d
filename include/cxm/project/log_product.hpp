#pragma once

#include <cmath>

namespace cxm::detail {

/// A sum of logarithms, most of which are multiplied first: a product costs much less than a logarithm.
class log_product {
public:
    /// `factor` to the power of `times`; the factor lies between 1e-20 and 1e20.
    void add(double factor, double times) {
        if (times == 1.0) {
            product_ *= factor;
        } else if (times == 2.0) {
            product_ *= factor * factor;
        } else {
            sum_ += times * std::log(factor);
        }
        if (!(product_ > 1e-200 && product_ < 1e200)) {
            sum_ += std::log(product_);
            product_ = 1.0;
        }
    }

    double log() const { return sum_ + std::log(product_); }

private:
    double sum_ = 0.0;
    double product_ = 1.0;
};

}  // namespace cxm::detail
