#include "run/report_formats.hpp"

#include "page/report_page.hpp"
#include "records/period_kinds.hpp"
#include "results/series.hpp"
#include "text/problem.hpp"
#include "write/csv/report.hpp"
#include "write/gaps.hpp"
#include "write/json/report.hpp"
#include "write/markdown/report.hpp"
#include "write/pivot/pivot.hpp"
#include "write/table/table.hpp"
#include "write/trend/formats.hpp"

namespace cxm {

csv_form csv_form_of(const report_request& r, const records& rows) {
    csv_form columns{.keep_missing = r.with_missing,
                     .targets = !r.intervals.options.targets.empty(),
                     .benchmarks = !r.intervals.options.benchmarks.empty(),
                     .texts = r.output.texts};
    for (const records::label_column& label : rows.labels) {
        columns.labels.push_back(label.name);
    }
    return columns;
}

void require_free_names(const csv_form& columns, bool wide, const std::vector<const metric*>& metrics) {
    csv_form others = columns;
    others.labels.clear();
    std::string header;
    if (wide) {
        append_wide_csv_header(header, others, metrics);
    } else {
        append_csv_header(header, others);
    }
    header = "," + header.substr(0, header.size() - 1) + ",";
    for (const std::string& label : columns.labels) {
        const bool taken = header.find("," + label + ",") != std::string::npos;
        if (taken) {
            throw bad_input("", "label " + quote_of(label) +
                                    " has the name of a column of the CSV; rename it, or use --format json");
        }
    }
}

namespace {

bool as_pivot(const written_report& w) {
    return w.as.layout == group_layout::pivot || (w.as.layout == group_layout::fitting && suits_pivot(w.of));
}

/// The table, and what is asked for below it.
std::string as_table(const written_report& w) {
    const look& drawn = w.as.output.drawn;
    std::string text = as_pivot(w) ? write_pivots(w.of, w.as.groups, w.as.with_missing, drawn)
                                   : write_table(w.of, w.known.themes(), w.as.with_missing, drawn, w.as.groups);
    text += write_gaps(w.of, drawn);
    if (w.as.trend) {
        text += "\n" + write_trend_list(w.of, trends_of(w.of), drawn);
    }
    return text;
}

std::string as_json(const written_report& w) {
    std::string text = json_head(w.of.options.level, w.of.rows.currency);
    append_json(text, w.of, true, w.as.with_missing);
    return text += json_tail();
}

std::string as_ndjson(const written_report& w) {
    std::string text;
    append_ndjson(text, w.of, w.as.with_missing);
    return text;
}

std::string as_csv(const written_report& w) {
    const csv_form columns = csv_form_of(w.as, w.of.rows);
    require_free_names(columns, w.as.wide, w.of.metrics);
    std::string text;
    if (w.as.wide) {
        append_wide_csv_header(text, columns, w.of.metrics);
        append_wide_csv(text, w.of.rows, values_of(w.of), columns);
    } else {
        append_csv_header(text, columns);
        append_csv(text, w.of, columns);
    }
    return text;
}

std::string as_markdown(const written_report& w) {
    return as_pivot(w) ? markdown_pivots(w.of, w.as.groups, w.as.with_missing, w.as.output.drawn.say)
                       : write_markdown(
                             w.of, w.known.themes(),
                             {.keep_missing = w.as.with_missing, .say = w.as.output.drawn.say, .shown = w.as.groups});
}

/// Trends where the periods stand in the order of time.
std::vector<trend> trends_in_time(const report& of) {
    for (std::size_t row = 0; row < of.rows.size(); ++row) {
        if (!is_in_time(of.rows, row)) {
            return {};
        }
    }
    try {
        return trends_of(of);
    } catch (const problem&) {
        return {};
    }
}

std::string as_html(const written_report& w) {
    const report& charted = w.whole != nullptr ? *w.whole : w.of;
    const bool has_parts = w.whole != nullptr && w.of.metrics.size() <= most_metrics_over_time;
    return report_page({w.of, w.whole, trends_in_time(charted), has_parts ? trends_in_time(w.of) : std::vector<trend>(),
                        w.known.themes(), w.as.with_missing, w.as.output.drawn.say,
                        w.as.input.as_of ? spell(containing(*w.as.input.as_of, grain::day)) : std::string(), *w.from});
}

constexpr report_writer report_writer_table[] = {
    {format::table, as_table, true}, {format::json, as_json, false},        {format::ndjson, as_ndjson, false},
    {format::csv, as_csv, false},    {format::markdown, as_markdown, true}, {format::html, as_html, true},
};

}  // namespace

std::span<const report_writer> report_writers() { return report_writer_table; }

}  // namespace cxm
