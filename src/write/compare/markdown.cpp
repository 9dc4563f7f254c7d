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
    const wording& say = options.say;
    to.own(say("metric"));
    to.text(side_name(options.before_name, say));
    to.text(side_name(options.after_name, say));
    to.own(say("change"));
    to.own(say("{} interval", people_level(of.options.level, say)));
    to.own("p");
    to.own(say("verdict"));
    to.end_row();
    out += "|---|---:|---:|---:|---|---:|---|\n";
    for (const compared& c : of.changes) {
        const change_text text = text_of(c, {.currency = options.currency, .say = say});
        to.text(row_title(c, of));
        to.text(text.before);
        to.text(text.after);
        to.text(text.change);
        to.own(text.range);
        to.own(text.p);
        to.own(c.change.is == verdict::none ? "" : say(name(c.change.is)));
        to.end_row();
    }
}

void append_split(std::string& out, const explained_change& e, std::string_view label, const comparison& of,
                  const comparison_options& options) {
    const notation in{.currency = options.currency, .say = options.say};
    out += "\n**" + markdown_text(split_title(e, of, in)) + "**\n\n";
    markdown_table to(out);
    to.text(label);
    to.text(side_name(options.before_name, in.say));
    to.text(side_name(options.after_name, in.say));
    to.own(in.say("share of all"));
    to.own(in.say("rates"));
    to.own(in.say("mix"));
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
    const wording& say = options.say;
    out.append("\n**").append(say(worth_title)).append("**\n\n");
    markdown_table to(out);
    to.own(say("metric"));
    to.own(say("worth"));
    to.own(say("{} interval", people_level(of.options.level, say)));
    to.own(say("of"));
    to.end_row();
    out += "|---|---:|---:|---|\n";
    for (const worth_line& row : worth_lines(of, {.currency = options.currency, .say = say})) {
        for (const std::string* cell : {&row.key, &row.worth, &row.range, &row.of}) {
            to.text(*cell);
        }
        to.end_row();
    }
    for (const std::string& remark : worth_remarks(of, say)) {
        out += "\n" + markdown_text(remark) + "\n";
    }
}

void append_strata(std::string& out, const comparison& of, const wording& say) {
    out += "\n**" + markdown_text(stratified_title(of.within, say)) + "**\n";
    const std::vector<stratified_line> rows = stratified_lines(of.within, {.say = say});
    if (!rows.empty()) {
        out += "\n";
        markdown_table to(out);
        to.own(say("metric"));
        to.own(say("ratio"));
        to.own(say("{} interval", people_level(of.options.level, say)));
        to.own("p");
        to.own(say("verdict"));
        to.end_row();
        out += "|---|---:|---:|---:|---|\n";
    }
    for (const stratified_line& row : rows) {
        markdown_table to(out);
        to.own(row.key);
        to.own(row.ratio);
        to.own(row.range);
        to.own(row.p);
        to.own(row.is == verdict::none ? "" : say(name(row.is)));
        to.end_row();
    }
    for (const std::string& remark : stratified_remarks(of.within, of, say)) {
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
        append_strata(out, of, options.say);
    }
    for (const explained_change& e : why.splits) {
        append_split(out, e, why.label, of, options);
    }
    if (!why.splits.empty()) {
        out += "\n" + markdown_text(split_legend(why.label, options.say)) + "\n";
    }
    if (const std::string note = unsplit_note(why, of, options.say); !note.empty()) {
        out += "\n" + markdown_text(note) + "\n";
    }
    return out;
}

}  // namespace cxm
