#pragma once

#include <span>

#include <cxm/funnel/any_order.hpp>
#include <cxm/funnel/funnel_change.hpp>
#include <cxm/funnel/funnel_rules.hpp>
#include <cxm/funnel/funnel_totals.hpp>
#include <cxm/funnel/walk.hpp>

/// Funnels: how far persons come through steps. The unit is the person; every first step may start a chain, the window
/// runs from there, and the deepest chain counts, as in ClickHouse's windowFunnel.
namespace cxm {

/// Follows one person after another through the steps, in memory that it keeps.
class funnel {
public:
    /// Throws std::invalid_argument for no steps or more than 32, and for a negative window.
    explicit funnel(const funnel_rules& rules) : rules_(rules), in_order_(rules), any_order_(rules) {
        detail::require_rules(rules);
    }

    /// The deepest chain in all rows of a person, which are in the order of time, equal times in any order; the next
    /// call overwrites it. Of chains as deep it is the one that starts first. With step_order::strict, rows that
    /// satisfy no step must be there too. Throws std::invalid_argument for rows out of order.
    const funnel_chain& operator()(std::span<const funnel_row> rows) & {
        detail::require_by_time(rows);
        chain_.clear();
        if (rules_.order == step_order::any) {
            any_order_.find(rows, chain_);
        } else {
            in_order_.find(rows, chain_);
        }
        return chain_;
    }

    funnel_chain operator()(std::span<const funnel_row> rows) && { return (*this)(rows); }

private:
    funnel_rules rules_;
    detail::step_walk in_order_;
    detail::any_order_walk any_order_;
    funnel_chain chain_;
};

}  // namespace cxm
