#include <algorithm>

#include "records/group_title.hpp"
#include "text/shown.hpp"
#include "text/utf8.hpp"
#include "write/compare/formats.hpp"
#include "write/compare/parts.hpp"
#include "write/lines.hpp"
#include "write/people.hpp"

namespace cxm {

namespace {

style style_of(verdict v) { return v == verdict::better ? style::good : v == verdict::worse ? style::bad : style::dim; }

struct widths {
    std::size_t key = 6;
    std::size_t before;
    std::size_t after;
    std::size_t change = 6;
    std::size_t range = 0;
    std::size_t p = 1;
    bool with_p = true;

    std::size_t verdict_text = 0;

    static constexpr std::size_t gap = 2;

    std::size_t total() const {
        return key + before + after + change + range + 5 * gap + (with_p ? p + gap : 0) + verdict_text;
    }
};

widths widths_of(const std::vector<change_text>& rows, const std::string& range_title,
                 const comparison_options& options, std::size_t width) {
    widths w{.before = display_width(options.before_name), .after = display_width(options.after_name)};
    w.range = range_title.size();
    for (const change_text& r : rows) {
        w.key = std::max(w.key, r.key.size());
        w.before = std::max(w.before, display_width(r.before));
        w.after = std::max(w.after, display_width(r.after));
        w.change = std::max(w.change, display_width(r.change));
        w.range = std::max(w.range, r.range.size());
        w.p = std::max(w.p, r.p.size());
        w.verdict_text = std::max(w.verdict_text, r.is == verdict::none ? 0 : name(r.is).size());
    }
    w.with_p = w.total() <= width;
    if (w.total() > width) {
        const std::size_t excess = w.total() - width;
        w.key = w.key > excess + 10 ? w.key - excess : 10;
    }
    return w;
}

class table {
public:
    table(lines& to, widths w, const comparison_options& options, const look& drawn)
        : to_(to), w_(w), options_(options), drawn_(drawn) {}

    void head(std::string_view title, std::string_view range_title) {
        if (!title.empty()) {
            to_.left(0, fitted(title, drawn_.width, drawn_.ascii), style::bold);
            to_.end_line();
        }
        to_.right(end_of_before(), options_.before_name, style::dim);
        to_.right(end_of_after(), options_.after_name, style::dim);
        to_.right(end_of_change(), "change", style::dim);
        to_.right(end_of_range(), range_title, style::dim);
        if (w_.with_p) {
            to_.right(end_of_range() + w_.gap + w_.p, "p", style::dim);
        }
        to_.end_line();
    }

    void line(const change_text& r) {
        to_.left(0, fitted(r.key, w_.key, drawn_.ascii));
        to_.right(end_of_before(), r.before);
        to_.right(end_of_after(), r.after, style::bold);
        to_.right(end_of_change(), r.change, style_of(r.is));
        to_.right(end_of_range(), r.range);
        if (w_.with_p) {
            to_.right(end_of_range() + w_.gap + w_.p, r.p);
        }
        if (r.is != verdict::none) {
            to_.left(end_of_range() + w_.gap + (w_.with_p ? w_.p + w_.gap : 0), name(r.is), style_of(r.is));
        }
        to_.end_line();
    }

private:
    lines& to_;
    widths w_;
    const comparison_options& options_;
    const look& drawn_;

    std::size_t end_of_before() const { return w_.key + w_.gap + w_.before; }
    std::size_t end_of_after() const { return end_of_before() + w_.gap + w_.after; }
    std::size_t end_of_change() const { return end_of_after() + w_.gap + w_.change; }
    std::size_t end_of_range() const { return end_of_change() + w_.gap + w_.range; }
};

void append_split(lines& to, const explained_change& e, std::string_view label, const comparison_options& options,
                  const look& drawn) {
    const notation in{options.currency, drawn.ascii};
    const std::vector<split_line> rows = split_lines(e, in);
    const std::string title = shown(label);
    std::size_t key = std::max<std::size_t>(display_width(title), 5);
    std::size_t value = std::max(display_width(options.before_name), display_width(options.after_name));
    for (const split_line& row : rows) {
        key = std::max(key, display_width(row.segment));
        value = std::max({value, display_width(row.before), display_width(row.after)});
    }
    key = std::min<std::size_t>(key + 2, drawn.width / 3);
    constexpr std::size_t weights = 16;
    constexpr std::size_t effect = 11;
    const std::size_t ends[] = {key + 2 + value, key + 4 + 2 * value, key + 4 + 2 * value + 2 + weights,
                                key + 4 + 2 * value + 2 + weights + effect,
                                key + 4 + 2 * value + 2 + weights + 2 * effect};
    const auto line = [&](const split_line& row, style looks) {
        to.left(2, fitted(row.segment, key - 2, drawn.ascii), looks);
        to.right(ends[0], row.before, looks);
        to.right(ends[1], row.after, looks);
        to.right(ends[2], row.weights, looks);
        to.right(ends[3], row.rate, looks);
        to.right(ends[4], row.mix, looks);
        to.end_line();
    };
    to.end_line();
    to.left(0, split_title(e, in), style::bold);
    to.end_line();
    line({title, options.before_name, options.after_name, "part of all", "rates", "mix"}, style::dim);
    for (const split_line& row : rows) {
        line(row, &row == &rows.back() ? style::bold : style::plain);
    }
    for (const split_remark& remark : split_remarks(e, label, options, in)) {
        to.paragraph(2, remark.text, drawn.width, remark.looks);
    }
}

}  // namespace

std::string write_comparison(const comparison& of, const explanation& why, const comparison_options& options,
                             const look& drawn) {
    std::vector<change_text> rows;
    for (const compared& c : of.changes) {
        rows.push_back(text_of(c, {options.currency, drawn.ascii}));
    }
    const std::string range_title = people_level(of.options.level) + " interval";
    lines to(drawn.colour);
    table body(to, widths_of(rows, range_title, options, drawn.width), options, drawn);
    for (std::size_t i = 0; i < of.changes.size(); ++i) {
        const bool new_group = i == 0 || of.changes[i].row_before != of.changes[i - 1].row_before;
        if (new_group) {
            if (i > 0) {
                to.end_line();
            }
            body.head(group_title(of.before.rows, of.changes[i].row_before), range_title);
        }
        body.line(rows[i]);
    }
    for (const std::string& note : notes_of(of)) {
        to.paragraph(0, note, drawn.width, style::dim);
    }
    for (const explained_change& e : why.splits) {
        append_split(to, e, why.label, options, drawn);
    }
    if (const std::string note = unsplit_note(why); !note.empty()) {
        to.paragraph(0, note, drawn.width);
    }
    return to.text();
}

}  // namespace cxm
