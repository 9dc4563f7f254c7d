#include <fmt/format.h>

#include "records/labels.hpp"
#include "write/compare/parts.hpp"
#include "write/markdown/text.hpp"

namespace cxm {

namespace {

/// `pro, DE: churn`.
std::string row_title(const compared& c, const comparison& of) {
    std::string group;
    for (const records::label_column& label : of.before.rows.labels) {
        const std::string_view value = label.has(c.row_before) ? label.values[c.row_before] : "(none)";
        group.append(group.empty() ? "" : ", ").append(value);
    }
    return group.append(group.empty() ? "" : ": ").append(c.before.of->key);
}

void append_changes(std::string& out, const comparison& of, const comparison_options& options) {
    markdown_table to(out);
    to.own("metric");
    to.text(options.before_name);
    to.text(options.after_name);
    to.own("change");
    to.own(people_level(of.options.level) + " interval");
    to.own("p");
    to.own("verdict");
    to.end_row();
    out += "|---|---:|---:|---:|---|---:|---|\n";
    for (const compared& c : of.changes) {
        const change_text text = text_of(c, {options.currency});
        to.text(row_title(c, of));
        to.text(text.before);
        to.text(text.after);
        to.text(text.change);
        to.own(text.range);
        to.own(text.p);
        to.own(c.change.is == verdict::none ? "" : name(c.change.is));
        to.end_row();
    }
}

void append_split(std::string& out, const explained_change& e, std::string_view label, const comparison& of,
                  const comparison_options& options) {
    const notation in{options.currency};
    out += "\n**" + markdown_text(split_title(e, of, in)) + "**\n\n";
    markdown_table to(out);
    to.text(label);
    to.text(options.before_name);
    to.text(options.after_name);
    to.own("share of all");
    to.own("rates");
    to.own("mix");
    to.end_row();
    out += "|---|---:|---:|---:|---:|---:|\n";
    for (const split_line& line : split_lines(e, in)) {
        for (const std::string* cell :
             {&line.segment, &line.before, &line.after, &line.weights, &line.rate, &line.mix}) {
            to.text(*cell);
        }
        to.end_row();
    }
    for (const split_remark& remark : split_remarks(e, label, options, in)) {
        out += "\n" + markdown_text(remark.text) + "\n";
    }
}

void append_worths(std::string& out, const comparison& of, const comparison_options& options) {
    out += "\n**" + std::string(worth_title) + "**\n\n| metric | worth | " + people_level(of.options.level) +
           " interval | of |\n|---|---:|---:|---|\n";
    markdown_table to(out);
    for (const worth_line& row : worth_lines(of, {options.currency})) {
        for (const std::string* cell : {&row.key, &row.worth, &row.range, &row.of}) {
            to.text(*cell);
        }
        to.end_row();
    }
    for (const std::string& remark : worth_remarks(of)) {
        out += "\n" + markdown_text(remark) + "\n";
    }
}

void append_strata(std::string& out, const comparison& of) {
    out += "\n**" + markdown_text(stratified_title(of.within)) + "**\n";
    const std::vector<stratified_line> rows = stratified_lines(of.within, {});
    if (!rows.empty()) {
        out += "\n| metric | ratio | " + people_level(of.options.level) + " interval | p | verdict |\n";
        out += "|---|---:|---:|---:|---|\n";
    }
    for (const stratified_line& row : rows) {
        markdown_table to(out);
        to.own(row.key);
        to.own(row.ratio);
        to.own(row.range);
        to.own(row.p);
        to.own(row.is == verdict::none ? "" : name(row.is));
        to.end_row();
    }
    for (const std::string& remark : stratified_remarks(of.within, of)) {
        out += "\n" + markdown_text(remark) + "\n";
    }
}

}  // namespace

std::string markdown_comparison(const comparison& of, const explanation& why, const comparison_options& options) {
    std::string out;
    append_changes(out, of, options);
    for (const std::string& note : notes_of(of, options)) {
        out += "\n" + markdown_text(note) + "\n";
    }
    if (any_priced(of)) {
        append_worths(out, of, options);
    }
    if (!of.within.label.empty()) {
        append_strata(out, of);
    }
    for (const explained_change& e : why.splits) {
        append_split(out, e, why.label, of, options);
    }
    if (!why.splits.empty()) {
        out += "\n" + markdown_text(split_legend(why.label)) + "\n";
    }
    if (const std::string note = unsplit_note(why, of); !note.empty()) {
        out += "\n" + markdown_text(note) + "\n";
    }
    return out;
}

}  // namespace cxm
