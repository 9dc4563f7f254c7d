#pragma once

#include <optional>

namespace cxm {

/// How long the payments of a customer, the first at once, take to pay back what it took to win them.
struct pay_back {
    double cost;
    double margin;                  ///< of one period
    double kept;                    ///< share of customers who stay, of the same period
    std::optional<double> periods;  ///< absent for never
    double paid;                    ///< what the payments up to then come to; for never all of them
    double ever;                    ///< what all payments come to; infinite where everybody stays
};

/// Without discount. Throws std::invalid_argument unless cost and margin are 0 or more and 0 <= kept <= 1.
pay_back pay_back_of(double cost, double margin, double kept);

}  // namespace cxm
