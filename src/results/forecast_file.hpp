#pragma once

#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "results/report.hpp"

namespace cxm {

/// The JSON of `cxm project` or `cxm customers`, read back: results as they were written, each of a record of its own.
///
/// They come from a model and not from counts, so nothing of them is ever pooled or computed anew.
struct forecast_file {
    std::string name;
    std::string command;  ///< project or customers
    double level = 0.95;
    std::string currency;

    struct figure {
        std::size_t of;  ///< among `metrics`
        result value;
    };
    struct record {
        std::string period;
        std::vector<std::pair<std::string, std::string>> labels;
        std::vector<figure> figures;
    };
    std::deque<metric> metrics;  ///< one for each key, whose texts live in `texts`
    std::deque<record> records;
    std::deque<std::string> texts;

    /// Null where no record has such a figure.
    const metric* find(std::string_view key) const;

    /// The records that have any of these figures, in the order of the file; missing where a record lacks one. Points
    /// into this.
    report report_of(const std::vector<const metric*>& wanted) const;
};

/// Whether a file that can be read again begins as such a result does; false for standard input and pipes.
bool is_forecast_file(const std::string& file);

/// Whether a text does.
bool is_forecast(std::string_view text);

/// Throws bad_input for what is no such result, with file and line.
forecast_file read_forecast(std::string_view text, const std::string& file);

}  // namespace cxm
