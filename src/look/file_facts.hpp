#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bytes/input_format.hpp"
#include "catalogue/metrics_in_use.hpp"
#include "rows/table_edges.hpp"

namespace cxm {

/// What the cells of a column are.
enum class column_kind { blank, id, day, period, number, money, duration, answers, words, text };

/// The kind's name.
std::string_view name(column_kind k);

/// What a column holds.
struct column_facts {
    std::string name;
    column_kind is = column_kind::text;
    std::uint64_t blank = 0;
    std::uint64_t filled = 0;
    std::uint64_t distinct = 0;  ///< exact, or where `over` the number that there are more than
    bool over = false;
    std::string example;  ///< the first that is there
    double least = 0;     ///< of numbers
    double most = 0;
    bool whole = false;             ///< all numbers are
    bool is_measure = false;        ///< its name is a measure's
    std::string date_format;        ///< of days; empty: ISO 8601
    bool either_day_first = false;  ///< nothing tells whether the day or the month is first
    std::string first, last;        ///< of days in ISO 8601
    std::vector<std::pair<std::string, std::uint64_t>> commonest;  ///< up to five, of words and periods
    std::string answers;  ///< of words that are those of a usual scale, the best first: `Good|Fair|Poor`
    std::string total;    ///< a word among them that says that its row is a total
};

/// What a file holds.
struct file_facts {
    std::string file;
    input_format format = input_format::csv;
    std::string encoding;
    bool windows_1252 = false;
    char delimiter = ',';
    table_edges edges;
    std::uint64_t rows = 0;
    std::uint64_t odd_rows = 0;        ///< of another width than the header
    std::uint64_t headers = 0;         ///< times that the header stands among the rows
    bool is_cut = false;               ///< its last row is
    std::vector<std::string> read_by;  ///< the flags that it was read by, to be given again
    std::vector<column_facts> columns;

    /// Null where there is none of the name.
    const column_facts* find(std::string_view column) const;

    /// Whether a column is a measure: it holds records, not rows to count.
    bool holds_records() const;
};

/// How a file is looked at.
struct look_options {
    unsigned threads = 0;  ///< 0: as many as there are processors
    input_format format = input_format::any;
    std::optional<char> delimiter;
    bool windows_1252 = false;
    edge_options edges;
    std::vector<std::string> flags;  ///< that say so, but for the encoding, as they were given
};

/// Different texts of a column are told apart up to so many.
inline constexpr std::size_t most_distinct_texts = 1'000;

/// Reads a file of CSV, TSV or NDJSON once ("-": standard input), in memory that does not grow with it. Throws
/// bad_input.
file_facts look_at_file(const std::string& file, const catalogue& known, const look_options& how);

}  // namespace cxm
