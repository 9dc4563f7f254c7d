#include "write/compare/formats.hpp"
#include "write/csv/cell.hpp"

namespace cxm {

namespace {

std::string note_of(const compared& c, const comparison& of) {
    const bool complete = of.before.rows.is_complete(c.row_before) && of.after.rows.is_complete(c.row_after);
    const std::string why(c.change.why);
    return complete ? why : why + (why.empty() ? "" : "; ") + "a period is not complete";
}

void append_interval(csv_writer& to, const std::optional<interval>& limits) {
    to.number(limits ? limits->low : not_given);
    to.number(limits ? limits->high : not_given);
}

double value_of(const result& r) { return r.comes_to.ok() ? r.comes_to.value : not_given; }

void append_compared(csv_writer& to, const compared& c, const comparison& of) {
    for (const records::label_column& column : of.before.rows.labels) {
        to.text(column.values[c.row_before]);
    }
    to.text(c.before.of->key);
    to.number(value_of(c.before));
    to.number(value_of(c.after));
    to.number(c.change.change.value_or(not_given));
    append_interval(to, c.change.limits);
    to.number(c.change.relative.value_or(not_given));
    append_interval(to, c.change.relative_limits);
    to.number(c.change.p.value_or(not_given));
    to.number(c.adjusted_p.value_or(not_given));
    to.raw(key_of(c.change.is));
    to.text(note_of(c, of));
    to.end_line();
}

}  // namespace

std::string csv_comparison(const comparison& of) {
    std::string out;
    csv_writer to(out);
    for (const records::label_column& column : of.before.rows.labels) {
        to.text(column.name);
    }
    to.raw("metric,before,after,change,low,high,relative,relative_low,relative_high,p,p_adjusted,verdict,note");
    to.end_line();
    for (const compared& c : of.changes) {
        append_compared(to, c, of);
    }
    return out;
}

}  // namespace cxm
