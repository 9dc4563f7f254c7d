#pragma once

namespace cxm {

/// What a file is written in; any: told by its name, then by its first bytes.
enum class input_format { any, json, ndjson, csv, tsv };

}  // namespace cxm
