#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <cxm/interval/basis.hpp>
#include <cxm/project/fit.hpp>
#include <cxm/project/log_product.hpp>
#include <cxm/project/spend.hpp>
#include <cxm/special/stirling.hpp>

namespace cxm {

/// Gamma-gamma (Fader, Hardie & Lee 2005, J. Marketing Research 42:415): the amounts of one customer are spread as
/// Gamma(p, nu), and nu over customers as Gamma(q, gamma). It takes amounts to have nothing to do with how often
/// somebody buys: see `spend_correlation`.
struct gamma_gamma {
    static constexpr std::size_t size = 3;
    static constexpr std::array names{"p", "q", "gamma"};

    double p;
    double q;
    double gamma;  ///< in units of money

    static gamma_gamma from_logs(const point<size>& logs) {
        return {std::exp(logs[0]), std::exp(logs[1]), std::exp(logs[2])};
    }
};

/// The mean of all customers' amounts, which has an end only for q > 1.
inline std::optional<double> population_spend(const gamma_gamma& model) {
    detail::require_parameters({model.p, model.q, model.gamma});
    return model.q > 1.0 ? std::optional(model.p * model.gamma / (model.q - 1.0)) : std::nullopt;
}

/// The expected amount of a customer's purchases, between the customer's own mean and that of all; that of all for x =
/// 0. Absent where it has no end. Throws std::invalid_argument for x or a mean below 0.
inline std::optional<double> expected_spend(const gamma_gamma& model, double x, double mean) {
    detail::require_parameters({model.p, model.q, model.gamma});
    detail::require(x >= 0.0 && mean >= 0.0 && std::isfinite(x) && std::isfinite(mean), "amounts are 0 or more");
    const double weight = model.p * x + model.q - 1.0;
    return weight > 0.0 ? std::optional(model.p * (model.gamma + x * mean) / weight) : std::nullopt;
}

namespace detail {

/// The log-likelihood of mean amounts, in units in which their mean is 10; by x, as most of it depends on x alone.
class spend_sum {
public:
    explicit spend_sum(std::span<const mean_spend> spends) {
        double total = 0.0;
        for (const mean_spend& s : spends) {
            require(s.x >= 0.0 && std::isfinite(s.x), "repeat purchases are counted from 0");
            require(s.mean >= 0.0 && std::isfinite(s.mean), "amounts are 0 or more");
            require(s.customers >= 0.0 && std::isfinite(s.customers), "customers are counted from 0");
            if (s.x > 0.0 && s.mean > 0.0 && s.customers > 0.0) {
                rows_.push_back(s);
                customers_ += s.customers;
                total += s.customers * s.mean;
            }
        }
        scale_ = rows_.empty() ? 1.0 : 10.0 * customers_ / total;
        std::sort(rows_.begin(), rows_.end(), [](const mean_spend& a, const mean_spend& b) { return a.x < b.x; });
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            mean_spend& row = rows_[i];
            row.mean *= scale_;
            if (by_x_.empty() || by_x_.back().x != row.x) {
                by_x_.push_back({row.x, i, i, 0.0, 0.0});
            }
            by_x_.back().end = i + 1;
            by_x_.back().customers += row.customers;
            by_x_.back().log_means += row.customers * std::log(row.mean);
        }
    }

    double operator()(const gamma_gamma& m) const {
        double sum = customers_ * m.q * std::log(m.gamma);
        for (const group& g : by_x_) {
            const double shape = m.p * g.x;
            log_product totals;
            for (std::size_t i = g.first; i < g.end; ++i) {
                totals.add(m.gamma + g.x * rows_[i].mean, rows_[i].customers);
            }
            sum += g.customers * (shape * std::log(g.x) - log_beta(shape, m.q)) + (shape - 1.0) * g.log_means -
                   (shape + m.q) * totals.log();
        }
        return sum;
    }

    double customers() const { return customers_; }
    double scale() const { return scale_; }
    bool differ() const {
        return std::any_of(rows_.begin(), rows_.end(), [&](const mean_spend& s) { return s.mean != rows_[0].mean; });
    }

private:
    struct group {
        double x;
        std::size_t first;  ///< of its rows, and behind the last of them
        std::size_t end;
        double customers;
        double log_means;
    };
    std::vector<mean_spend> rows_;
    std::vector<group> by_x_;
    double customers_ = 0.0;
    double scale_ = 1.0;
};

}  // namespace detail

/// The most likely model of those who came back and paid; without them, or where all means are equal, there is none.
inline fitted<gamma_gamma> fit_gamma_gamma(std::span<const mean_spend> spends) {
    const detail::spend_sum sum(spends);
    if (!(sum.customers() > 0.0)) {
        return {fit_standing::no_repeats, std::nullopt};
    }
    if (!sum.differ()) {
        return {fit_standing::flat, std::nullopt};
    }
    constexpr std::array<point<3>, 2> starts{{{0.0, 0.0, 0.0}, {1.0, 1.0, 2.0}}};
    const double unit = std::log(sum.scale());
    return detail::fit_by_search<gamma_gamma>([&](const point<3>& logs) { return -sum(gamma_gamma::from_logs(logs)); },
                                              starts, {0.0, 0.0, -unit}, sum.customers() * unit);
}

}  // namespace cxm
