#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <cxm/measure.hpp>

namespace cxm {

/// Records side by side: a column a measure and a column a label, all as long as `periods`.
///
/// One shape for what is read, pooled or tallied; a block of a long stream and a whole small file look the same.
struct records {
    struct number_column {
        const measure* of;
        std::vector<double> values;              ///< not_given where the record does not have it
        std::vector<std::string_view> why = {};  ///< empty, or for pooled records why a value is not given
    };
    struct label_column {
        std::string name;
        std::vector<std::string_view> values;  ///< empty where the record does not have it

        bool has(std::size_t row) const { return !values[row].empty(); }
    };

    std::vector<std::string_view> periods;   ///< as written; empty where there is none
    std::vector<std::uint64_t> lines;        ///< the line where each record begins, for messages
    std::vector<std::uint64_t> pooled_from;  ///< empty, or for records pooled over labels how many each holds
    std::vector<bool> partial;               ///< empty, or whether a record says `"complete": false`
    std::vector<number_column> numbers;
    std::vector<label_column> labels;
    std::string source;                     ///< the file's name as the user gave it
    std::vector<std::string_view> sources;  ///< empty, or each record's file where they come from several
    std::string currency;                   ///< empty where none is said
    bool in_order = false;                  ///< periods that are no calendar's stand in the order of time

    /// For records pooled over periods: the rows of `parts` that each one was pooled from.
    std::shared_ptr<const records> parts;
    std::vector<std::vector<std::size_t>> made_of;

    /// What the views point into, kept alive with the records.
    std::vector<std::shared_ptr<const void>> owners;

    std::size_t size() const { return periods.size(); }

    /// Null where no record has this measure.
    const number_column* find(const measure& m) const;

    /// Null where no record has a label of this name.
    const label_column* find_label(std::string_view name) const;

    /// Whether a record's period is over and all of it is counted, and whether every record's is.
    bool is_complete(std::size_t row) const { return partial.empty() || !partial[row]; }
    bool all_complete() const;

    /// Whether a record was pooled from several periods.
    bool is_joined(std::size_t row) const { return parts && made_of[row].size() > 1; }
};

/// Appends records after others; a column that one side lacks is not given there.
void append(records& to, records more);

/// Some of the records, in the order given.
records picked(const records& from, const std::vector<std::size_t>& rows);

/// The rows ordered by labels in order of appearance, then by period; free labels keep their order, but for the names
/// of months where they are said to stand in that of time.
std::vector<std::size_t> order_of(const records& rows);

/// The same records in that order.
records ordered(const records& rows);

/// `shop.csv:3`: where a record stands.
std::string place(const records& rows, std::size_t row);

/// `2024-03, segment=pro`: which record it is, safe to show.
std::string title(const records& rows, std::size_t row);

/// `shop.csv:3: 2024-03, segment=pro`: both, or the one that there is.
std::string place_and_title(const records& rows, std::size_t row);

}  // namespace cxm
