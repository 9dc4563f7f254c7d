#pragma once

#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "records/records.hpp"
#include "run/flags/choices.hpp"
#include "write/csv/cell.hpp"

namespace cxm {

/// The forms of output; each command says which of them it has by a table of what writes them, the usual one first.
enum class format { table, json, ndjson, csv, markdown, html, svg, junit, github, tap };

inline constexpr word_for<format> format_words[] = {
    {"table", format::table},       {"json", format::json}, {"ndjson", format::ndjson}, {"csv", format::csv},
    {"markdown", format::markdown}, {"html", format::html}, {"svg", format::svg},       {"junit", format::junit},
    {"github", format::github},     {"tap", format::tap},
};

/// Whether a format is read by people, who get sentences first.
constexpr bool is_for_readers(format form) { return form == format::table || form == format::markdown; }

/// Whether a format is in the language of those who read it.
constexpr bool is_in_language(format form) {
    return is_for_readers(form) || form == format::html || form == format::svg;
}

/// The words of a command's formats, from its table of what writes them.
template <class Writers>
choices formats_in(const Writers& writers) {
    choices words;
    for (const auto& row : writers) {
        words.emplace_back(word_of(row.form, format_words));
    }
    return words;
}

/// What writes a format in a command's table; the format is one of its own.
template <class Writers>
auto writer_of(format form, const Writers& writers) {
    auto row = std::begin(writers);
    while (row->form != form) {
        ++row;
    }
    return row->write;
}

/// Writes records in a format.
struct records_writer {
    format form;
    std::string (*write)(const records& rows, csv_texts texts);
};

/// A format by the ending of a file's name, where no other is asked for.
struct ending {
    std::string_view text;
    format form;
};

inline constexpr ending endings[] = {
    {".json", format::json},   {".ndjson", format::ndjson},     {".jsonl", format::ndjson}, {".csv", format::csv},
    {".md", format::markdown}, {".markdown", format::markdown}, {".html", format::html},    {".htm", format::html},
    {".svg", format::svg},     {".xml", format::junit},         {".tap", format::tap},
};

/// Endings of what no command writes.
inline constexpr std::string_view endings_of_no_format[] = {".tsv", ".xlsx", ".xls",    ".ods",
                                                            ".pdf", ".png",  ".parquet"};

/// The word for the format that a file's name asks for; nothing where its ending is none of ours.
///
/// Throws bad_usage for the ending of another format than those the command has: what is in the file would not be what
/// its name says.
std::optional<std::string_view> word_of_ending(const std::string& file, const choices& formats);

}  // namespace cxm
