#include <fmt/format.h>

#include <algorithm>
#include <cxm/spell.hpp>

#include "export/exports.hpp"
#include "run/command.hpp"
#include "run/common.hpp"
#include "text/utf8.hpp"
#include "write/lines.hpp"

namespace cxm {

namespace {

constexpr choice formats[] = {"table", "json"};

}  // namespace

int run_list(const arguments& given, const streams& io) {
    output_flags output;
    std::vector<std::string> metric_files;
    bool measures = false;
    command_line line{"cxm list", "The metrics with their formulas, or the measures they are made of"};
    line.flags = {{"--measures", "", "The measures instead", &measures, "Choice"}};
    add_flags(line.flags, output, formats);
    add_metrics_flag(line.flags, metric_files);
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    const catalogue known = catalogue_of(metric_files);
    if (format_of(output, formats) == format::json) {
        put(io, output, catalogue_json(known));
        return 0;
    }
    const look drawn = look_of(output, io);
    lines text(drawn.colour);
    const auto row = [&](std::string_view key, const std::string& what) {
        constexpr std::size_t column = 28;
        text.left(2, key, style::bold);
        text.left(column, fitted(what, std::max(drawn.width, column + 20) - column, drawn.ascii));
        text.end_line();
    };
    if (measures) {
        for (const measure* m : known.measures()) {
            row(m->key, fmt::format("{:<8} {:<9} {}", name(m->of), name(m->joins), m->meaning));
        }
    } else {
        for (const catalogue::group& theme : known.themes()) {
            text.left(0, theme.title, style::dim);
            text.end_line();
            for (const metric* m : theme.metrics) {
                row(m->key, spell(m->value));
            }
        }
    }
    put(io, output, text.text());
    return 0;
}

}  // namespace cxm
