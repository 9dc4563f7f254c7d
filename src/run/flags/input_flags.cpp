#include "run/flags/input_flags.hpp"

#include "run/as_of.hpp"
#include "run/flags/given_flag.hpp"
#include "text/problem.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

constexpr word_for<char> decimal_words[] = {{".", '.'}, {",", ','}};

unsigned threads_of(const std::string& text) {
    const auto threads = parse_number(text);
    if (!threads || *threads < 1 || *threads > 256 || *threads != static_cast<unsigned>(*threads)) {
        throw bad_usage("--threads: " + quote_of(text) + " is not a whole number from 1 to 256");
    }
    return static_cast<unsigned>(*threads);
}

/// What the flags of plans say of records: how they are written, and what is their period.
void take_raw_flags(const raw_flags& given, const tally_options& counting, input_settings& how) {
    plan of_records;
    if (given.period) {
        add_period(of_records, *given.period);
    }
    if (given.date_format) {
        set_date_format(of_records, *given.date_format);
    }
    if (given.time_zone) {
        set_time_zone(of_records, *given.time_zone);
        if (of_records.every == grain::free) {
            throw bad_usage("--time-zone says on which day a time falls, and no dates are read; give --period "
                            "COLUMN:month");
        }
    }
    if (given.weight) {
        throw bad_usage("--weight is that of raw rows' answers to a survey; give --nps, --csat or --ces");
    }
    for (const std::string& blank : given.blanks) {
        add_blank(of_records, blank);
    }
    input_options& options = how.records;
    options.period = of_records.period;
    options.period_of_days = of_records.every != grain::free;
    options.date_format = of_records.date_format;
    options.zone = of_records.time_zone.empty() ? zone_wanted{} : parse_zone_wanted(of_records.time_zone);
    options.blanks = of_records.blanks;
    options.delimiter = counting.delimiter;
    options.windows_1252 = counting.windows_1252;
    options.skip_ragged = counting.skip_ragged;
    how.every = options.period_of_days ? std::optional(of_records.every) : std::nullopt;
}

}  // namespace

input_options options_of(const input_flags& given, const streams& io) {
    input_options options;
    if (given.format) {
        options.format = value_of("--input-format", *given.format, input_format_words);
    }
    if (given.decimal) {
        options.decimal = decimal_mark_of(given.decimal);
    }
    options.ignore = given.ignore;
    options.labels = given.labels;
    options.threads = given.threads ? threads_of(*given.threads) : options.threads;
    options.standard_input = fileno(io.in);
    return options;
}

void add_flags(std::vector<flag>& to, input_flags& into) {
    add_input_format_flag(to, into.format, words_in(input_format_words));
    add_decimal_flag(to, into.decimal);
    to.push_back(
        {"--ignore", "NAME", "Pass over an unknown column or key; '*' for all (repeatable)", &into.ignore, "Input"});
    to.push_back({"--label", "NAME", "A label even where its values are numbers (repeatable)", &into.labels, "Input"});
    to.push_back({"--strict", "", "Refuse what is otherwise warned about", &into.strict, "Input"});
    to.push_back({"--drop-totals", "", "Leave out records of totals, and those without a label that others have",
                  &into.drop_totals, "Input"});
    add_threads_flag(to, into.threads);
    add_flags(to, into.raw);
}

void add_order_flag(std::vector<flag>& to, input_flags& into) {
    to.push_back(
        {"--periods-in-order", "", "Periods that are no dates stand in the order of time", &into.in_order, "Input"});
}

void add_input_format_flag(std::vector<flag>& to, std::optional<std::string>& into, const choices& formats) {
    to.push_back({"--input-format", "FORMAT", either(formats) + ", where content and extension mislead", &into, "Input",
                  formats});
}

void add_decimal_flag(std::vector<flag>& to, std::optional<std::string>& into) {
    const choices marks = words_in(decimal_words);
    to.push_back({"--decimal", "MARK", "The decimal mark of numbers: " + either(marks), &into, "Input", marks});
}

void add_threads_flag(std::vector<flag>& to, std::optional<std::string>& into) {
    to.push_back({"--threads", "N", "Threads to read with (as many as there are processors)", &into, "Input"});
}

char decimal_mark_of(const std::optional<std::string>& given) {
    return given ? value_of("--decimal", *given, decimal_words) : '.';
}

namespace {

/// Refuses what has nothing to act on, by what the files hold.
void require_use(const input_flags& given) {
    if (const std::string_view idle = idle_raw_flag(given.raw); !idle.empty()) {
        throw bad_usage(std::string(idle) +
                        " is about raw rows, and nothing says what becomes of them: give --plan, --orders, "
                        "--subscriptions, --nps, --measure and the like");
    }
    if (given.raw.max_memory && !given.raw.any()) {
        throw bad_usage(
            "--max-memory is about raw rows, and nothing says what becomes of them: give --plan, --period, --nps, "
            "--measure and the like; records do without it");
    }
    if (given.raw.any() && !(given.ignore.empty() && given.labels.empty())) {
        throw bad_usage(std::string(given.ignore.empty() ? "--label" : "--ignore") +
                        " is about columns of records; of raw rows only those are read that the plan names, and --by "
                        "makes one a label");
    }
}

}  // namespace

input_settings settled(const input_flags& given, const std::vector<std::string>& labels, const catalogue& known,
                       const streams& io) {
    require_use(given);
    input_settings how;
    how.records = options_of(given, io);
    how.counting = options_of(given.raw);
    how.counting.threads = how.records.threads;
    how.counting.decimal = how.records.decimal;
    how.counting.format = how.records.format;
    how.counting.edges.strict = given.strict;
    how.records.edges = how.counting.edges;
    how.strict = given.strict;
    how.in_order = given.in_order;
    how.drop_totals = given.drop_totals;
    how.given = given_of(given.given, known, decimal_mark_of(given.decimal));
    how.as_of = day_of(given.as_of);
    how.named = labels;
    how.records.asked = labels;
    how.named.insert(how.named.end(), given.labels.begin(), given.labels.end());
    if (given.raw.any()) {
        how.rows = plan_of(given.raw, labels, known);
    } else {
        take_raw_flags(given.raw, how.counting, how);
        if (given.raw.where) {
            how.where = plan::row_condition{parse_condition(*given.raw.where), *given.raw.where};
        }
    }
    return how;
}

}  // namespace cxm
