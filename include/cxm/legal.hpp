#pragma once

#include <concepts>
#include <cstddef>
#include <span>

#include <cxm/metric.hpp>
#include <cxm/readings.hpp>
#include <cxm/reconcile.hpp>

namespace cxm {

/// Whether these inputs of a metric, in its formula's order, could be a real period's: each within its measure's range,
/// parts within their wholes, a share within 0 and 1. Counts need not be whole; what is not given is legal.
inline bool are_legal(const metric& m, std::span<const double> inputs) {
    const auto of = m.value.inputs();
    for (std::size_t i = 0; i < of.size(); ++i) {
        if (is_missing(inputs[i])) {
            continue;
        }
        if (!(inputs[i] >= least(*of[i]) && inputs[i] <= most(*of[i]))) {
            return false;
        }
        const std::size_t whole = of[i]->within != nullptr ? position(m.value, *of[i]->within) : of.size();
        if (whole < of.size() && inputs[i] > inputs[whole]) {
            return false;
        }
    }
    return contradiction(m, inputs).empty();
}

/// The same for readings: `are_legal(cac, acquisition_cost = 12000, customers_new = 240)`.
inline bool are_legal(const metric& m, std::same_as<reading> auto... named) {
    return are_legal(m, in_order(m, {named...}));
}

}  // namespace cxm
