#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "bytes/byte_source.hpp"
#include "histories/history_rows.hpp"
#include "run/customers_request.hpp"
#include "run/flags/input_flags.hpp"
#include "run/warnings.hpp"
#include "text/pieces.hpp"
#include "text/problem.hpp"

namespace cxm {

std::vector<std::string> some_columns_of(std::string_view flag, const std::string& text, std::size_t least,
                                         std::size_t most, std::string_view example) {
    const std::vector<std::string_view> columns = between_commas(text);
    if (columns.size() < least || columns.size() > most ||
        std::find(columns.begin(), columns.end(), "") != columns.end()) {
        throw bad_usage(
            fmt::format("{}: {} names no {} to {} columns; write {}", flag, quote_of(text), least, most, example));
    }
    return {columns.begin(), columns.end()};
}

namespace {

row_options reading_of(const customers_flags& given) {
    row_options how = options_of(given.rows.input.raw);
    const input_flags& input = given.rows.input;
    if (input.decimal) {
        how.decimal = decimal_mark_of(input.decimal);
    }
    if (input.format) {
        how.format = value_of("--input-format", *input.format, input_format_words);
    }
    return how;
}

/// Says which columns are read: those of the summary, of the count and of the segment, and what a query found.
history_cells cells_of_summary(const customers_flags& given, wanted_cells& wanted) {
    const std::size_t named = given.count ? 0 : 1;
    wanted.columns = some_columns_of(
        "--summary", *given.summary, 3 + named, 4 + named,
        given.count ? "--summary x,t_x,T,mean: with --count a row has no id" : "--summary id,x,t_x,T,mean");
    history_cells cells;
    if (!given.count) {
        cells.name = 0;
    }
    cells.x = named;
    cells.t_x = named + 1;
    cells.end = named + 2;
    if (wanted.columns.size() > named + 3) {
        cells.mean = named + 3;
    }
    const auto also = [&](const std::string& column) {
        wanted.columns.push_back(column);
        return wanted.columns.size() - 1;
    };
    if (given.count) {
        cells.customers = also(*given.count);
    }
    for (std::size_t cell = named; cell < wanted.columns.size(); ++cell) {
        wanted.number_cells.push_back(cell);
    }
    if (given.by) {
        cells.segment = also(*given.by);
    }
    cells.findings = wanted.columns.size();
    wanted.findings = {"refused", "refused_example", "records"};
    return cells;
}

segments_asked segments_of(const std::string& label, const std::vector<std::string>& texts) {
    const std::set<std::string> sorted(texts.begin(), texts.end());
    segments_asked segments{label, {sorted.begin(), sorted.end()}, {}};
    for (const std::string& text : texts) {
        const auto at = std::lower_bound(segments.names.begin(), segments.names.end(), text);
        segments.segment_of.push_back(static_cast<std::uint32_t>(at - segments.names.begin()));
    }
    return segments;
}

}  // namespace

void read_summary(const customers_flags& given, customers_request& into, const streams& io) {
    const input_flags& input = given.rows.input;
    const std::pair<const char*, bool> of_orders[] = {{"--end", given.end.has_value()},
                                                      {"--until", given.rows.until.has_value()},
                                                      {"--where", input.raw.where.has_value()},
                                                      {"--date-format", input.raw.date_format.has_value()},
                                                      {"--plan", input.raw.plan.has_value()},
                                                      {"--one-per", input.raw.one_per.has_value()},
                                                      {"--time-zone", input.raw.time_zone.has_value()},
                                                      {"--blank", !input.raw.blanks.empty()},
                                                      {"--max-memory", input.raw.max_memory.has_value()},
                                                      {"--threads", input.threads.has_value()},
                                                      {"--no-holdout", given.no_holdout}};
    for (const auto& [flag, is_given] : of_orders) {
        if (is_given) {
            throw bad_usage(std::string(flag) + " is about orders, and --summary names columns of what they came to");
        }
    }
    if (!given.horizon) {
        throw bad_usage("--summary needs --horizon: how far to look ahead, as 26w");
    }
    wanted_cells wanted;
    const history_cells cells = cells_of_summary(given, wanted);
    into.of.amounts = cells.mean.has_value();
    into.of.alike = given.count.has_value();
    const double days = given.unit ? value_of("--unit", *given.unit, unit_words) : days_a_week;
    history_rows histories(cells, days / days_a_week);
    read_findings said;
    said.ended = [&](const std::string& file) { histories.end_file(file); };
    read_rows(given.rows.files, wanted, {&histories}, reading_of(given), said);
    for (const std::string& text : said.warnings) {
        warn(io, text);
    }
    for (const std::string& text : said.notes) {
        note(io, text);
    }
    if (histories.names.empty()) {
        throw bad_input(name_of(given.rows.files.front()), "holds no customer");
    }
    into.of.customers = std::move(histories.customers);
    into.names = std::move(histories.names);
    if (given.by) {
        into.of.segments = segments_of(*given.by, histories.segment_of);
    }
}

}  // namespace cxm
