#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "intake/input_settings.hpp"
#include "run/command.hpp"
#include "run/flags/flag.hpp"
#include "run/flags/raw_flags.hpp"

namespace cxm {

inline constexpr word_for<input_format> input_format_words[] = {{"json", input_format::json},
                                                                {"ndjson", input_format::ndjson},
                                                                {"csv", input_format::csv},
                                                                {"tsv", input_format::tsv}};

/// Those that hold rows, one a line: an array of JSON is none.
inline constexpr std::span row_format_words = std::span(input_format_words).subspan(1);

/// How files are read, as texts until `settled` has read them.
struct input_flags {
    std::optional<std::string> format = {};
    std::optional<std::string> decimal = {};
    std::vector<std::string> ignore = {};
    std::vector<std::string> labels = {};
    std::optional<std::string> threads = {};
    bool strict = false;
    bool in_order = false;
    bool drop_totals = false;
    std::vector<std::string> given = {};    ///< of the commands that compute metrics
    std::optional<std::string> as_of = {};  ///< of the commands that show or judge periods
    raw_flags raw = {};
};

void add_flags(std::vector<flag>& to, input_flags& into);

/// Adds `--periods-in-order`, where something depends on the order of periods.
void add_order_flag(std::vector<flag>& to, input_flags& into);
void add_input_format_flag(std::vector<flag>& to, std::optional<std::string>& into, const choices& formats);
void add_decimal_flag(std::vector<flag>& to, std::optional<std::string>& into);
void add_threads_flag(std::vector<flag>& to, std::optional<std::string>& into);

/// The one reading of these flags; `labels` are those that the command asks for: columns, where the files hold raw
/// rows.
///
/// Throws bad_usage, and bad_input for a plan that is none; opens no file but the plan's.
input_settings settled(const input_flags& given, const std::vector<std::string>& labels, const catalogue& known,
                       const streams& io);

/// How files are read, of the flags that raw rows and records share.
input_options options_of(const input_flags& given, const streams& io);

/// The decimal mark of numbers among the arguments.
char decimal_mark_of(const std::optional<std::string>& given);

}  // namespace cxm
