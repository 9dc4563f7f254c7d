#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "records/records.hpp"
#include "run/command.hpp"
#include "run/flags/flag.hpp"
#include "write/look.hpp"

namespace cxm {

/// The forms of output; each command says which of them it has by a table of what writes them, the usual one first.
enum class format { table, json, ndjson, csv, markdown, junit, github, tap };

inline constexpr word_for<format> format_words[] = {
    {"table", format::table},       {"json", format::json},   {"ndjson", format::ndjson}, {"csv", format::csv},
    {"markdown", format::markdown}, {"junit", format::junit}, {"github", format::github}, {"tap", format::tap},
};

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
    std::string (*write)(const records& rows);
};

/// How output looks and where it goes, as texts until `settled` has read them.
struct output_flags {
    std::optional<std::string> format = {};
    bool json = false;
    std::optional<std::string> file = {};
    std::optional<std::string> currency = {};
    std::optional<std::string> color = {};
    bool ascii = false;
};

/// What the flags of output mean.
struct output_settings {
    format form = format::table;
    std::optional<std::string> file = {};  ///< absent: standard output
    std::optional<std::string> currency = {};
    look drawn = {};

    std::string_view shown_currency() const { return currency ? std::string_view(*currency) : std::string_view(); }
};

flag file_flag(output_flags& into);  ///< -o alone, where there is one format
void add_flags(std::vector<flag>& to, output_flags& into, const choices& formats);

/// The one reading of the flags of output, once those of the line are read.
///
/// Throws bad_usage for what contradicts itself, and for an output that is a file which the line names for reading.
output_settings settled(const output_flags& given, const command_line& line, const choices& formats, const streams& io);

/// The same of -o alone.
std::optional<std::string> settled_file(const output_flags& given, const command_line& line, const streams& io);

/// Throws bad_usage where the output is one of the files that are read, by whatever name; "-" is standard input.
void require_not_read(const std::optional<std::string>& output_file, const std::vector<std::string>& read,
                      const streams& io);

/// Writes a text to standard output, or to a file whole.
void put(const streams& io, const std::optional<std::string>& file, std::string_view text);

}  // namespace cxm
