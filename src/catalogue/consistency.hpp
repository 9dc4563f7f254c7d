#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include <cxm/metric.hpp>

namespace cxm {

/// Whether the inputs of a metric can be of one record: parts within their wholes, a share within 0 and 1, squares that
/// the answers can have. Takes the formula apart once.
class consistency {
public:
    explicit consistency(const metric& m);

    /// Whether any inputs can be impossible.
    bool can_fail() const { return !parts_.empty() || is_sum_ || of_->squares != nullptr; }

    /// Inputs as `inputs_of` orders them, not_given where missing. Of several periods joined (`over_periods`), what
    /// adds up may pass a stock of the first of them.
    bool holds(std::span<const double> inputs, bool over_periods = false) const;

    /// What is impossible, in words with both numbers; empty where nothing is.
    std::string objection(std::span<const double> inputs, bool over_periods = false) const;

    /// Two inputs, by their places, of which one counts a part of the other.
    struct part {
        std::size_t inner;
        std::size_t whole;
        bool over_periods;  ///< of periods joined too
    };
    const std::vector<part>& parts() const { return parts_; }

    /// Whether the metric is a share whose sides are sums, which only their values can judge.
    bool is_share_of_sums() const { return is_sum_; }

private:
    const metric* of_;
    std::vector<part> parts_;
    bool is_sum_ = false;
    bool is_sum_over_periods_ = false;

    void add(std::size_t inner, std::size_t whole);
    bool is_share(std::span<const double> inputs) const;
    bool has_possible_squares(std::span<const double> inputs) const;
};

}  // namespace cxm
