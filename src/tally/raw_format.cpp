#include "tally/raw_format.hpp"

namespace cxm {

namespace {

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// The format that a file's name says; `any` where it says none.
input_format format_of_name(std::string_view file) {
    for (const std::string_view packed : {".gz", ".zst"}) {
        file = ends_with(file, packed) ? file.substr(0, file.size() - packed.size()) : file;
    }
    if (ends_with(file, ".csv")) {
        return input_format::csv;
    }
    if (ends_with(file, ".tsv") || ends_with(file, ".tab")) {
        return input_format::tsv;
    }
    return ends_with(file, ".ndjson") || ends_with(file, ".jsonl") ? input_format::ndjson : input_format::any;
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
