#include "write/findings.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "bytes/byte_source.hpp"
#include "text/shown.hpp"
#include "values/number.hpp"
#include "write/grid.hpp"
#include "write/json/object.hpp"

namespace cxm {

namespace {

std::string with_s(std::uint64_t n, std::string_view what) {
    return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s");
}

std::string_view delimiter_name(const file_facts& facts) {
    switch (facts.delimiter) {
        case '\t': return "tab";
        case ';': return "';'";
        case '|': return "'|'";
        default: return "','";
    }
}

bool is_lines(const file_facts& facts) { return facts.format == input_format::ndjson; }

std::string number_text(double value) { return fmt::format("{}", value); }

bool is_of_numbers(column_kind kind) {
    return kind == column_kind::number || kind == column_kind::answers || kind == column_kind::money;
}

/// What is to be known of a column's values.
std::string range_of(const column_facts& c, bool ascii) {
    switch (c.is) {
        case column_kind::number:
        case column_kind::answers:
        case column_kind::money:
            return c.most < c.least ? std::string() : number_text(c.least) + " to " + number_text(c.most);
        case column_kind::day:
            return c.either_day_first      ? c.date_format + ", or the month first"
                   : c.date_format.empty() ? c.first + " to " + c.last
                   : c.first.empty()       ? c.date_format
                                           : fmt::format("{} to {} ({})", c.first, c.last, c.date_format);
        default: break;
    }
    std::string text;
    for (const auto& [word, times] : c.commonest) {
        const bool runs_together = word.find(',') != word.npos;
        text += (text.empty() ? "" : ", ") + (runs_together ? quote_of(word) : shown(word)) + fmt::format(" {}", times);
    }
    return text + (c.distinct > c.commonest.size() && !text.empty() ? ascii ? ", ..." : ", …" : "");
}

std::string kind_in_words(const column_facts& c) {
    return std::string(name(c.is)) + (c.is_measure ? " (a measure)" : "");
}

std::vector<std::string> matters_of(const file_facts& facts) {
    std::vector<std::string> matters;
    const auto add = [&](std::string text) { matters.push_back(std::move(text)); };
    if (facts.edges.above != 0) {
        add(fmt::format("{} above the header, which is line {}", with_s(facts.edges.above, "line"), facts.edges.line));
    }
    if (facts.edges.skipped != 0) {
        add(with_s(facts.edges.skipped, "row") + " of questions and ids below the header");
    }
    if (facts.headers != 0) {
        add(fmt::format("the header stands {} among the rows", with_s(facts.headers, "more time")));
    }
    if (facts.odd_rows != 0) {
        add(with_s(facts.odd_rows, "row") + " of another width than the header: --ragged skip passes over them");
    }
    if (facts.is_cut) {
        add("the last row is cut off: is the file whole?");
    }
    for (const column_facts& c : facts.columns) {
        if (!c.total.empty()) {
            add(fmt::format("{} has a {}: rows that may be the sum of others", shown(c.name), quote_of(c.total)));
        }
        if (c.either_day_first) {
            add(fmt::format("nothing in {} tells whether the day or the month is first: --date-format says it",
                            shown(c.name)));
        }
    }
    return matters;
}

}  // namespace

std::string table_findings(const file_facts& facts, const std::vector<proposal>& commands, const look& drawn) {
    lines text(drawn.colour);
    const std::string how = is_lines(facts) ? "NDJSON" : fmt::format("delimiter {}", delimiter_name(facts));
    text.left(0, shown_end(name_of(facts.file)), style::bold);
    text.next(fmt::format(": {}, {}, {}, {}", with_s(facts.rows, "row"), with_s(facts.columns.size(), "column"), how,
                          facts.encoding));
    text.end_line();
    for (const std::string& matter : matters_of(facts)) {
        text.paragraph(2, matter, drawn.width);
    }
    text.end_line();
    grid columns({{.title = "column", .to_the_right = false},
                  {.title = "holds", .to_the_right = false},
                  {.title = "blank"},
                  {.title = "different"},
                  {.title = "for example", .to_the_right = false, .expendable = 1},
                  {.title = "values", .to_the_right = false, .expendable = 2}},
                 2);
    for (const column_facts& c : facts.columns) {
        columns.add({{c.name.empty() ? "(no name)" : shown(c.name)},
                     {kind_in_words(c)},
                     {std::to_string(c.blank)},
                     {(c.over ? "over " : "") + std::to_string(c.distinct)},
                     {cut_to_fit(shown(c.example), 24, drawn.ascii)},
                     {cut_to_fit(range_of(c, drawn.ascii), 60, drawn.ascii)}});
    }
    columns.fit(drawn.width);
    columns.draw_titles(text, drawn.ascii);
    for (std::size_t i = 0; i < facts.columns.size(); ++i) {
        columns.draw_row(text, i, drawn.ascii);
    }
    for (const column_facts& c : facts.columns) {
        const std::string range = columns.has(5) ? "" : range_of(c, drawn.ascii);
        if (!range.empty()) {
            text.paragraph(2, shown(c.name) + ": " + range, drawn.width);
        }
    }
    for (const proposal& p : commands) {
        text.end_line();
        text.paragraph(2, escaped(p.why), drawn.width, style::dim);
        text.left(2, p.line());
        text.end_line();
    }
    return text.text();
}

std::string json_findings(const file_facts& facts, const std::vector<proposal>& commands) {
    std::string out;
    json_object file(out);
    file.text("schema", "cxm.look/1");
    file.text("file", facts.file);
    file.text("format", is_lines(facts) ? "ndjson" : "csv");
    file.text("encoding", facts.encoding);
    if (!is_lines(facts)) {
        file.text("delimiter", std::string_view(&facts.delimiter, 1));
        file.count("header_line", static_cast<double>(facts.edges.line));
        file.count("lines_above", static_cast<double>(facts.edges.above));
        file.count("rows_below", static_cast<double>(facts.edges.skipped));
        file.count("headers_again", static_cast<double>(facts.headers));
        file.count("odd_rows", static_cast<double>(facts.odd_rows));
    }
    file.flag("cut", facts.is_cut);
    file.count("rows", static_cast<double>(facts.rows));
    file.text("holds", facts.holds_records() ? "records" : "rows");
    json_array columns = file.array("columns", "\n ");
    for (const column_facts& c : facts.columns) {
        json_object column = columns.object();
        column.text("name", c.name);
        column.text("kind", name(c.is));
        column.flag("measure", c.is_measure);
        column.count("blank", static_cast<double>(c.blank));
        column.count(c.over ? "distinct_over" : "distinct", static_cast<double>(c.distinct));
        column.text_if_any("example", c.example);
        if (is_of_numbers(c.is) && c.most >= c.least) {
            column.number("least", c.least);
            column.number("most", c.most);
        }
        column.text_if_any("date_format", c.date_format);
        if (c.either_day_first) {
            column.flag("either_day_first", true);
        }
        column.text_if_any("first", c.first);
        column.text_if_any("last", c.last);
        column.text_if_any("total", c.total);
        if (!c.commonest.empty()) {
            json_array commonest = column.array("commonest");
            for (const auto& [word, times] : c.commonest) {
                json_object one = commonest.object();
                one.text("text", word);
                one.count("count", static_cast<double>(times));
                one.end();
            }
            commonest.end();
        }
        column.end();
    }
    columns.end();
    json_array lines_array = file.array("commands", "\n ");
    for (const proposal& p : commands) {
        json_object command = lines_array.object();
        command.text("why", p.why);
        command.text("command", p.line());
        command.end();
    }
    lines_array.end();
    file.end();
    return out + "\n";
}

}  // namespace cxm
