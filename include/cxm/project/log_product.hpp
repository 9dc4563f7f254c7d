#pragma once

#include <cmath>

namespace cxm::detail {

/// A sum of logarithms, most of which are multiplied first: a product costs much less than a logarithm.
class log_product {
public:
    /// `factor` to the power of `times`.
    void add(double factor, double times) {
        if (!(factor > 1e-20 && factor < 1e20) || times > 2.0 || times != std::floor(times)) {
            sum_ += times * std::log(factor);
            return;
        }
        product_ *= times == 2.0 ? factor * factor : times == 1.0 ? factor : 1.0;
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
