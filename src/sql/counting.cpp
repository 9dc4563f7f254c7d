#include "sql/counting.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "plan/label_source.hpp"
#include "sql/calendar.hpp"
#include "sql/sql_condition.hpp"
#include "text/problem.hpp"
#include "text/utf8.hpp"

namespace cxm {

void sql_counting::refuse(row_cells& cells, const std::string& when, const std::string& column, std::string_view what) {
    const std::string cell = cells.shown(column);
    const finding found = {when, fmt::format("{} || {} || {}", sql_text(cells.dialect(), column + ": '"), cell,
                                             sql_text(cells.dialect(), fmt::format("' {}", what)))};
    // The parts of a mean look at the same cells.
    if (std::find(findings.begin(), findings.end(), found) == findings.end()) {
        findings.push_back(found);
    }
}

std::string truth_of(const condition& c, const std::string& text, row_cells& cells, sql_counting& to) {
    if (c.empty()) {
        return {};
    }
    const sql_condition of = sql_of(c, cells);
    if (!of.fault.empty()) {
        to.findings.emplace_back(
            of.fault, of.cells + " || " + sql_text(cells.dialect(), " cannot be compared as it has to be: " + text));
    }
    return of.truth;
}

namespace {

/// Of an edge: a whole number, or one with decimals, as a constant that compares exactly.
std::string edge_in(const row_cells& cells, int128 edge) {
    const std::string text = decimal_text(edge);
    return cells.dialect().decimal.empty() || text.find('.') == std::string::npos
               ? text
               : filled(cells.dialect().decimal, "'" + text + "'", "36", "18");
}

void add_band(const label_source& source, row_cells& cells, sql_counting& to, sql_counting::key& key) {
    const sql_dialect& in = cells.dialect();
    const std::string value =
        in.decimal.empty() ? cells.number({source.column}) : cells.decimal(source.column, {18, 18});
    const std::string cell = cells.cell(source.column);
    to.refuse(cells, cell + " IS NOT NULL AND " + value + " IS NULL", source.column,
              "is not a number of few enough digits, and lies in no band");
    std::vector<std::pair<std::string, std::string>> bands;
    std::string order = "CASE " + key.name + " WHEN '' THEN -1";
    if (source.edges.size() > 1) {
        for (std::size_t i = 0; i <= source.edges.size(); ++i) {
            const bool last = i == source.edges.size();
            const std::string band = band_of(source, last ? source.edges[i - 1] : source.edges[i] - 1);
            bands.emplace_back(last ? value + " IS NOT NULL" : value + " < " + edge_in(cells, source.edges[i]),
                               sql_text(in, band));
            order += fmt::format(" WHEN {} THEN {}", bands.back().second, i);
        }
        to.counted.push_back(sql_column(sql_case(bands, "''"), key.name));
        key.order = order + " END";
        return;
    }
    if (source.edges[0] % fixed_of(1) != 0) {
        throw bad_usage("a band's width that is not whole is not for cxm sql; give its edges: band(" + source.column +
                        ", 0, 0.5, 1)");
    }
    const std::string width = decimal_text(source.edges[0]);
    const std::string whole = in.decimal.empty()
                                  ? fmt::format("(CAST({0} AS INTEGER) - CASE WHEN {0} < CAST({0} AS INTEGER) THEN 1 "
                                                "ELSE 0 END)",
                                                value)
                                  : filled(in.whole, "FLOOR(" + value + ")");
    const auto rest = [&](const std::string& of) { return "(" + filled(in.rest, of, width) + ")"; };
    to.counted.push_back(
        sql_column(fmt::format("{} - {}", whole, rest(fmt::format("{} + {}", rest(whole), width))), key.name));
    key.shown = fmt::format("CASE WHEN {0} IS NULL THEN '' ELSE {1} || ' to <' || {2} END", key.name,
                            filled(in.text, key.name), filled(in.text, key.name + " + " + width));
    key.order = fmt::format("COALESCE({}, -4000000000000000000)", key.name);
}

}  // namespace

void add_label(const plan::label& label, row_cells& cells, sql_counting& to) {
    using source_kind = label_source::kind;
    const sql_dialect& in = cells.dialect();
    const label_source source = parse_label_source(label.column);
    sql_counting::key key{"label_" + std::to_string(to.keys.size() + 1), "", "", label.name};
    key.shown = key.name;
    key.order = filled(in.ordered, key.name);
    const bool is_text = source.is == source_kind::text;
    const std::string cell = is_text ? cells.text(source.column) : cells.cell(source.column);
    if (source.is == source_kind::band) {
        add_band(source, cells, to, key);
    } else if (source.is == source_kind::hour) {
        const std::string hour = cells.hour(source.column);
        to.refuse(cells, cell + " IS NOT NULL AND " + hour + " IS NULL", source.column,
                  "has no time of day as ISO 8601 writes it, 2024-03-15 09:30");
        to.counted.push_back(sql_column("COALESCE(" + hour + ", '')", key.name));
    } else if (source.is == source_kind::weekday) {
        const std::string day = cells.day_number(source.column);
        const std::string known = cells.is_time(source.column) ? day : cells.day(source.column);
        to.refuse(cells, cell + " IS NOT NULL AND " + known + " IS NULL", source.column, cells.not_a_day());
        to.counted.push_back(sql_column(sql_weekday(in, day), key.name));
        key.order = fmt::format(
            "CASE {} WHEN '' THEN 0 WHEN 'Mon' THEN 1 WHEN 'Tue' THEN 2 WHEN 'Wed' THEN 3 WHEN 'Thu' THEN 4 "
            "WHEN 'Fri' THEN 5 WHEN 'Sat' THEN 6 ELSE 7 END",
            key.name);
    } else {
        to.counted.push_back(sql_column("COALESCE(" + cell + ", '')", key.name));
    }
    to.keys.push_back(std::move(key));
}

}  // namespace cxm
