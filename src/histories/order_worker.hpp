#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "histories/order_figures.hpp"
#include "histories/people_histories.hpp"
#include "histories/period_figures.hpp"
#include "histories/person_stays.hpp"

namespace cxm {

/// The places of the measures among figures: those of orders stand first, as the plan names them.
struct order_place {
    enum : std::size_t { active, returning, won, transactions, revenue, lost, back, counted, start, end };
};

struct purchase {
    std::int64_t time;
    std::int32_t period;
    std::size_t from;  ///< of its rows
    std::size_t to;
};

/// Counts the orders of people; one a thread.
class order_worker {
public:
    order_worker(const order_request& asked, std::int64_t until, memory_budget& budget)
        : asked_(&asked), until_(until), periods_(asked.every), figures_(order_place::counted, budget) {}

    void add(std::span<const history_event> history);
    void absorb(const order_worker& other);

    const period_figures& figures() const { return figures_; }
    std::uint64_t late_rows() const { return late_rows_; }
    std::uint64_t below_zero() const { return below_zero_; }

private:
    const order_request* asked_;
    std::int64_t until_;
    period_finder periods_;
    period_figures figures_;
    std::uint64_t late_rows_ = 0;
    std::uint64_t below_zero_ = 0;  ///< orders whose amounts come to that
    std::vector<purchase> purchases_;
    std::vector<std::uint32_t> labels_;
    std::vector<person_stay> stays_;

    void find_purchases(std::span<const history_event> history);
    void count_period(std::span<const history_event> history, std::size_t from, std::size_t to);
    void count_stock(std::span<const history_event> history);
};

}  // namespace cxm
