#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "intake/record_source.hpp"
#include "results/report.hpp"
#include "run/command.hpp"
#include "run/flags.hpp"
#include "run/raw_rows.hpp"
#include "run/span.hpp"
#include "write/look.hpp"

namespace cxm {

/// The forms of output; each command says which of them it has, the usual one first.
enum class format { table, json, ndjson, csv, markdown };

/// Flags that commands share, as texts until `settle` has read them.
struct output_flags {
    std::optional<std::string> format = {};
    bool json = false;
    std::optional<std::string> file = {};
    std::optional<std::string> currency = {};
    std::optional<std::string> color = {};
    bool ascii = false;
};

/// The forms of input.
inline constexpr choice input_format_names[] = {"json", "ndjson", "csv", "tsv"};

struct interval_flags {
    std::optional<std::string> level = {};
    std::optional<std::string> interval = {};
    std::optional<std::string> scale = {};
    bool gross = false;
};

struct input_flags {
    std::optional<std::string> format = {};
    std::optional<std::string> decimal = {};
    std::vector<std::string> ignore = {};
    std::vector<std::string> labels = {};
    std::optional<std::string> threads = {};
    bool strict = false;
    std::optional<std::string> as_of = {};  ///< of the commands that show or judge periods
    period_span wanted = {};                ///< of the commands that show periods, as they have read it
    bool usual_scales = false;              ///< of the commands with --scale, where it is not said
    raw_flags raw = {};
};

flag file_flag(output_flags& into);  ///< -o alone, where there is one format
void add_flags(std::vector<flag>& to, output_flags& into, choices formats);
void add_flags(std::vector<flag>& to, interval_flags& into, const metric* of = nullptr);  ///< of one metric, or any
void add_flags(std::vector<flag>& to, input_flags& into);
void add_input_format_flag(std::vector<flag>& to, std::optional<std::string>& into, choices formats);
void add_decimal_flag(std::vector<flag>& to, std::optional<std::string>& into);
void add_metrics_flag(std::vector<flag>& to, std::vector<std::string>& into);

/// Turns texts into values; each throws bad_usage for what it does not know.
format format_of(const output_flags& given, choices possible);
report_options options_of(const interval_flags& given);

/// Refuses an interval that none of the metrics can have; where there are none, something else is wrong.
void require_interval_fits(const interval_flags& given, const std::vector<const metric*>& metrics);

input_options options_of(const input_flags& given, const streams& io);
tally_options tally_options_of(const input_flags& given, const raw_flags& raw, const streams& io);
bool colour_wanted(const output_flags& given, const streams& io);
look look_of(const output_flags& given, const streams& io);

/// Refuses what is no short word: it is shown beside every amount.
void require_currency(const std::string& text);

/// Takes standard input where no file is named; false where that is a terminal, so that help is due.
bool names_input(std::vector<std::string>& files, const streams& io);

/// The width of the terminal: COLUMNS, else what the terminal says, else 80.
std::size_t width_of(const streams& io);

/// A fraction or percentage between 0 and 1 exclusive: `0.95` or `95%`.
double level_of(const std::string& text);

/// The library's metrics and those of the files.
catalogue catalogue_of(const std::vector<std::string>& metric_files);

/// A metric by its key; throws bad_usage with the nearest.
const metric& metric_of(const catalogue& known, const std::string& key);

/// The metrics of some keys in their order, each once.
std::vector<const metric*> metrics_of(const catalogue& known, const std::vector<std::string>& keys);

/// Writes one warning to the errors' stream.
void warn(const streams& io, const std::string& text);

/// Warns of the first few of a run in full, and counts the others.
class counted_warnings {
public:
    /// `others` ends the sentence "and 3 more …".
    counted_warnings(const streams& io, std::string others) : io_(io), others_(std::move(others)) {}

    void add(const std::vector<std::string>& texts);
    void finish() const;

private:
    streams io_;
    std::string others_;
    std::size_t count_ = 0;
};

/// Writes a text to standard output or the file asked for.
void put(const streams& io, const output_flags& flags, std::string_view text);

}  // namespace cxm
