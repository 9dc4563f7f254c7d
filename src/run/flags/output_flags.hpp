#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "languages/wording.hpp"
#include "run/command.hpp"
#include "run/flags/flag.hpp"
#include "run/flags/formats.hpp"
#include "write/csv/cell.hpp"
#include "write/csv/excel.hpp"
#include "write/look.hpp"

namespace cxm {

/// How output looks and where it goes, as texts until `settled` has read them.
struct output_flags {
    std::optional<std::string> format = {};
    bool json = false;
    std::optional<std::string> file = {};
    std::optional<std::string> currency = {};
    std::optional<std::string> color = {};
    bool ascii = false;
    bool raw = false;  ///< of the commands that can print the bare number
    bool csv_safe = false;
    bool receipt = false;
    std::optional<std::string> excel = {};
    std::optional<std::string> language = {};
    bool brief = false;       ///< of the commands that open with sentences
    bool no_summary = false;  ///< of these too
};

/// Where the sentences that an answer opens with stand.
enum class opening { first, alone, never };

/// What the flags of output mean.
struct output_settings {
    format form = format::table;
    std::optional<std::string> file = {};  ///< absent: standard output
    std::optional<std::string> currency = {};
    look drawn = {};
    bool raw = false;  ///< the bare number, in no format
    csv_texts texts = csv_texts::plain;
    bool receipt = false;               ///< JSON says what it came from; a page always does
    const excel_form* excel = nullptr;  ///< the CSV as Excel opens it somewhere; null: as it is
    opening sentences = opening::first;

    std::string_view shown_currency() const { return currency ? std::string_view(*currency) : std::string_view(); }
};

flag file_flag(output_flags& into);  ///< -o alone, where there is one format
flag raw_flag(output_flags& into);   ///< --raw

/// --lang, and what is in that language.
flag language_flag(output_flags& into, std::string_view what);

/// What of the output its flags can change.
struct output_parts {
    bool money = true;       ///< amounts, which `--currency` names
    bool drawing = true;     ///< for people: colours
    bool signs = true;       ///< for people: other signs than those of ASCII, which `--ascii` replaces
    bool receipt = false;    ///< `--receipt`
    bool sentences = false;  ///< for people: it opens with sentences
    bool words = false;      ///< for people: words that other languages have too, which `--lang` chooses
};

void add_flags(std::vector<flag>& to, output_flags& into, const choices& formats, output_parts has = {});

/// The one reading of the flags of output, once those of the line are read.
///
/// Throws bad_usage for what contradicts itself, and for an output that is a file which the line names for reading.
output_settings settled(const output_flags& given, const command_line& line, const choices& formats, const streams& io);

/// The language of what is for people, by --lang, else by CXM_LANG; throws bad_usage for one that is not known, and for
/// --lang with what is for machines.
wording wording_of(const output_flags& given, bool for_people, bool ascii);

/// The same of -o alone.
std::optional<std::string> settled_file(const output_flags& given, const command_line& line, const streams& io);

/// Throws bad_usage where the output is one of the files that are read, by whatever name; "-" is standard input.
void require_not_read(const std::optional<std::string>& output_file, const std::vector<std::string>& read,
                      const streams& io, std::string_view flag = "-o");

/// Writes a result, with its receipt where that is asked for.
void put_result(const streams& io, const output_settings& how, std::string text);

/// Writes a text to standard output, or to a file whole.
void put(const streams& io, const std::optional<std::string>& file, std::string_view text);

/// The same where the settings say, as they have CSV.
void put_as(const streams& io, const output_settings& how, std::string_view text);

}  // namespace cxm
