#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <cxm/project/beta_geometric.hpp>
#include <cxm/project/beta_geometric_model.hpp>
#include <cxm/project/fit.hpp>
#include <cxm/project/history_table.hpp>
#include <cxm/project/log_product.hpp>

namespace cxm::detail {

/// The log-likelihood of all histories of a table, in its scaled time.
class beta_geometric_sum {
public:
    explicit beta_geometric_sum(const history_table& table)
        : table_(&table), log_odds_(table.xs().size()), log_times_(table.times().size()) {}

    double operator()(const beta_geometric& model) {
        log_product endings;
        double sum = 0.0;
        for (std::size_t i = 0; i < log_odds_.size(); ++i) {
            const double x = table_->xs()[i];
            log_odds_[i] = model.log_odds_of_leaving(x);
            sum += table_->customers_at()[i] * model.log_likelihood_of(x);
        }
        for (std::size_t i = 0; i < log_times_.size(); ++i) {
            log_times_[i] = std::log(model.alpha + table_->times()[i]);
        }
        for (const placed_history& row : table_->rows()) {
            const double rate = model.r + table_->xs()[row.x];
            const double end = log_times_[row.T];
            sum -= row.customers * rate * end;
            const double odds = log_odds_[row.x] + rate * (end - log_times_[row.t_x]);
            if (odds > 36.0) {
                sum += row.customers * odds;
            } else {
                endings.add(1.0 + std::exp(odds), row.customers);
            }
        }
        return sum + endings.log();
    }

private:
    const history_table* table_;
    std::vector<double> log_odds_;
    std::vector<double> log_times_;
};

template <beta_geometric_model Model>
fitted<Model> fit_beta_geometric(std::span<const counted_history> histories) {
    const history_table table(histories);
    if (!(table.repeats() > 0.0)) {
        return {fit_standing::no_repeats, std::nullopt};
    }
    constexpr std::array<point<4>, 2> starts{{{0.0, 0.0, 0.0, 0.0}, {1.0, 1.0, 1.0, 1.0}}};
    const double unit = std::log(table.scale());
    beta_geometric_sum sum(table);
    const auto loss = [&](const point<4>& logs) { return -sum(Model::from_logs(logs).shape()); };
    const point<4> shift{0.0, -unit, 0.0, 0.0};
    if (histories.size() > many_rows) {
        const auto sample = fit_beta_geometric<Model>(sample_of(histories, sampled_customers));
        if (const auto fit = fit_from_sample(sample, loss, shift, table.repeats() * unit)) {
            return *fit;
        }
    }
    return fit_by_search<Model>(loss, starts, shift, table.repeats() * unit);
}

}  // namespace cxm::detail
