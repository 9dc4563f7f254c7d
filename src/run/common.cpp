#include "run/common.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "run/output.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "values/document.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

constexpr choice format_names[] = {"table", "json", "ndjson", "csv", "markdown"};
constexpr choice colour_names[] = {"auto", "always", "never"};
constexpr choice decimal_marks[] = {".", ","};

/// Those of shares first, then those of NPS; wald is of both.
constexpr choice interval_names[] = {"wilson",        "wilson-cc", "clopper-pearson", "jeffreys",
                                     "agresti-coull", "wald",      "adjusted-wald",   "score"};
constexpr std::size_t both = 5;

/// Those that a metric can have; none where it has nothing to choose.
choices intervals_of(const metric& m) {
    const choices all = interval_names;
    return is_net(m) ? all.subspan(both) : m.shown == as::share ? all.first(both + 1) : choices();
}

}  // namespace

flag file_flag(output_flags& into) {
    return {"-o,--output", "FILE", "Write to a file, whole or not at all; - is standard output", &into.file, "Output"};
}

void add_flags(std::vector<flag>& to, output_flags& into, choices formats) {
    to.push_back({"--format", "FORMAT", either(formats), &into.format, "Output", formats});
    to.push_back({"--json", "", "Short for --format json", &into.json, "Output"});
    to.push_back(file_flag(into));
    to.push_back({"--currency", "CODE", "The currency that money is in, for display", &into.currency, "Output"});
    to.push_back(
        {"--color", "WHEN", either(colour_names) + "; NO_COLOR counts as never", &into.color, "Output", colour_names});
    to.push_back({"--ascii", "", "Draw with plain characters only", &into.ascii, "Output"});
}

void add_flags(std::vector<flag>& to, interval_flags& into, const metric* of) {
    to.push_back({"--level", "LEVEL", "Confidence level of the intervals (0.95, or 95%)", &into.level, "Intervals"});
    const choices all = interval_names;
    to.push_back({"--interval", "METHOD",
                  "For shares: " + listed(all.first(both + 1)) + "; for NPS: " + listed(all.subspan(both)),
                  &into.interval, "Intervals", of == nullptr ? all : intervals_of(*of)});
    to.push_back(
        {"--scale", "LOW..HIGH", "The answers' scale for scores and histograms (1..7)", &into.scale, "Intervals"});
    to.push_back(
        {"--gross", "", "ROX without a reference group; the result is not incremental", &into.gross, "Intervals"});
}

void add_flags(std::vector<flag>& to, input_flags& into) {
    add_input_format_flag(to, into.format, input_format_names);
    add_decimal_flag(to, into.decimal);
    to.push_back(
        {"--ignore", "NAME", "Pass over an unknown column or key; '*' for all (repeatable)", &into.ignore, "Input"});
    to.push_back({"--label", "NAME", "A label even where its values are numbers (repeatable)", &into.labels, "Input"});
    to.push_back({"--strict", "", "Refuse what is otherwise warned about", &into.strict, "Input"});
    to.push_back({"--threads", "N", "Threads to read with (as many as there are processors)", &into.threads, "Input"});
    add_flags(to, into.raw);
}

void add_input_format_flag(std::vector<flag>& to, std::optional<std::string>& into, choices formats) {
    to.push_back({"--input-format", "FORMAT", either(formats) + ", where content and extension mislead", &into, "Input",
                  formats});
}

void add_decimal_flag(std::vector<flag>& to, std::optional<std::string>& into) {
    to.push_back(
        {"--decimal", "MARK", "The decimal mark of numbers: " + either(decimal_marks), &into, "Input", decimal_marks});
}

void add_metrics_flag(std::vector<flag>& to, std::vector<std::string>& into) {
    to.push_back({"--metrics", "FILE", "Metrics of your own, a JSON file (repeatable)", &into, "Input"});
}

format format_of(const output_flags& given, choices possible) {
    require_currency(given.currency.value_or(""));
    if (given.file && given.file->empty()) {
        throw bad_usage("-o needs the name of a file");
    }
    if (given.json && given.format && *given.format != "json") {
        throw bad_usage("--json and --format " + shown(*given.format) + " contradict each other");
    }
    if (given.json) {
        return format::json;
    }
    const std::size_t chosen = given.format ? place_of("--format", *given.format, possible) : 0;
    return static_cast<format>(place_of("--format", possible[chosen].word, format_names));
}

double level_of(const std::string& text) {
    const bool percent = text.ends_with('%');
    const std::optional<double> number =
        parse_number(std::string_view(text).substr(0, text.size() - (percent ? 1 : 0)));
    const double level = number.value_or(0) / (percent ? 100 : 1);
    if (!number || !(level > 0 && level < 1)) {
        throw bad_usage("--level: " + quoted(text) + " is not between 0 and 1; write 0.95 or 95%");
    }
    return level;
}

namespace {

answer_scale scale_of(const std::string& text) {
    const std::size_t dots = text.find("..");
    const auto low = parse_number(std::string_view(text).substr(0, std::min(dots, text.size())));
    const auto high = dots == std::string::npos ? std::nullopt : parse_number(std::string_view(text).substr(dots + 2));
    if (!low || !high || !(*low < *high)) {
        throw bad_usage("--scale: " + quoted(text) + " is no scale; write 1..7");
    }
    return {*low, *high};
}

void choose_interval(const std::string& name, report_options& options) {
    const std::size_t at = place_of("--interval", name, interval_names);
    if (at <= both) {
        options.shares = static_cast<share_interval>(at);
    }
    if (at >= both) {
        options.nets = at == both ? net_interval::wald : static_cast<net_interval>(at - both - 1);
    }
}

}  // namespace

