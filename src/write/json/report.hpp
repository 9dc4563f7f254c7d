#pragma once

#include <span>
#include <string>
#include <string_view>

#include "results/report.hpp"

namespace cxm {

/// A metric worked out on its own: `{"metric":"nps","value":40.0,…}` and a newline; with its terms, and
/// the metrics beside it, where there are some.
std::string json_one(const result& r, std::span<const result> terms, std::string_view currency,
                     std::span<const result> beside = {});

/// The start of a report, up to its first record.
std::string json_head(double level, std::string_view currency);

/// Appends the records of a part of a report, one a line; `first` says whether any came before. `keep_missing` keeps
/// the missing.
void append_json(std::string& out, const report& part, bool first, bool keep_missing);

/// The end of a report.
std::string_view json_tail();

/// Appends the same records without a report around them.
void append_ndjson(std::string& out, const report& part, bool keep_missing);

}  // namespace cxm
