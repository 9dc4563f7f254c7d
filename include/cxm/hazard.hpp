#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <cxm/interval/proportion.hpp>

/// Who leaves at which tenure: a life table of customers, some of whom are first seen late.
namespace cxm {

/// One period of tenure, the first being that after the start.
struct hazard_period {
    std::uint64_t at_risk = 0;       ///< seen before its end and not gone before it
    std::uint64_t lost = 0;          ///< left at its end
    std::optional<double> hazard;    ///< lost / at_risk; absent where nobody was at risk
    std::optional<interval> limits;  ///< Wilson's, of the hazard
    std::optional<double> survival;  ///< share kept so far (Kaplan & Meier 1958); absent from a period without risk on
};

/// Counts customers one after another, in any order, and in parts that are then added to each other.
class hazard_counts {
public:
    static constexpr std::uint32_t most_periods = 1'000'000;

    /// A number of customers who had completed `entered` periods when first seen and `stayed` when last seen, and who
    /// left then or did not. With stayed = entered they were never at risk. Throws std::invalid_argument where they
    /// stayed less, left without having been at risk, or stayed more than a million periods.
    void add(std::uint32_t entered, std::uint32_t stayed, bool left, std::uint64_t customers = 1) {
        detail::require(entered <= stayed, "a customer is last seen no earlier than first seen");
        detail::require(entered < stayed || !left, "who left had a period to leave in");
        detail::require(stayed <= most_periods, "nobody stays more than a million periods");
        if (counts_.size() < std::size_t{stayed} + 1) {
            counts_.resize(std::size_t{stayed} + 1);
        }
        counts_[entered].entered += customers;
        counts_[stayed].ended += customers;
        counts_[stayed].left += left ? customers : 0;
    }

    void add(const hazard_counts& other) {
        if (counts_.size() < other.counts_.size()) {
            counts_.resize(other.counts_.size());
        }
        for (std::size_t age = 0; age < other.counts_.size(); ++age) {
            counts_[age].entered += other.counts_[age].entered;
            counts_[age].ended += other.counts_[age].ended;
            counts_[age].left += other.counts_[age].left;
        }
    }

    /// Periods 1, 2, … up to the longest stay. With few at risk early, the survival of all later periods rests on them.
    /// Throws std::invalid_argument for levels outside (0, 1).
    std::vector<hazard_period> table(double level = 0.95) const {
        detail::require_level(level);
        std::vector<hazard_period> made;
        std::uint64_t present = 0;
        std::optional<double> survival = 1.0;
        for (std::size_t period = 1; period < counts_.size(); ++period) {
            // At risk in a period: all who entered before it less all who ended before it.
            present += counts_[period - 1].entered - counts_[period - 1].ended;
            hazard_period& p = made.emplace_back();
            p.at_risk = present;
            p.lost = counts_[period].left;
            if (present > 0) {
                const auto lost = static_cast<double>(p.lost);
                const auto risked = static_cast<double>(present);
                p.hazard = lost / risked;
                p.limits = wilson(lost, risked, level);
                survival = survival ? std::optional(*survival * (risked - lost) / risked) : survival;
            } else {
                survival.reset();
            }
            p.survival = survival;
        }
        return made;
    }

private:
    struct at_age {
        std::uint64_t entered = 0;
        std::uint64_t ended = 0;
        std::uint64_t left = 0;
    };

    std::vector<at_age> counts_;
};

}  // namespace cxm
