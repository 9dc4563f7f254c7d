#include "results/pay_back.hpp"

#include <cxm/lifetime.hpp>
#include <limits>

namespace cxm {

pay_back pay_back_of(double cost, double margin, double kept) {
    pay_back made{cost, margin, kept, payback(cost, margin, kept), 0, 0};
    made.ever = value_for_ever(margin, kept, 0).value_or(margin > 0 ? std::numeric_limits<double>::infinity() : 0);
    made.paid = made.periods ? value_over(*made.periods, margin, kept, 0) : made.ever;
    return made;
}

}  // namespace cxm
