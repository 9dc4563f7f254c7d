#include "rows/raw_format.hpp"

#include "bytes/byte_source.hpp"

namespace cxm {

namespace {

/// The format that a file's name says; `any` where it says none.
input_format format_of_name(std::string_view file) {
    file = without_packing(file);
    if (file.ends_with(".csv")) {
        return input_format::csv;
    }
    if (file.ends_with(".tsv") || file.ends_with(".tab")) {
        return input_format::tsv;
    }
    return file.ends_with(".ndjson") || file.ends_with(".jsonl") ? input_format::ndjson : input_format::any;
}

input_format format_of_text(std::string_view first) {
    const std::size_t at = first.find_first_not_of(" \t\r\n");
    const bool json = at != std::string_view::npos && (first[at] == '{' || first[at] == '[');
    return json ? input_format::ndjson : input_format::csv;
}

}  // namespace

input_format format_of_raw(std::string_view file, std::string_view first) {
    const input_format named = format_of_name(file);
    return named == input_format::any ? format_of_text(first) : named;
}

}  // namespace cxm