report_options options_of(const interval_flags& given) {
    report_options options;
    if (given.level) {
        options.level = level_of(*given.level);
    }
    if (given.interval) {
        choose_interval(*given.interval, options);
    }
    if (given.scale) {
        options.scale = scale_of(*given.scale);
    }
    options.gross = given.gross;
    return options;
}

void require_interval_fits(const interval_flags& given, const std::vector<const metric*>& metrics) {
    const auto fits = [&](const metric* m) {
        const choices own = intervals_of(*m);
        return std::any_of(own.begin(), own.end(), [&](const choice& c) { return c.word == *given.interval; });
    };
    if (!given.interval || metrics.empty() || std::any_of(metrics.begin(), metrics.end(), fits)) {
        return;
    }
    const bool several = metrics.size() > 1;
    const choices own = several ? choices() : intervals_of(*metrics.front());
    throw bad_usage(fmt::format("--interval: {} is no interval of {}{}", *given.interval,
                                several ? "any of the metrics" : metrics.front()->key,
                                own.empty() ? "" : "; it has " + listed(own)));
}

input_options options_of(const input_flags& given, const streams& io) {
    input_options options;
    if (given.format) {
        options.format = static_cast<input_format>(place_of("--input-format", *given.format, input_format_names) + 1);
    }
    if (given.decimal) {
        options.decimal = decimal_marks[place_of("--decimal", *given.decimal, decimal_marks)].word.front();
    }
    options.ignore = given.ignore;
    options.labels = given.labels;
    if (given.threads) {
        const auto threads = parse_number(*given.threads);
        if (!threads || *threads < 1 || *threads > 256 || *threads != static_cast<unsigned>(*threads)) {
            throw bad_usage("--threads: " + quoted(*given.threads) + " is not a whole number from 1 to 256");
        }
        options.threads = static_cast<unsigned>(*threads);
    }
    options.standard_input = fileno(io.in);
    return options;
}

tally_options tally_options_of(const input_flags& given, const raw_flags& raw, const streams& io) {
    const input_options shared = options_of(given, io);
    tally_options options = options_of(raw);
    options.threads = shared.threads;
    options.decimal = shared.decimal;
    options.format = shared.format;
    return options;
}

void require_currency(const std::string& text) {
    constexpr std::size_t longest = 16;
    if (text.size() > longest || shown(text) != text) {
        throw bad_input("", "currency " + quoted(text) + " is no currency; write EUR");
    }
}

bool colour_wanted(const output_flags& given, const streams& io) {
    const std::string_view when = colour_names[place_of("--color", given.color.value_or("auto"), colour_names)].word;
    if (when != "auto") {
        return when == "always";
    }
    const char* const no_colour = std::getenv("NO_COLOR");
    const char* const terminal = std::getenv("TERM");
    const bool dumb = terminal != nullptr && std::string_view(terminal) == "dumb";
    return !given.file && (no_colour == nullptr || *no_colour == '\0') && !dumb && isatty(fileno(io.out)) != 0;
}

look look_of(const output_flags& given, const streams& io) {
    return {.width = width_of(io), .colour = colour_wanted(given, io), .ascii = given.ascii};
}

bool names_input(std::vector<std::string>& files, const streams& io) {
    if (files.empty() && isatty(fileno(io.in)) == 0) {
        files.emplace_back("-");
    }
    return !files.empty();
}

std::size_t width_of(const streams& io) {
    constexpr std::size_t usual = 80;
    if (const char* const columns = std::getenv("COLUMNS")) {
        const auto width = parse_number(columns);
        if (width && *width >= 20 && *width <= 10000) {
            return static_cast<std::size_t>(*width);
        }
    }
    winsize size = {};
    if (ioctl(fileno(io.out), TIOCGWINSZ, &size) == 0 && size.ws_col >= 20) {
        return size.ws_col;
    }
    return usual;
}

catalogue catalogue_of(const std::vector<std::string>& metric_files) {
    catalogue known;
    for (const std::string& file : metric_files) {
        known.add(read_text(file), file);
    }
    return known;
}

const metric& metric_of(const catalogue& known, const std::string& key) {
    if (const metric* m = known.find_metric_typed(key)) {
        return *m;
    }
    std::vector<std::string_view> keys;
    for (const metric* m : known.metrics()) {
        keys.push_back(m->key);
    }
    throw bad_usage("unknown metric " + quoted(key) + did_you_mean(key, keys) + "; see 'cxm list'");
}

std::vector<const metric*> metrics_of(const catalogue& known, const std::vector<std::string>& keys) {
    std::vector<const metric*> picked;
    for (const std::string& key : keys) {
        const metric* m = &metric_of(known, key);
        if (std::find(picked.begin(), picked.end(), m) == picked.end()) {
            picked.push_back(m);
        }
    }
    return picked;
}

void warn(const streams& io, const std::string& text) { fmt::print(io.err, "cxm: warning: {}\n", text); }

namespace {

constexpr std::size_t warnings_in_full = 5;

}  // namespace

void counted_warnings::add(const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
        if (++count_ <= warnings_in_full) {
            warn(io_, text);
        }
    }
}

void counted_warnings::finish() const {
    if (count_ > warnings_in_full) {
        warn(io_, fmt::format("and {} more {}", count_ - warnings_in_full, others_));
    }
}

void put(const streams& io, const output_flags& flags, std::string_view text) {
    output out(flags.file, io.out);
    out.append(text);
    out.commit();
}

}  // namespace cxm
