#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "bytes/input_format.hpp"
#include "catalogue/metrics_in_use.hpp"
#include "plan/plan.hpp"
#include "records/records.hpp"
#include "rows/table_edges.hpp"

namespace cxm {

struct tally_options {
    unsigned threads = 0;                   ///< 0: as many as there are processors
    std::optional<std::size_t> chunk_size;  ///< bytes read at a time; tests make it tiny
    bool skip_ragged = false;       ///< rows of another width than the header, or cut, are counted and passed over
    bool windows_1252 = false;      ///< cells are not UTF-8 but Windows-1252
    std::optional<char> decimal;    ///< absent: a point, or either in a ; file that is of one mind
    std::optional<char> delimiter;  ///< absent: told by extension and header
    edge_options edges;             ///< of CSV: where the table begins
    input_format format = input_format::any;
    std::uint64_t max_memory = 0;  ///< bytes of tables; 0: no limit
    std::optional<period> from;    ///< periods before it are left out
    std::optional<period> to;      ///< and those after it
    /// Called now and then, from any thread but one at a time; the total is 0 where it is not known.
    std::function<void(std::uint64_t done, std::uint64_t total)> progress;
};

/// The last row of a table, by its first cell with something in it.
struct table_end {
    std::string place;  ///< `orders.csv:9`
    std::string column;
    std::string cell;
};

struct tally_result {
    records counted;  ///< sorted by period, then labels
    std::vector<std::string> warnings;
    std::vector<std::string> notes;  ///< what was decided in no doubt
    std::string why_empty;           ///< where no record came of the rows
    std::vector<table_end> ends;     ///< of the tables that have rows
    std::uint64_t rows = 0;          ///< looked at
    std::uint64_t skipped = 0;       ///< passed over, of which warnings say where
};

/// Counts the rows of files ("-": standard input) as the plan says; throws bad_usage and bad_input.
///
/// The result is the same for any number of threads, size of chunks, and order of files and rows.
tally_result tally(const plan& how, const catalogue& known, const std::vector<std::string>& files,
                   const tally_options& options);

}  // namespace cxm
