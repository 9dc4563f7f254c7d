#pragma once

#include <string>
#include <vector>

#include "bytes/block_reader.hpp"
#include "intake/record_builder.hpp"

namespace cxm {

/// How a table of text is written, and what its columns are.
struct csv_header {
    struct column {
        std::string name;
        role is;
        const measure* of;
    };
    std::vector<column> columns;
    std::string text;                ///< as it is written, with its line end
    std::vector<std::string> notes;  ///< what was decided of them in no doubt
    char delimiter = ',';
    bool trims = false;  ///< spaces around cells are no part of them
    number_form numbers;
    bool doubtful = false;  ///< a file of ; or tabs in which no number told yet whether 1.204 is above a thousand
};

/// Reads the header, and enough rows to tell labels from unknown numbers; the input then stands at its first record.
csv_header read_csv_header(block_reader& input, const catalogue& known, const input_options& options);

}  // namespace cxm
