#include "run/report_formats.hpp"

#include <algorithm>

#include "results/series.hpp"
#include "text/problem.hpp"
#include "write/csv/report.hpp"
#include "write/gaps.hpp"
#include "write/json/report.hpp"
#include "write/markdown.hpp"
#include "write/table/table.hpp"
#include "write/trend/formats.hpp"

namespace cxm {

void require_free_names(const std::vector<std::string>& labels, bool wide, const std::vector<const metric*>& metrics) {
    constexpr std::string_view tidy[] = {"period", "metric", "value", "unit", "low", "high", "n", "status", "reason"};
    for (const std::string& label : labels) {
        const bool taken =
            wide ? std::any_of(metrics.begin(), metrics.end(), [&](const metric* m) { return m->key == label; })
                 : std::find(std::begin(tidy), std::end(tidy), label) != std::end(tidy);
        if (taken) {
            throw bad_input(
                "", "label " + quoted(label) + " has the name of a column of the CSV; rename it, or use --format json");
        }
    }
}

namespace {

std::vector<std::string> label_names(const records& rows) {
    std::vector<std::string> names;
    for (const records::label_column& label : rows.labels) {
        names.push_back(label.name);
    }
    return names;
}

/// The table, and what is asked for below it.
std::string as_table(const written_report& w) {
    const look& drawn = w.as.output.drawn;
    std::string text = write_table(w.of, w.known.themes(), w.as.with_missing, drawn);
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
    const std::vector<std::string> labels = label_names(w.of.rows);
    require_free_names(labels, w.as.wide, w.of.metrics);
    std::string text;
    if (w.as.wide) {
        append_wide_csv_header(text, labels, w.of.metrics);
        append_wide_csv(text, w.of.rows, values_of(w.of), labels);
    } else {
        append_csv_header(text, labels);
        append_csv(text, w.of, labels, w.as.with_missing);
    }
    return text;
}

std::string as_markdown(const written_report& w) {
    return write_markdown(w.of, w.known.themes(), {.keep_missing = w.as.with_missing});
}

constexpr report_writer report_writer_table[] = {
    {format::table, as_table, true}, {format::json, as_json, false},        {format::ndjson, as_ndjson, false},
    {format::csv, as_csv, false},    {format::markdown, as_markdown, true},
};

}  // namespace

std::span<const report_writer> report_writers() { return report_writer_table; }

}  // namespace cxm
