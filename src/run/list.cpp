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
        std::size_t units = 0;
        std::size_t spans = display_width(drawn.say("in time"));
        for (const measure* m : of.known.measures()) {
            units = std::max(units, display_width(drawn.say(name(m->of))));
            spans = std::max(spans, display_width(drawn.say(name(m->joins))));
        }
        const std::size_t over_periods = column + units + 2;
        const std::size_t meaning = over_periods + spans + 2;
        const auto row = [&](std::string_view key, std::string_view unit, std::string_view joins, std::string_view what,
                             style looks) {
            text.left(2, key, looks == style::plain ? style::bold : looks);
            text.left(column, unit, looks);
            text.left(over_periods, joins, looks);
            text.paragraph(meaning, what, width, looks);
        };
        row(drawn.say("measure"), drawn.say("of"), drawn.say("in time"), drawn.say("what it is"), style::dim);
        for (const measure* m : of.known.measures()) {
            row(m->key, drawn.say(name(m->of)), drawn.say(name(m->joins)), drawn.say.meaning(*m), style::plain);
        }
        return text.text();
    }
    text.left(2, drawn.say("metric"), style::dim);
    text.left(column, drawn.say("is"), style::dim);
    text.end_line();
    for (const catalogue::group& theme : of.known.themes()) {
        text.left(0, drawn.say(theme.title), style::dim);
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
    add_flags(line.flags, output_texts, formats_in(list_writers), {.money = false, .signs = false, .words = true});
    add_metrics_flag(line.flags, metric_files);
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    const output_settings output = settled(output_texts, line, formats_in(list_writers), io);
    const catalogue known = catalogue_of(metric_files);
    put_as(io, output, writer_of(output.form, list_writers)({known, measures, output}));
    return 0;
}

}  // namespace cxm
