#include "run/flags/raw_flags.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "run/flags/time_span.hpp"
#include "text/ascii.hpp"
#include "text/problem.hpp"
#include "values/document.hpp"
#include "values/number.hpp"

namespace cxm {

bool raw_flags::any() const {
    return plan || !measures.empty() || subscriptions || orders || amounts ||
           std::any_of(surveys.begin(), surveys.end(), [](const auto& given) { return given.has_value(); });
}

namespace {

enum class encoding { utf_8, windows_1252 };

constexpr word_for<bool> ragged_words[] = {{"skip", true}};
constexpr word_for<encoding> encoding_words[] = {{"utf-8", encoding::utf_8}, {"windows-1252", encoding::windows_1252}};
constexpr word_for<char> delimiter_words[] = {{",", ','}, {";", ';'}, {"|", '|'}, {"tab", '\t'}};

}  // namespace

void add_flags(std::vector<flag>& to, raw_flags& into) {
    constexpr const char* group = "Raw rows";
    const choices encodings = words_in(encoding_words);
    const choices delimiters = words_in(delimiter_words);
    to.push_back({"--plan", "FILE", "How rows become records: a plan, a JSON file", &into.plan, group});
    to.push_back({"--period", "COLUMN[:GRAIN]",
                  "The column of dates, and day, week, month, quarter or year; of records their period", &into.period,
                  group});
    to.push_back({"--where", "CONDITION", "Only rows, or records, of which this holds: status = 'complete'",
                  &into.where, group});
    for (std::size_t i = 0; i < std::size(survey_kinds); ++i) {
        const survey_kind& kind = survey_kinds[i];
        // Another scale than 0..10 needs cuts, which are for plans.
        const std::string scale =
            kind.has_cuts ? "" : "[:" + std::to_string(kind.low) + ".." + std::to_string(kind.high) + "|:GOOD|BAD]";
        to.push_back({"--" + std::string(kind.key), "COLUMN" + scale, std::string(kind.help), &into.surveys[i], group});
    }
    to.push_back({"--measure", "NAME=EXPR",
                  "A measure: 'revenue=sum spend', \"conversions=count where event = 'buy'\" (repeatable)",
                  &into.measures, group});
    to.push_back({"--subscriptions", "START,END", "Columns of a customer's first and last day: customers by period",
                  &into.subscriptions, group});
    to.push_back({"--rejoin-within", "TIME", "Stays of a person that are no further apart are one: 30d",
                  &into.rejoin_within, group});
    to.push_back({"--leaving-where", "CONDITION", "Which ends of stays are of customers who leave; others stay",
                  &into.leaving_where, group});
    to.push_back({"--orders", "ID,TIME[,AMOUNT]", "Columns of orders: who buys, returns, is new, and for how much",
                  &into.orders, group});
    to.push_back(
        {"--lost-after", "TIME", "Customers are lost so long after their last order: 90d", &into.lost_after, group});
    to.push_back({"--amounts", "ID,MONTH,MRR", "Columns of what customers pay a month: what is won, lost, grows",
                  &into.amounts, group});
    to.push_back({"--people", "ID[,TIME]", "Columns that say whose row it is, and when", &into.people, group});
    to.push_back({"--one-per", "KEY[, PERIOD][:first|last|same]",
                  "Of rows with the same key one counts: order_id, 'user, month:last'", &into.one_per, group});
    to.push_back({"--until", "DATE",
                  "The last day of the orders, where not that of the last row; later rows do not count", &into.until,
                  group});
    to.push_back({"--date-format", "FORMAT", "How dates are written, where not as 2024-03-15: %d/%m/%Y, excel",
                  &into.date_format, group});
    to.push_back({"--time-zone", "[FROM:]ZONE", "In whose time days are told: Europe/Paris, UTC:Europe/Paris",
                  &into.time_zone, group});
    to.push_back({"--weight", "COLUMN", "What the answers of each row weigh", &into.weight, group});
    to.push_back({"--blank", "[COLUMN=]TEXT", "A cell that says nothing, as N/A, or rating=0 (repeatable)",
                  &into.blanks, group});
    to.push_back({"--ragged", "skip", "Pass over rows of another width than the header, or cut off, and say how many",
                  &into.ragged, group, words_in(ragged_words)});
    to.push_back({"--encoding", "NAME", either(encodings), &into.encoding, group, encodings});
    to.push_back({"--delimiter", "MARK",
                  "The delimiter of CSV, where the header does not tell it: " + either(delimiters), &into.delimiter,
                  group, delimiters});
    to.push_back({"--header-row", "N", "The line of a table's header, where lines above it are no part of it",
                  &into.header_row, group});
    to.push_back(
        {"--skip-rows", "N", "Rows below the header that are no data: question texts, ids", &into.skip_rows, group});
    to.push_back(
        {"--max-memory", "SIZE", "Stop with a message rather than use more: 512M, 2G", &into.max_memory, group});
}

std::string label_of(const std::string& by, const raw_flags& raw) {
    return raw.any() ? by.substr(0, by.find('=')) : by;
}

namespace {

/// A label that is there already is no second one, unless it would be of another column.
void add_once(plan& to, const std::string& text) {
    plan given;
    add_label(given, text);
    const plan::label& label = given.by.front();
    const auto at = std::find_if(to.by.begin(), to.by.end(), [&](const auto& l) { return l.name == label.name; });
    if (at == to.by.end()) {
        to.by.push_back(label);
    } else if (text.find('=') != std::string::npos && at->column != label.column) {
        throw bad_usage("the label " + quote_of(label.name) + " is given twice: of the columns " +
                        quote_of(at->column) + " and " + quote_of(label.column));
    }
}

}  // namespace

plan declared(raw_flags& given, catalogue& known) {
    if (given.plan) {
        given.written = parse_plan(read_text(*given.plan), *given.plan);
    }
    plan whole = given.written.value_or(plan{});
    for (const std::string& measure : given.measures) {
        add_measure(whole, measure);
    }
    declare_own(whole, known);
    return whole;
}

plan plan_of(const raw_flags& given, const std::vector<std::string>& labels, const catalogue& known) {
    plan whole = given.written ? *given.written : given.plan ? parse_plan(read_text(*given.plan), *given.plan) : plan{};
    const auto add = [&](const std::optional<std::string>& text, void (*to)(plan&, std::string_view)) {
        if (text) {
            to(whole, *text);
        }
    };
    add(given.period, add_period);
    add(given.where, add_where);
    for (std::size_t i = 0; i < std::size(survey_kinds); ++i) {
        if (given.surveys[i]) {
            add_survey(whole, survey_kinds[i], *given.surveys[i]);
        }
    }
    add(given.subscriptions, add_subscriptions);
    add(given.rejoin_within, set_rejoin_within);
    add(given.leaving_where, add_leaving);
    add(given.people, add_people);
    add(given.orders, add_orders);
    add(given.lost_after, set_lost_after);
    add(given.amounts, add_amounts);
    add(given.one_per, set_one_per);
    add(given.date_format, set_date_format);
    add(given.time_zone, set_time_zone);
    add(given.weight, set_weight);
    for (const std::string& blank : given.blanks) {
        add_blank(whole, blank);
    }
    for (const std::string& measure : given.measures) {
        add_measure(whole, measure);
    }
    for (const std::string& label : labels) {
        add_once(whole, label);
    }
    validate(whole, known);
    if (given.until && !whole.orders) {
        throw bad_usage("--until is the last day of orders, and none are counted; --to leaves out later periods");
    }
    return whole;
}

std::string_view idle_raw_flag(const raw_flags& given) {
    const std::pair<std::string_view, bool> flags[] = {{"--rejoin-within", given.rejoin_within.has_value()},
                                                       {"--leaving-where", given.leaving_where.has_value()},
                                                       {"--lost-after", given.lost_after.has_value()},
                                                       {"--people", given.people.has_value()},
                                                       {"--one-per", given.one_per.has_value()},
                                                       {"--until", given.until.has_value()}};
    const auto at = std::find_if(std::begin(flags), std::end(flags), [](const auto& each) { return each.second; });
    return given.any() || at == std::end(flags) ? std::string_view() : at->first;
}

namespace {

std::uint64_t bytes_of(const std::string& text) {
    constexpr std::string_view units = "KMG";
    const std::size_t unit = text.empty() ? units.npos : units.find(text.back());
    const auto number = parse_number(std::string_view(text).substr(0, text.size() - (unit == units.npos ? 0 : 1)));
    const double factor = unit == units.npos ? 1 : static_cast<double>(std::uint64_t(1) << (10 * (unit + 1)));
    if (!number || !(*number > 0) || *number * factor > 1e15) {
        throw bad_usage("--max-memory: " + quote_of(text) + " is no size; write 512M or 2G");
    }
    return static_cast<std::uint64_t>(*number * factor);
}

std::uint64_t row_of(std::string_view flag, const std::string& text, std::uint64_t least) {
    const auto number = parse_number(text);
    if (!number || *number < static_cast<double>(least) || *number > 1e6 ||
        *number != static_cast<double>(static_cast<std::uint64_t>(*number))) {
        throw bad_usage(std::string(flag) + ": " + quote_of(text) + " is not a whole number from " +
                        std::to_string(least) + " on");
    }
    return static_cast<std::uint64_t>(*number);
}

}  // namespace

tally_options options_of(const raw_flags& given) {
    tally_options options;
    if (given.ragged) {
        if (*given.ragged != ragged_words[0].word) {
            throw bad_usage("--ragged: " + quote_of(*given.ragged) +
                            " is no choice; write --ragged skip, or leave it out, and such rows are refused");
        }
        options.skip_ragged = true;
    }
    if (given.encoding) {
        std::string name = *given.encoding;
        std::transform(name.begin(), name.end(), name.begin(), lower);
        // Latin 1 is what it is called by programs that write Windows-1252.
        constexpr std::string_view other_names[] = {"cp1252", "latin1", "latin-1", "iso-8859-1", "iso8859-1"};
        name = name == "utf8" ? "utf-8"
               : std::find(std::begin(other_names), std::end(other_names), name) != std::end(other_names)
                   ? "windows-1252"
                   : name;
        options.windows_1252 = value_of("--encoding", name, encoding_words) == encoding::windows_1252;
    }
    if (given.delimiter) {
        const std::string mark = *given.delimiter == "\t" ? "tab" : *given.delimiter;
        options.delimiter = value_of("--delimiter", mark, delimiter_words);
    }
    if (given.header_row) {
        options.edges.header_row = row_of("--header-row", *given.header_row, 1);
    }
    if (given.skip_rows) {
        options.edges.skip_rows = row_of("--skip-rows", *given.skip_rows, 0);
    }
    if (given.until) {
        options.until = last_moment_in("--until", *given.until);
    }
    if (given.max_memory) {
        options.max_memory = bytes_of(*given.max_memory);
    }
    return options;
}

}  // namespace cxm
