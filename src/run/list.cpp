#include <fmt/format.h>

#include <algorithm>
#include <cxm/spell.hpp>

#include "export/exports.hpp"
#include "run/command.hpp"
#include "run/flags/output_flags.hpp"
#include "run/metrics_wanted.hpp"
#include "text/utf8.hpp"
#include "write/formula_text.hpp"
#include "write/lines.hpp"

namespace cxm {

namespace {

/// What is listed: the metrics, or their measures.
struct listing {
    const catalogue& known;
    bool measures;
    const output_settings& how;
};

std::string as_table(const listing& of) {
    const look& drawn = of.how.drawn;
    lines text(drawn.colour);
    constexpr std::size_t column = 28;
    const std::size_t width = std::max<std::size_t>(drawn.width, 60);
    if (of.measures) {
        constexpr std::size_t over_periods = column + 9;
        constexpr std::size_t meaning = over_periods + 10;
        const auto row = [&](std::string_view key, std::string_view unit, std::string_view joins, std::string_view what,
                             style looks) {
            text.left(2, key, looks == style::plain ? style::bold : looks);
            text.left(column, unit, looks);
            text.left(over_periods, joins, looks);
            text.paragraph(meaning, what, width, looks);
        };
        row("measure", "of", "in time", "what it is", style::dim);
        for (const measure* m : of.known.measures()) {
            row(m->key, name(m->of), name(m->joins), m->meaning, style::plain);
        }
        return text.text();
    }
    text.left(2, "metric", style::dim);
    text.left(column, "is", style::dim);
    text.end_line();
    for (const catalogue::group& theme : of.known.themes()) {
        text.left(0, theme.title, style::dim);
        text.end_line();
        for (const metric* m : theme.metrics) {
            text.left(2, m->key, style::bold);
            text.paragraph(column, formula_text(*m), width);
        }
    }
    return text.text();
}

struct listing_writer {
    format form;
    std::string (*write)(const listing& of);
};

constexpr listing_writer list_writers[] = {
    {format::table, as_table},
    {format::json, [](const listing& of) { return catalogue_json(of.known); }},
};

}  // namespace

int run_list(const arguments& given, const streams& io) {
    output_flags output_texts;
    std::vector<std::string> metric_files;
    bool measures = false;
    command_line line = line_for("list");
    line.flags = {{"--measures", "", "The measures instead", &measures, "Choice"}};
    add_flags(line.flags, output_texts, formats_in(list_writers), {.money = false, .signs = false});
    add_metrics_flag(line.flags, metric_files);
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    const output_settings output = settled(output_texts, line, formats_in(list_writers), io);
    const catalogue known = catalogue_of(metric_files);
    put(io, output.file, writer_of(output.form, list_writers)({known, measures, output}));
    return 0;
}

}  // namespace cxm
