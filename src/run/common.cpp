#include "run/common.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "problem.hpp"
#include "read/document.hpp"
#include "read/number.hpp"
#include "run/output.hpp"

namespace cxm {

void add_flags(std::vector<flag>& to, output_flags& into, std::string_view formats) {
    to.push_back({"--format", "FORMAT", fmt::format("{}", formats), &into.format, "Output"});
    to.push_back({"--json", "", "Short for --format json", &into.json, "Output"});
    to.push_back({"-o,--output", "FILE", "Write to a file, whole or not at all", &into.file, "Output"});
    to.push_back({"--currency", "CODE", "The currency that money is in, for display", &into.currency, "Output"});
    to.push_back({"--color", "WHEN", "auto, always or never; NO_COLOR counts as never", &into.color, "Output"});
    to.push_back({"--ascii", "", "Draw with plain characters only", &into.ascii, "Output"});
}

void add_flags(std::vector<flag>& to, interval_flags& into) {
    to.push_back({"--level", "LEVEL", "Confidence level of the intervals (0.95, or 95%)", &into.level, "Intervals"});
    to.push_back({"--interval", "METHOD",
                  "For shares: wilson, wilson-cc, clopper-pearson, jeffreys, agresti-coull, wald; for NPS: "
                  "adjusted-wald, score, wald",
                  &into.interval, "Intervals"});
    to.push_back(
        {"--scale", "LOW..HIGH", "The answers' scale for scores and histograms (1..7)", &into.scale, "Intervals"});
    to.push_back(
        {"--gross", "", "ROX without a reference group; the result is not incremental", &into.gross, "Intervals"});
}

void add_flags(std::vector<flag>& to, input_flags& into) {
    to.push_back({"--input-format", "FORMAT", "json, ndjson, csv or tsv, where content and extension mislead",
                  &into.format, "Input"});
    to.push_back({"--decimal", "MARK", "The decimal mark of the input: . or ,", &into.decimal, "Input"});
    to.push_back(
        {"--ignore", "NAME", "Pass over an unknown column or key; '*' for all (repeatable)", &into.ignore, "Input"});
    to.push_back({"--label", "NAME", "A label even where its values are numbers (repeatable)", &into.labels, "Input"});
    to.push_back({"--strict", "", "Refuse what is otherwise warned about", &into.strict, "Input"});
    to.push_back({"--threads", "N", "Threads to read with (as many as there are processors)", &into.threads, "Input"});
    add_flags(to, into.raw);
}

void add_metrics_flag(std::vector<flag>& to, std::vector<std::string>& into) {
    to.push_back({"--metrics", "FILE", "Metrics of your own, a JSON file (repeatable)", &into, "Input"});
}

namespace {

constexpr std::string_view format_names[] = {"table", "json", "ndjson", "csv", "markdown"};

std::string listed(const std::vector<std::string_view>& names) { return fmt::format("{}", fmt::join(names, ", ")); }

}  // namespace

format format_of(const output_flags& given, const std::vector<format>& possible) {
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
    if (!given.format) {
        return possible.front();
    }
    std::vector<std::string_view> names;
    for (const format f : possible) {
        names.push_back(format_names[static_cast<int>(f)]);
        if (names.back() == *given.format) {
            return f;
        }
    }
    throw bad_usage("unknown format " + quoted(*given.format) + did_you_mean(*given.format, names) + "; one of " +
                    listed(names));
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
    constexpr std::string_view shares[] = {"wilson",   "wilson-cc",     "clopper-pearson",
                                           "jeffreys", "agresti-coull", "wald"};
    constexpr std::string_view nets[] = {"adjusted-wald", "score", "wald"};
    bool known = false;
    for (int i = 0; i < 6; ++i) {
        if (name == shares[i]) {
            options.shares = static_cast<share_interval>(i);
            known = true;
        }
    }
    for (int i = 0; i < 3; ++i) {
        if (name == nets[i]) {
            options.nets = static_cast<net_interval>(i);
            known = true;
        }
    }
    if (!known) {
        std::vector<std::string_view> all(std::begin(shares), std::end(shares));
        all.insert(all.end(), std::begin(nets), std::end(nets) - 1);
        throw bad_usage("--interval: unknown method " + quoted(name) + did_you_mean(name, all) + "; one of " +
                        listed(all));
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

input_options options_of(const input_flags& given, const streams& io) {
    input_options options;
    if (given.format) {
        constexpr std::string_view names[] = {"json", "ndjson", "csv", "tsv"};
        const auto at = std::find(std::begin(names), std::end(names), *given.format);
        if (at == std::end(names)) {
            throw bad_usage("--input-format: unknown format " + quoted(*given.format) +
                            "; one of json, ndjson, csv, tsv");
        }
        options.format = static_cast<input_format>(at - std::begin(names) + 1);
    }
    if (given.decimal) {
        if (*given.decimal != "." && *given.decimal != ",") {
            throw bad_usage("--decimal: " + quoted(*given.decimal) + " is no decimal mark; write . or ,");
        }
        options.decimal = given.decimal->front();
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
    const std::string when = given.color.value_or("auto");
    if (when == "always" || when == "never") {
        return when == "always";
    }
    if (when != "auto") {
        throw bad_usage("--color: " + quoted(when) + " is none of auto, always and never");
    }
    const char* const no_colour = std::getenv("NO_COLOR");
    const char* const terminal = std::getenv("TERM");
    const bool dumb = terminal != nullptr && std::string_view(terminal) == "dumb";
    return !given.file && (no_colour == nullptr || *no_colour == '\0') && !dumb && isatty(fileno(io.out)) != 0;
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
    if (const metric* m = known.find_metric(key)) {
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
