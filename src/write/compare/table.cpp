#include "records/group_title.hpp"
#include "text/shown.hpp"
#include "write/compare/parts.hpp"
#include "write/grid.hpp"

namespace cxm {

namespace {

style style_of(verdict v) { return v == verdict::better ? style::good : v == verdict::worse ? style::bad : style::dim; }

std::string_view words_of(verdict v, const wording& say) {
    return v == verdict::none ? std::string_view() : say(name(v));
}

std::string_view sign_of(verdict v, bool ascii) {
    switch (v) {
        case verdict::better: return "+";
        case verdict::worse: return ascii ? "x" : "×";
        case verdict::none: return "";
        default: return "~";
    }
}

/// Which columns of the changes these are.
constexpr std::size_t interval_column = 4;
constexpr std::size_t p_column = 5;

/// The columns, the verdict in words or, where those leave a metric's name no room, as a sign.
grid grid_of(const comparison& of, const comparison_options& options, const look& drawn, bool in_words) {
    grid table({{.to_the_right = false, .least = 6},
                {.title = side_name(options.before_name, drawn.say), .expendable = 2},
                {.title = side_name(options.after_name, drawn.say)},
                {.title = std::string(drawn.say("change"))},
                {.title = drawn.say("{} interval", people_level(of.options.level, drawn.say)), .expendable = 1},
                {.title = "p", .expendable = 3},
                {.to_the_right = false}},
               0);
    for (const compared& c : of.changes) {
        const change_text t = text_of(c, {options.currency, drawn.ascii, drawn.say});
        table.add({{std::string(t.key)},
                   {t.before},
                   {t.after, style::bold},
                   {t.change, style_of(t.is)},
                   {t.range},
                   {t.p},
                   {std::string(in_words ? words_of(t.is, drawn.say) : sign_of(t.is, drawn.ascii)), style_of(t.is)}});
    }
    return table;
}

void append_changes(lines& to, const comparison& of, const grid& table, const look& drawn) {
    for (std::size_t i = 0; i < of.changes.size(); ++i) {
        if (i == 0 || of.changes[i].row_before != of.changes[i - 1].row_before) {
            if (i > 0) {
                to.end_line();
            }
            if (const std::string title = group_title(of.before.rows, of.changes[i].row_before); !title.empty()) {
                to.left(0, cut_to_fit(drawn.say(title), drawn.width, drawn.ascii), style::bold);
                to.end_line();
            }
            table.draw_titles(to, drawn.ascii);
        }
        table.draw_row(to, i, drawn.ascii);
    }
}

void append_split(lines& to, const explained_change& e, std::string_view label, const comparison& of,
                  const comparison_options& options, const look& drawn) {
    const notation in{options.currency, drawn.ascii, drawn.say};
    grid table({{.title = shown(label), .to_the_right = false, .least = 5},
                {.title = side_name(options.before_name, drawn.say), .expendable = 1},
                {.title = side_name(options.after_name, drawn.say), .expendable = 2},
                {.title = std::string(drawn.say("share of all")), .expendable = 3},
                {.title = std::string(drawn.say("rates")), .gap = 3},
                {.title = std::string(drawn.say("mix")), .gap = 3}},
               2);
    const std::vector<split_line> rows = split_lines(e, in);
    for (const split_line& row : rows) {
        const style looks = &row == &rows.back() ? style::bold : style::plain;
        table.add({{row.segment, looks},
                   {row.before, looks},
                   {row.after, looks},
                   {row.weights, looks},
                   {row.rate, looks},
                   {row.mix, looks}});
    }
    table.fit(drawn.width);
    to.end_line();
    to.left(0, split_title(e, of, in), style::bold);
    to.end_line();
    table.draw_titles(to, drawn.ascii);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        table.draw_row(to, i, drawn.ascii);
    }
    for (const split_remark& remark : split_remarks(e, label, options, in)) {
        to.paragraph(2, remark.text, drawn.width, remark.looks);
    }
    if (const std::string note = left_out_note(table.left_out(), drawn); !note.empty()) {
        to.paragraph(2, note, drawn.width, style::dim);
    }
}

void append_strata(lines& to, const comparison& of, const look& drawn) {
    grid table({{.to_the_right = false, .least = 6},
                {.title = std::string(drawn.say("ratio"))},
                {.title = drawn.say("{} interval", people_level(of.options.level, drawn.say)), .expendable = 1},
                {.title = "p", .expendable = 2},
                {.to_the_right = false}},
               2);
    const std::vector<stratified_line> rows = stratified_lines(of.within, {{}, drawn.ascii, drawn.say});
    for (const stratified_line& row : rows) {
        table.add({{std::string(row.key)},
                   {row.ratio, style_of(row.is)},
                   {row.range},
                   {row.p},
                   {std::string(words_of(row.is, drawn.say)), style_of(row.is)}});
    }
    table.fit(drawn.width);
    to.end_line();
    to.left(0, stratified_title(of.within, drawn.say), style::bold);
    to.end_line();
    if (!rows.empty()) {
        table.draw_titles(to, drawn.ascii);
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        table.draw_row(to, i, drawn.ascii);
    }
    for (const std::string& remark : stratified_remarks(of.within, of, drawn.say)) {
        to.paragraph(2, remark, drawn.width, style::dim);
    }
}

void append_worths(lines& to, const comparison& of, const comparison_options& options, const look& drawn) {
    grid table({{.to_the_right = false, .least = 6},
                {.title = std::string(drawn.say("worth"))},
                {.title = drawn.say("{} interval", people_level(of.options.level, drawn.say)), .expendable = 1},
                {.title = std::string(drawn.say("of")), .to_the_right = false, .expendable = 2}},
               2);
    const std::vector<worth_line> rows = worth_lines(of, {options.currency, drawn.ascii, drawn.say});
    for (const worth_line& row : rows) {
        table.add({{row.key}, {row.worth, style::bold}, {row.range}, {row.of}});
    }
    table.fit(drawn.width);
    to.end_line();
    to.left(0, drawn.say(worth_title), style::bold);
    to.end_line();
    table.draw_titles(to, drawn.ascii);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        table.draw_row(to, i, drawn.ascii);
    }
    for (const std::string& remark : worth_remarks(of, drawn.say)) {
        to.paragraph(2, remark, drawn.width, style::dim);
    }
    if (const std::string note = left_out_note(table.left_out(), drawn); !note.empty()) {
        to.paragraph(2, note, drawn.width, style::dim);
    }
}

}  // namespace

