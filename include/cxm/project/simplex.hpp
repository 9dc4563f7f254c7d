#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

#include <cxm/project/parameters.hpp>

/// One downhill search.
namespace cxm {

/// Where a search ended.
template <std::size_t N>
struct minimum {
    point<N> at{};
    double value = std::numeric_limits<double>::infinity();
    bool settled = false;  ///< whether a search begun anew at the end found nothing better
    int evaluations = 0;
};

namespace detail {

inline constexpr double farthest_log = 12.0;  ///< no parameter beyond e^-12..e^12 is tried

/// The search of Nelder & Mead (1965, Computer Journal 7:308); what is outside the range or no number counts as worst.
template <std::size_t N, class Function>
class simplex {
public:
    /// It ends when its values differ by `near` at most.
    simplex(const Function& of, const point<N>& start, double width, double near) : of_(of), near_(near) {
        for (std::size_t i = 0; i <= N; ++i) {
            corners_[i].at = start;
            if (i > 0) {
                corners_[i].at[i - 1] += start[i - 1] > 0.0 ? -width : width;
            }
            corners_[i].value = value(corners_[i].at);
        }
        sort();
    }

    minimum<N> run(int most_evaluations) {
        while (evaluations_ < most_evaluations) {
            if (has_shrunk()) {
                return {corners_[0].at, corners_[0].value, true, evaluations_};
            }
            step();
            sort();
        }
        return {corners_[0].at, corners_[0].value, false, evaluations_};
    }

private:
    struct corner {
        point<N> at;
        double value;
    };

    const Function& of_;
    double near_;
    std::array<corner, N + 1> corners_{};
    int evaluations_ = 0;

    double value(const point<N>& at) {
        ++evaluations_;
        for (const double x : at) {
            if (!(std::fabs(x) <= farthest_log)) {
                return std::numeric_limits<double>::infinity();
            }
        }
        const double y = of_(at);
        return std::isnan(y) ? std::numeric_limits<double>::infinity() : y;
    }

    void sort() {
        std::stable_sort(corners_.begin(), corners_.end(),
                         [](const corner& a, const corner& b) { return a.value < b.value; });
    }

    /// The values differ by little, though not by less than their rounding, and the corners are near.
    bool has_shrunk() const {
        const double best = corners_[0].value;
        if (!(corners_[N].value - best <= near_ + 1e-13 * std::fabs(best))) {
            return false;
        }
        double width = 0.0;
        for (const corner& c : corners_) {
            for (std::size_t i = 0; i < N; ++i) {
                width = std::max(width, std::fabs(c.at[i] - corners_[0].at[i]));
            }
        }
        return width <= 30.0 * std::sqrt(near_);
    }

    /// The point on the line from the worst corner through the middle of the others, `way` times as far beyond.
    corner beyond(double way) {
        corner reached{};
        for (std::size_t i = 0; i < N; ++i) {
            double middle = 0.0;
            for (std::size_t k = 0; k < N; ++k) {
                middle += corners_[k].at[i] / N;
            }
            reached.at[i] = middle + way * (middle - corners_[N].at[i]);
        }
        reached.value = value(reached.at);
        return reached;
    }

    void step() {
        corner& worst = corners_[N];
        const corner reflected = beyond(1.0);
        if (reflected.value < corners_[0].value) {
            const corner expanded = beyond(2.0);
            worst = expanded.value < reflected.value ? expanded : reflected;
            return;
        }
        if (reflected.value < corners_[N - 1].value) {
            worst = reflected;
            return;
        }
        const bool outside = reflected.value < worst.value;
        const corner contracted = beyond(outside ? 0.5 : -0.5);
        if (contracted.value < (outside ? reflected.value : worst.value)) {
            worst = contracted;
            return;
        }
        for (std::size_t k = 1; k <= N; ++k) {
            for (std::size_t i = 0; i < N; ++i) {
                corners_[k].at[i] = corners_[0].at[i] + 0.5 * (corners_[k].at[i] - corners_[0].at[i]);
            }
            corners_[k].value = value(corners_[k].at);
        }
    }
};

}  // namespace detail

}  // namespace cxm
