#include "run/flags/people_flags.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "run/flags/time_span.hpp"
#include "run/warnings.hpp"
#include "text/pieces.hpp"
#include "text/problem.hpp"
#include "values/document.hpp"
#include "values/length_of_time.hpp"

namespace cxm {

void add_row_flags(command_line& to, people_flags& into) {
    to.operands_name = "FILE";
    to.operands_help = "CSV, TSV or NDJSON files of rows in any order, gzip and zstd among them; - is standard input";
    to.operands = &into.files;
    to.flags.push_back({"--until", "DATE",
                        "The last day of the data, where not that of the last row; later rows do not "
                        "count",
                        &into.until, "Rows"});
    std::vector<flag> of_rows;
    add_flags(of_rows, into.input.raw);
    for (flag& f : of_rows) {
        constexpr std::string_view taken[] = {"--plan",      "--where",      "--one-per",   "--date-format",
                                              "--time-zone", "--blank",      "--ragged",    "--encoding",
                                              "--delimiter", "--header-row", "--skip-rows", "--max-memory"};
        if (std::find(std::begin(taken), std::end(taken), f.names) != std::end(taken)) {
            f.group = "Rows";
            f.help = f.names == "--plan" ? "Of a plan, a JSON file, whose rows these are, which count, and their dates"
                                         : f.help;
            to.flags.push_back(std::move(f));
        }
    }
    add_input_format_flag(to.flags, into.input.format, words_in(row_format_words));
    add_decimal_flag(to.flags, into.input.decimal);
    add_threads_flag(to.flags, into.input.threads);
}

void add_flags(command_line& to, people_flags& into) {
    to.flags.push_back({"--people", "ID,TIME", "The columns that say whose row it is, and when", &into.people, "Rows"});
    add_row_flags(to, into);
}

std::vector<std::string> columns_of(std::string_view flag, const std::string& text, std::string_view meaning) {
    const std::vector<std::string_view> columns = between_commas(text);
    const auto wanted = static_cast<std::size_t>(std::count(meaning.begin(), meaning.end(), ',')) + 1;
    if (columns.size() != wanted || std::find(columns.begin(), columns.end(), "") != columns.end()) {
        throw bad_usage(
            fmt::format("{}: {} is not {}: names of columns, {} of them", flag, quote_of(text), meaning, wanted));
    }
    return {columns.begin(), columns.end()};
}

namespace {

/// What a plan says that is not asked here.
bool counts_more(const plan& p) {
    return !p.surveys.empty() || !p.measures.empty() || !p.metrics.empty() || !p.by.empty() || !p.period.empty() ||
           !p.weight.empty() || p.subscriptions || p.amounts;
}

void take_columns(std::optional<std::string>& into, std::vector<std::string> columns) {
    std::erase(columns, "");
    into = fmt::format("{}", fmt::join(columns, ","));
}

/// Nobody is told by two columns.
void require_same_people(const plan& said, const std::string& id, const std::string& time) {
    const auto differs = [&](const std::string& other_id, const std::string& other_time) {
        return other_id != id || (!other_time.empty() && other_time != time);
    };
    if ((said.people && differs(said.people->id, said.people->time)) ||
        (said.orders && differs(said.orders->id, said.orders->time))) {
        throw bad_usage("the plan tells whose rows these are by " +
                        quote_of(said.people ? said.people->id : said.orders->id) + " and " +
                        quote_of(said.people ? said.people->time : said.orders->time) + ", and the flags by " +
                        quote_of(id) + " and " + quote_of(time));
    }
}

}  // namespace

void read_plan(people_flags& given, std::optional<std::string>* orders, const streams& io) {
    if (!given.input.raw.plan) {
        return;
    }
    const std::string& file = *given.input.raw.plan;
    given.input.raw.written = parse_plan(read_text(file), file);
    const plan& said = *given.input.raw.written;
    if (counts_more(said)) {
        note(io, file + ": taken from it is whose rows these are, which count, and how dates are written; what it "
                        "counts besides is for cxm tally");
    }
    if (orders != nullptr && said.orders && !*orders && !given.people) {
        take_columns(*orders, {said.orders->id, said.orders->time, said.orders->amount});
    } else if (said.people && !given.people && (orders == nullptr || !*orders)) {
        take_columns(given.people, {said.people->id, said.people->time});
    }
}

people_question question_of(const people_flags& given, const std::string& id, const std::string& time) {
    plan read = given.input.raw.written.value_or(plan{});
    require_same_people(read, id, time);
    if (given.input.raw.where) {
        add_where(read, *given.input.raw.where);
    }
    if (given.input.raw.date_format) {
        set_date_format(read, *given.input.raw.date_format);
    }
    if (given.input.raw.time_zone) {
        set_time_zone(read, *given.input.raw.time_zone);
    }
    if (given.input.raw.one_per) {
        set_one_per(read, *given.input.raw.one_per);
    }
    for (const std::string& blank : given.input.raw.blanks) {
        add_blank(read, blank);
    }
    people_question asked;
    asked.id = id;
    asked.time = time;
    asked.date_format = read.date_format;
    asked.time_zone = read.time_zone;
    asked.one_per = read.one_per;
    asked.blanks = read.blanks;
    asked.where = read.where;
    return asked;
}

std::unique_ptr<people_histories> gather(const people_question& asked, const people_flags& given, const streams& io) {
    row_options options = options_of(given.input.raw);
    const input_options how = options_of(given.input, io);
    options.threads = how.threads;
    options.decimal = how.decimal;
    options.format = how.format;
    const listener told = listening(io);
    options.progress = told.progress;
    auto read = std::make_unique<people_histories>(asked, given.files, options);
    told.progress_ends();
    told.counted({read->rows + read->found.skipped, read->rows - read->fitting + read->found.skipped});
    for (const std::string& text : read->found.notes) {
        note(io, text);
    }
    for (const std::string& text : read->found.warnings) {
        warn(io, text);
    }
    return read;
}

std::optional<std::int64_t> last_moment_of(const people_flags& given) {
    return given.until ? std::optional(last_moment_in("--until", *given.until)) : std::nullopt;
}

void note_late_rows(std::uint64_t rows, const streams& io) {
    if (rows != 0) {
        note(io,
             fmt::format("{} row{} after --until {} left out", rows, rows == 1 ? "" : "s", rows == 1 ? "is" : "are"));
    }
}

std::int64_t length_of(std::string_view flag, const std::string& text) {
    const auto length = parse_length_of_time(text);
    if (!length) {
        throw bad_usage(std::string(flag) + ": " + objection_to_length_of_time(text));
    }
    return *length;
}

}  // namespace cxm
