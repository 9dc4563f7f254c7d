#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <cxm/project/history_table.hpp>
#include <cxm/project/log_product.hpp>
#include <cxm/project/pareto_likelihood.hpp>

namespace cxm::detail {

/// The log-likelihood of all histories of a table, in its scaled time. The costly shares are computed once for each
/// different pair of x and a time.
class pareto_sum {
public:
    explicit pareto_sum(const history_table& table) : table_(&table) {
        for (const placed_history& one : table.rows()) {
            pairs_.insert(pairs_.end(), {{one.x, one.t_x}, {one.x, one.T}});
        }
        std::sort(pairs_.begin(), pairs_.end());
        pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
        for (const placed_history& one : table.rows()) {
            rows_.push_back({place(one.x, one.t_x), place(one.x, one.T), one.customers});
        }
        terms_.resize(pairs_.size());
        log_alpha_.resize(table.times().size());
        log_beta_.resize(table.times().size());
    }

    double operator()(const pareto_nbd& model) {
        double sum = 0.0;
        for (std::size_t i = 0; i < table_->xs().size(); ++i) {
            sum += table_->customers_at()[i] * log_likelihood_of(model, table_->xs()[i]);
        }
        for (std::size_t i = 0; i < log_alpha_.size(); ++i) {
            log_alpha_[i] = std::log(model.alpha + table_->times()[i]);
            log_beta_[i] = std::log(model.beta + table_->times()[i]);
        }
        for (std::size_t i = 0; i < pairs_.size(); ++i) {
            const auto [at, time] = pairs_[i];
            const double x = table_->xs()[at];
            terms_[i] = {log_still_there(model, x, log_alpha_[time], log_beta_[time]),
                         share_leaving_later(model, x, table_->times()[time])};
        }
        log_product endings;
        for (const row& r : rows_) {
            const auto [last, later_than_last] = terms_[r.last];
            const auto [end, later_than_end] = terms_[r.end];
            sum += r.customers * end;
            if (last - end > 40.0) {
                sum += r.customers * log_times_more(later_than_last, later_than_end, last - end);
            } else if (r.last != r.end) {
                endings.add(times_more(later_than_last, later_than_end, last - end), r.customers);
            }
        }
        return sum + endings.log();
    }

private:
    struct row {
        std::uint32_t last;  ///< the pair of x and t_x
        std::uint32_t end;   ///< the pair of x and T
        double customers;
    };
    struct term {
        double still_there;
        double later;
    };
    using place_pair = std::pair<std::uint32_t, std::uint32_t>;

    const history_table* table_;
    std::vector<place_pair> pairs_;
    std::vector<row> rows_;
    std::vector<term> terms_;
    std::vector<double> log_alpha_;
    std::vector<double> log_beta_;

    std::uint32_t place(std::uint32_t x, std::uint32_t time) const {
        return static_cast<std::uint32_t>(std::lower_bound(pairs_.begin(), pairs_.end(), place_pair{x, time}) -
                                          pairs_.begin());
    }
};

}  // namespace cxm::detail
