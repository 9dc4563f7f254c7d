#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "plan/plan.hpp"
#include "records/period_span.hpp"
#include "tally/tally.hpp"

namespace cxm {

/// Which rows are copied, and what of them.
struct rows_wanted {
    std::vector<std::string_view> measures;  ///< a row that one of them counts is copied once
    std::vector<std::string> columns;        ///< empty: the whole row
    std::vector<std::string> keys;           ///< the columns as JSON writes them
    period_span span = {};
};

/// Takes text as it is to be written, piece by piece.
using text_taker = std::function<void(std::string_view text)>;

/// Copies the rows that measures of a plan count, in their order, as they are written: CSV with the header of the first
/// file, or lines of JSON. Returns what there is to know of the count, made on the way.
///
/// Throws bad_usage and bad_input as the tally does, and for files that make no one table.
tally_result copy_rows(const plan& how, const catalogue& known, const std::vector<std::string>& files,
                       const tally_options& options, const rows_wanted& wanted, const text_taker& to,
                       std::uint64_t& copied);

}  // namespace cxm
