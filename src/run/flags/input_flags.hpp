#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "intake/record_source.hpp"
#include "plan/plan.hpp"
#include "run/command.hpp"
#include "run/flags/flag.hpp"
#include "run/flags/raw_flags.hpp"
#include "run/span.hpp"

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
    std::optional<std::string> as_of = {};  ///< of the commands that show or judge periods
    raw_flags raw = {};
};

/// How the files of a command are read, as its flags mean it.
struct input_settings {
    input_options records = {};              ///< of files that hold records
    std::optional<plan> rows = {};           ///< where the files hold raw rows: what becomes of them
    tally_options counting = {};             ///< of raw rows
    bool strict = false;                     ///< what is otherwise warned about is refused
    bool usual_scales = false;               ///< means off the usual scale of their metric are warned about
    std::optional<std::int32_t> as_of = {};  ///< the day that the data are from
    period_span wanted = {};                 ///< other periods are left out
};

void add_flags(std::vector<flag>& to, input_flags& into);
void add_input_format_flag(std::vector<flag>& to, std::optional<std::string>& into, const choices& formats);
void add_decimal_flag(std::vector<flag>& to, std::optional<std::string>& into);
void add_threads_flag(std::vector<flag>& to, std::optional<std::string>& into);

/// The one reading of these flags; `labels` are columns that become labels where the files hold raw rows.
///
/// Throws bad_usage, and bad_input for a plan that is none; opens no file but the plan's.
input_settings settled(const input_flags& given, const std::vector<std::string>& labels, const catalogue& known,
                       const streams& io);

/// The decimal mark of numbers among the arguments.
char decimal_mark_of(const std::optional<std::string>& given);

}  // namespace cxm
