#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "bytes/input_format.hpp"
#include "rows/row_batch.hpp"
#include "rows/table_edges.hpp"
#include "rows/wanted_cells.hpp"
#include "values/fixed.hpp"

namespace cxm {

/// How the rows of files are read.
struct row_options {
    unsigned threads = 0;                   ///< 0: as many as there are processors
    std::optional<std::size_t> chunk_size;  ///< bytes read at a time; tests make it tiny
    bool skip_ragged = false;       ///< rows of another width than the header, or cut, are counted and passed over
    bool windows_1252 = false;      ///< cells are not UTF-8 but Windows-1252
    std::optional<char> decimal;    ///< absent: a point, or either in a ; file that is of one mind
    std::optional<char> delimiter;  ///< absent: told by extension and header
    edge_options edges;             ///< of CSV: where the table begins
    input_format format = input_format::any;
    std::uint64_t max_memory = 0;  ///< bytes of what is kept of rows; 0: no limit
    unsigned memory_parts = 1;     ///< of which each that keeps some has one
    bool may_repeat = false;       ///< that files hold the same rows is no slip
    /// Called now and then, from any thread but one at a time; the total is 0 where it is not known.
    std::function<void(std::uint64_t done, std::uint64_t total)> progress;
};

/// How many threads are meant.
unsigned threads_of(const row_options& options);

struct csv_layout;
struct json_layout;

/// Takes rows of one file after another; one a thread.
class file_sink : public row_sink {
public:
    /// Told how the next rows are laid out, which holds until the next call.
    virtual void begin_file(const csv_layout& /*of*/) {}
    virtual void begin_file(const json_layout& /*of*/) {}

    number_reader numbers;   ///< how the next rows' numbers are written
    std::uint64_t rows = 0;  ///< that were looked at
};

/// The last row of a table, by its first cell with something in it.
struct table_end {
    std::string place;  ///< `orders.csv:9`
    std::string column;
    std::string cell;
};

/// What there is to know of files that were read.
struct read_findings {
    std::vector<std::string> warnings;
    std::vector<std::string> notes;  ///< what was decided in no doubt
    std::vector<table_end> ends;     ///< of the tables that have rows
    std::uint64_t skipped = 0;       ///< rows passed over, of which warnings say where
    std::string currency;            ///< the one that stood beside numbers; empty where none did

    /// Told the columns, or keys, of each file.
    std::function<void(const std::string& file, const std::vector<std::string>& names)> names;

    /// Told of each file once its rows are with the sinks.
    std::function<void(const std::string& file)> ended;
};

/// Refuses numbers of one file that readers of it saw written in ways that do not go together, and notes their
/// currency; throws bad_input.
void check_numbers(const std::string& file, const std::vector<const number_reader*>& readers, read_findings& into);

/// Hands the rows of files ("-": standard input) to sinks, a thread each; throws bad_usage and bad_input.
void read_rows(const std::vector<std::string>& files, const wanted_cells& wanted, const std::vector<file_sink*>& sinks,
               const row_options& options, read_findings& into);

}  // namespace cxm
