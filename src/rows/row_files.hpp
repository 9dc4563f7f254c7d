#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "bytes/input_format.hpp"
#include "rows/row_batch.hpp"
#include "rows/table_edges.hpp"
#include "values/fixed.hpp"

namespace cxm {

/// How files of raw rows are read, and which of their columns.
struct row_reading {
    std::vector<std::string> columns = {};        ///< in the order in which the sink gets them
    std::vector<std::string> perhaps_texts = {};  ///< those that may be meant as texts
    bool skip_ragged = false;
    bool windows_1252 = false;
    std::optional<char> decimal = {};    ///< absent: a point, or either in a ; file that is of one mind
    std::optional<char> delimiter = {};  ///< absent: told by extension and header
    edge_options edges = {};
    input_format format = input_format::any;
    std::function<void(std::uint64_t done, std::uint64_t total)> progress = {};
};

/// What there is to say of rows once they are read.
struct row_remarks {
    std::vector<std::string> warnings = {};
    std::vector<std::string> notes = {};  ///< what was decided in no doubt
};

/// Takes rows whose numbers it reads by the reader that `read_rows` sets for each file.
class numbered_sink : public row_sink {
public:
    number_reader numbers;
    std::uint64_t rows = 0;  ///< taken so far; the sink counts them
};

/// Hands the rows of a file ("-": standard input) to a sink, in the file's order, on one thread.
///
/// Throws bad_input with the place of a row at fault and for a column that is not there.
void read_rows(const std::string& file, const row_reading& how, numbered_sink& into, row_remarks& said);

}  // namespace cxm
