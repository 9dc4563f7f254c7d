#include "histories/order_worker.hpp"

#include "values/points_in_time.hpp"

namespace cxm {

void order_worker::add(std::span<const history_event> history) {
    const auto late =
        std::find_if(history.begin(), history.end(), [&](const history_event& each) { return each.time > until_; });
    late_rows_ += static_cast<std::uint64_t>(history.end() - late);
    history = history.first(static_cast<std::size_t>(late - history.begin()));
    if (history.empty()) {
        return;
    }
    find_purchases(history);
    for (std::size_t from = 0; from < purchases_.size();) {
        std::size_t to = from;
        while (to < purchases_.size() && purchases_[to].period == purchases_[from].period) {
            ++to;
        }
        count_period(history, from, to);
        from = to;
    }
    if (asked_->columns.lost_after) {
        count_stock(history);
    } else {
        figures_.count(purchases_[0].period, history[0].label, order_place::won);
    }
}

void order_worker::absorb(const order_worker& other) {
    late_rows_ += other.late_rows_;
    below_zero_ += other.below_zero_;
    figures_.absorb(other.figures_);
}

/// Rows of one person and one time are lines of one order.
void order_worker::find_purchases(std::span<const history_event> history) {
    purchases_.clear();
    int128 amount = 0;
    for (std::size_t i = 0; i < history.size(); ++i) {
        if (i == 0 || history[i].time != history[i - 1].time) {
            purchases_.push_back({history[i].time, periods_.first_of(day_of(history[i].time)), i, i});
            amount = 0;
        }
        purchases_.back().to = i + 1;
        // Sums that leave the range are told of where they are added up.
        static_cast<void>(cxm::add(amount, history[i].amount));
        const bool is_last = i + 1 == history.size() || history[i + 1].time != history[i].time;
        below_zero_ += is_last && amount < 0 ? 1 : 0;
    }
}

/// Purchases of one period: who buys twice in it, or has bought before it, is returning.
void order_worker::count_period(std::span<const history_event> history, std::size_t from, std::size_t to) {
    const std::int32_t period = purchases_[from].period;
    const bool is_returning = from != 0 || to - from > 1;
    labels_.clear();
    for (std::size_t i = from; i < to; ++i) {
        const std::size_t known = labels_.size();
        for (std::size_t row = purchases_[i].from; row < purchases_[i].to; ++row) {
            labels_.push_back(history[row].label);
            if (!asked_->columns.amount.empty()) {
                figures_.add(period, history[row].label, order_place::revenue, history[row].amount);
            }
        }
        const auto begin = labels_.begin() + static_cast<std::ptrdiff_t>(known);
        std::sort(begin, labels_.end());
        labels_.erase(std::unique(begin, labels_.end()), labels_.end());
        for (std::size_t at = known; at < labels_.size(); ++at) {
            figures_.count(period, labels_[at], order_place::transactions);
        }
    }
    std::sort(labels_.begin(), labels_.end());
    labels_.erase(std::unique(labels_.begin(), labels_.end()), labels_.end());
    for (const std::uint32_t label : labels_) {
        figures_.count(period, label, order_place::active);
        if (is_returning) {
            figures_.count(period, label, order_place::returning);
        }
    }
}

/// A customer is one from an order on until so much time after the last.
void order_worker::count_stock(std::span<const history_event> history) {
    stays_.clear();
    for (std::size_t i = 0; i < purchases_.size(); ++i) {
        if (i == 0 || purchases_[i].time > purchases_[i - 1].time + *asked_->columns.lost_after) {
            stays_.push_back({purchases_[i].period, still_there, history[purchases_[i].from].label});
        }
        const std::int64_t gone = purchases_[i].time + *asked_->columns.lost_after;
        const bool has_next = i + 1 < purchases_.size();
        if (has_next ? purchases_[i + 1].time > gone : gone <= until_) {
            stays_.back().lost = periods_.first_of(day_of(gone));
        }
    }
    count_stays(stays_, {order_place::won, order_place::lost, order_place::back}, figures_);
}

}  // namespace cxm
