#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <cxm/period.hpp>

#include "plan/label_source.hpp"
#include "plan/plan.hpp"
#include "rows/wanted_cells.hpp"

namespace cxm {

/// Stands for a blank label among the numbers of labels.
inline constexpr std::uint32_t no_label = ~std::uint32_t{0};

/// Which rows of people are kept.
enum class kept_rows : std::uint8_t {
    every,               ///< whatever they are
    of_events,           ///< what is one of the events
    of_events_or_labels  ///< that, and rows whose label is not blank
};

/// Which clock tells the time of a row.
enum class clock_of_rows : std::uint8_t {
    as_written,  ///< that of its date, as periods are counted by
    utc          ///< one for all, so that rows of several zones stand in their order
};

/// Which rows are whose and when, and what is to be known of them.
struct people_question {
    std::string id;               ///< column
    std::string time;             ///< column
    std::string date_format;      ///< empty: ISO 8601
    std::string time_zone;        ///< in which times are told, see `parse_zone_wanted`; empty: as `clock` says
    grain of_days = grain::free;  ///< times are days, which as in a tally may be periods up to this one; free: moments
    std::vector<blank_text> blanks;
    std::optional<one_per_key> one_per;       ///< of rows with the same key one is looked at
    plan::row_condition where;                ///< rows of which it does not hold are not looked at
    std::vector<plan::row_condition> events;  ///< at most 32; a row may be several
    std::string label;                        ///< column; empty: none
    std::vector<plan::label> by;              ///< several, instead of one: together as `append_packed` has them
    std::string end;                          ///< column of the last day of a stay; empty: none
    std::string amount;                       ///< column of numbers; empty: none
    std::string least_amount;                 ///< what an amount below 0 is not, for messages; empty: it may be so
    bool amount_of_events = false;            ///< it is read of events alone, where it may not be below 0
    bool amounts_are_paid = false;            ///< every row has one, and none is below 0
    bool skips_nobody = false;                ///< rows without an id are counted and left out, not refused
    kept_rows keeps = kept_rows::every;
    clock_of_rows clock = clock_of_rows::utc;
};

/// The question made ready: columns are cells of a row.
struct history_program : wanted_cells {
    std::size_t id = none;
    std::size_t time = none;
    std::size_t label = none;
    std::vector<std::size_t> by;
    std::vector<label_source> sources;  ///< of those
    std::size_t end = none;
    std::size_t amount = none;
    std::vector<std::size_t> where_cells;
    std::vector<std::vector<std::size_t>> event_cells;
    people_question asked;
};

/// Throws bad_usage for a label that makes no sense.
history_program compile(const people_question& asked);

}  // namespace cxm
