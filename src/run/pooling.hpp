#pragma once

#include <optional>
#include <string>
#include <vector>

#include <cxm/period.hpp>

#include "intake/record_input.hpp"
#include "records/records.hpp"
#include "run/command.hpp"
#include "run/flags/flag.hpp"
#include "run/flags/raw_flags.hpp"
#include "run/span.hpp"

namespace cxm {

/// What `--every` rolls periods up to.
struct rolling {
    std::optional<grain> to = {};  ///< absent: all periods become one
};

inline constexpr word_for<std::optional<grain>> grain_words[] = {
    {"week", grain::week}, {"month", grain::month}, {"quarter", grain::quarter}, {"year", grain::year}, {"all", {}}};

/// Which segments and periods are put together before anything is computed, as texts until `settled` has read them.
struct pooling_flags {
    std::vector<std::string> by = {};
    bool total = false;
    std::optional<std::string> every = {};
};

/// What the flags of pooling mean.
struct pooling {
    std::vector<std::string> by = {};   ///< the labels that stay apart; all others are pooled
    bool total = false;                 ///< all labels pooled; with `by`, after its groups
    std::optional<rolling> every = {};  ///< absent: periods stay as they are
    bool total_if_possible = false;     ///< the same after the groups, unless they are of those that never are pooled

    bool any() const { return total || !by.empty() || every; }

    /// The records with their periods rolled up, where that is wanted.
    records rolled(records rows) const;
};

/// Adds `--by`, `--total` and `--every`, which may be one of these words.
void add_flags(std::vector<flag>& to, pooling_flags& into, const choices& every = words_in(grain_words));

/// The one reading of these flags; throws bad_usage for what is no period.
pooling settled(const pooling_flags& given, const raw_flags& raw);

/// Rolls periods up to the grain that the input is said to have, where nothing else is asked for; counts orders by the
/// one that is asked for, where the plan says none.
void take_grain(pooling& how, input_settings& input);

/// The periods to read for those asked for: whole ones, where they are rolled up. Throws bad_usage.
period_span span_of(const span_flags& given, const pooling& how);

/// What to warn of in records ordered by labels: a period that pools fewer than others of its group. Empty where there
/// is none.
std::string uneven(const records& pooled);

/// Reads the whole input and pools it, from counts; ordered by labels, then by period.
///
/// Warns of periods of different kinds, and of a period that pools fewer records than others of its group: a segment
/// without a record there would look like a change. Refuses by what it would warn of where `strict`.
///
/// `whole`, where it is wanted, becomes the records with every label pooled; it stays empty where they are that
/// already, have no labels, or cannot be added up.
records pooled_records(const pooling& how, record_input& input, bool strict, const streams& io,
                       records* whole = nullptr);

}  // namespace cxm
