#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <cxm/project/histories.hpp>

namespace cxm::detail {

/// A history by the places of its numbers in the table's lists.
struct placed_history {
    std::uint32_t x;
    std::uint32_t t_x;
    std::uint32_t T;
    double customers;
};

/// Histories laid out for a likelihood that is computed again and again: what depends on x or on a time alone is
/// computed once for each different one. Times are scaled so that the mean T is 40, where the searches start well.
class history_table {
public:
    /// Throws std::invalid_argument for histories that cannot be.
    explicit history_table(std::span<const counted_history> histories) {
        double total_time = 0.0;
        for (const counted_history& one : histories) {
            require_history(one.of);
            require(one.customers >= 0.0 && std::isfinite(one.customers), "customers are counted from 0");
            customers_ += one.customers;
            repeats_ += one.customers * one.of.x;
            total_time += one.customers * one.of.T;
        }
        scale_ = total_time > 0.0 ? 40.0 * customers_ / total_time : 1.0;
        for (const counted_history& one : histories) {
            xs_.push_back(one.of.x);
            times_.insert(times_.end(), {one.of.t_x, one.of.T});
        }
        keep_distinct(xs_);
        keep_distinct(times_);
        customers_at_.resize(xs_.size());
        for (const counted_history& one : histories) {
            const std::uint32_t x = place(xs_, one.of.x);
            rows_.push_back({x, place(times_, one.of.t_x), place(times_, one.of.T), one.customers});
            customers_at_[x] += one.customers;
        }
        std::sort(rows_.begin(), rows_.end(), [](const placed_history& a, const placed_history& b) {
            return a.x != b.x ? a.x < b.x : a.T != b.T ? a.T < b.T : a.t_x < b.t_x;
        });
        for (double& time : times_) {
            time *= scale_;
        }
    }

    std::span<const double> xs() const { return xs_; }
    std::span<const double> customers_at() const { return customers_at_; }  ///< for each of `xs`
    std::span<const double> times() const { return times_; }                ///< scaled
    std::span<const placed_history> rows() const { return rows_; }
    double customers() const { return customers_; }
    double repeats() const { return repeats_; }
    double scale() const { return scale_; }

private:
    std::vector<double> xs_;
    std::vector<double> customers_at_;
    std::vector<double> times_;
    std::vector<placed_history> rows_;
    double customers_ = 0.0;
    double repeats_ = 0.0;
    double scale_ = 1.0;

    static void keep_distinct(std::vector<double>& values) {
        std::sort(values.begin(), values.end());
        values.erase(std::unique(values.begin(), values.end()), values.end());
    }

    static std::uint32_t place(const std::vector<double>& among, double value) {
        return static_cast<std::uint32_t>(std::lower_bound(among.begin(), among.end(), value) - among.begin());
    }
};

}  // namespace cxm::detail
