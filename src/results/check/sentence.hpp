#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "plan/condition.hpp"
#include "values/amount.hpp"

namespace cxm {

using relation = comparison_operator;

/// Which number of a metric, or of its change, is held against the limit.
enum class figure { value, low, high };

enum class movement { none, changes, worsens, improves };

/// By movement.
inline constexpr std::string_view movement_words[] = {"", "changes", "worsens", "improves"};

/// What a change is measured from.
enum class baseline { none, previous, year_ago, target, file };

/// One thing that must hold: `churn worsens by <= 1pp vs previous where segment = pro`.
struct sentence {
    const metric* of = nullptr;
    figure what = figure::value;
    movement moves = movement::none;
    relation is = relation::at_most;
    std::optional<amount> limit;  ///< absent: the target
    baseline versus = baseline::none;
    std::string file;  ///< of the baseline
    condition where;   ///< of labels; a record without one meets neither `=` nor `!=`
    std::vector<std::string> by;
    std::string period;  ///< of `in 2024-03`; empty: the last complete one

    /// Whether the limit is a part of the earlier value.
    bool is_relative() const { return moves != movement::none && limit && limit->in == amount::unit::percent; }
    bool needs_target() const { return !limit || versus == baseline::target; }
};

/// Parses a sentence; throws syntax_error with the nearest known word.
///
///     METRIC[.low|.high] OP NUMBER|target
///     METRIC[.low|.high] changes|worsens|improves by OP NUMBER vs previous|year ago|target|FILE
///
/// then, in any order, `where LABEL = VALUE and …` (see read_condition), `by LABEL, …` and `in PERIOD`.
sentence parse_sentence(std::string_view text, const catalogue& known);

/// Whether a metric rests on a count of people, answers or exposure.
bool has_count(const metric& m);

/// Whether what a sentence holds against its limit can have an interval.
bool can_have_interval(const sentence& s);

/// A sentence in one spelling: sentences that say the same are spelled the same.
std::string spell(const sentence& s);

/// Its condition as a sentence spells it.
std::string spell_where(const condition& where);

/// The limit as a sentence spells it: `5%`, `1pp`, `-3`, `target`.
std::string spell_limit(const sentence& s);

constexpr std::string_view spell(relation r) {
    constexpr std::string_view signs[] = {"<", "<=", ">", ">=", "==", "!="};
    return signs[static_cast<int>(r)];
}

/// The sentence around a byte, made safe to show, and below it a caret at the byte; both lines indented.
std::string pointed_at(std::string_view text, std::size_t at);

}  // namespace cxm
