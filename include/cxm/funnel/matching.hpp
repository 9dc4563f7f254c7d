#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <cxm/funnel/funnel_rules.hpp>

namespace cxm::detail {

/// Which rows fill which steps, each row one and each step by one, found by augmenting paths (Kuhn 1955).
class step_matching {
public:
    void clear() {
        kinds_.clear();
        kind_of_.fill(none);
    }

    /// Empties the steps and keeps the rows.
    void release() {
        kind_of_.fill(none);
        for (kind& k : kinds_) {
            k.used = 0;
        }
    }

    void add(std::uint32_t steps) { ++at(steps).rows; }

    /// Takes a row away that was added; a step that it filled may stay empty.
    void remove(std::uint32_t steps) {
        kind& k = at(steps);
        if (k.used == k.rows--) {
            --k.used;
            const auto freed = static_cast<std::size_t>(&k - kinds_.data());
            std::size_t step = 0;
            while (kind_of_[step] != freed) {
                ++step;
            }
            kind_of_[step] = none;
        }
    }

    bool is_filled(std::size_t step) const { return kind_of_[step] != none; }

    /// The steps of the row that fills a step.
    std::uint32_t row_of(std::size_t step) const { return kinds_[kind_of_[step]].steps; }

    /// Fills an empty step, where that needs it by moving others to other rows; false where no way fills it too.
    bool fill(std::size_t step) {
        ++search_;
        return assign(step);
    }

private:
    /// Rows that satisfy the same steps are as good as each other.
    struct kind {
        std::uint32_t steps;
        std::size_t rows;
        std::size_t used;
        std::uint64_t seen;  ///< the last search that came by
    };

    static constexpr std::size_t none = ~std::size_t{0};

    std::vector<kind> kinds_;
    std::array<std::size_t, funnel_rules::most_steps> kind_of_{};
    std::uint64_t search_ = 0;

    kind& at(std::uint32_t steps) {
        for (kind& k : kinds_) {
            if (k.steps == steps) {
                return k;
            }
        }
        return kinds_.emplace_back(kind{steps, 0, 0, 0});
    }

    bool assign(std::size_t step) {
        for (std::size_t i = 0; i < kinds_.size(); ++i) {
            kind& k = kinds_[i];
            if (k.rows == 0 || k.seen == search_ || (k.steps >> step & 1) == 0) {
                continue;
            }
            k.seen = search_;
            if (k.used < k.rows) {
                ++k.used;
                kind_of_[step] = i;
                return true;
            }
            for (std::size_t other = 0; other < kind_of_.size(); ++other) {
                if (kind_of_[other] == i && assign(other)) {
                    kind_of_[step] = i;
                    return true;
                }
            }
        }
        return false;
    }
};

}  // namespace cxm::detail