std::string write_comparison(const comparison& of, const explanation& why, const comparison_options& options,
                             const look& drawn) {
    grid table = grid_of(of, options, drawn, true);
    const bool in_words = table.fit(drawn.width);
    if (!in_words) {
        table = grid_of(of, options, drawn, false);
        table.fit(drawn.width);
    }
    lines to(drawn.colour);
    append_changes(to, of, table, drawn);
    if (!in_words) {
        to.paragraph(0, drawn.say("+ better   {} worse   ~ no clear change", sign_of(verdict::worse, drawn.ascii)),
                     drawn.width, style::dim);
    }
    for (const std::string& note : notes_of(of, options, table.has(interval_column), table.has(p_column))) {
        to.paragraph(0, note, drawn.width, style::dim);
    }
    if (const std::string note = left_out_note(table.left_out(), drawn); !note.empty()) {
        to.paragraph(0, note, drawn.width, style::dim);
    }
    if (any_priced(of)) {
        append_worths(to, of, options, drawn);
    }
    if (!of.within.label.empty()) {
        append_strata(to, of, drawn);
    }
    for (const explained_change& e : why.splits) {
        append_split(to, e, why.label, of, options, drawn);
    }
    if (!why.splits.empty()) {
        to.end_line();
        to.paragraph(0, split_legend(why.label, drawn.say), drawn.width, style::dim);
    }
    if (const std::string note = unsplit_note(why, of, drawn.say); !note.empty()) {
        to.paragraph(0, note, drawn.width);
    }
    return to.text();
}

}  // namespace cxm
