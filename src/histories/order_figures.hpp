#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "histories/people_histories.hpp"
#include "histories/period_figures.hpp"
#include "plan/plan.hpp"

namespace cxm {

/// What is to be known of orders.
struct order_request {
    order_source columns;
    grain every = grain::free;
    std::optional<std::int64_t> until = {};  ///< the last moment of the data, where not on the day of the last row
};

/// Whose rows they are, for orders that a plan counts.
people_question question_of_orders(const plan& p);

/// The measures of orders by period and label, with notes and warnings of what to know.
figure_table read_orders(people_histories& of, const order_request& asked, read_findings& into);

}  // namespace cxm
