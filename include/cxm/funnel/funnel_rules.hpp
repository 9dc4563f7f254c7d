#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <cxm/interval/basis.hpp>

namespace cxm {

/// One row of a person: when, in any unit, and which steps it satisfies (bit 0 is the first step, and so on).
struct funnel_row {
    std::int64_t time;
    std::uint32_t steps;
};

enum class step_order : std::uint8_t {
    ordered,  ///< one step after the other, whatever rows lie between
    strict,   ///< one right after the other: only repeats of the step just reached may lie between
    any,      ///< k different steps in any order
};

/// What counts as a chain of steps; a row fills one step, though it may satisfy several.
struct funnel_rules {
    static constexpr std::size_t most_steps = 32;

    std::size_t steps = 0;                              ///< 1 to 32
    std::optional<std::int64_t> window = std::nullopt;  ///< longest time from the first step of a chain to its last
    step_order order = step_order::ordered;
    bool first_entry_only = false;  ///< the person's first entry alone starts a chain, not every one
    bool later_only = false;  ///< each step is later than the one before; else steps of one time count as in order
};

/// What filled a step: a row's time and its place among the person's rows.
struct funnel_place {
    std::int64_t time;
    std::size_t row;

    bool operator==(const funnel_place&) const = default;
};

/// The steps that a person reached, in order; with step_order::any the k-th is the k-th that was new. Empty: none.
using funnel_chain = std::vector<funnel_place>;

namespace detail {

inline void require_rules(const funnel_rules& rules) {
    require(rules.steps >= 1 && rules.steps <= funnel_rules::most_steps, "a funnel has 1 to 32 steps");
    require(!rules.window || *rules.window >= 0, "a funnel's window is 0 or longer");
}

inline void require_by_time(std::span<const funnel_row> rows) {
    for (std::size_t i = 1; i < rows.size(); ++i) {
        require(rows[i - 1].time <= rows[i].time, "a person's rows must be in the order of time");
    }
}

constexpr std::uint32_t steps_mask(std::size_t steps) { return ~std::uint32_t{0} >> (32 - steps); }

/// Whether a time lies inside the window of a chain that began at `start`, which is no later.
constexpr bool is_within(const funnel_rules& rules, std::int64_t start, std::int64_t time) {
    // Unsigned, as times of all 64 bits may lie further apart than a signed difference holds.
    return !rules.window || static_cast<std::uint64_t>(time) - static_cast<std::uint64_t>(start) <=
                                static_cast<std::uint64_t>(*rules.window);
}

}  // namespace detail

}  // namespace cxm
