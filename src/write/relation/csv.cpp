#include "write/relation/formats.hpp"

namespace cxm {

namespace {

void append_found(csv_writer& to, const rank_correlation& found, const std::optional<double>& adjusted_p) {
    to.number(found.rho.value_or(not_given));
    to.number(found.p.value_or(not_given));
    to.number(adjusted_p.value_or(not_given));
    to.count(static_cast<double>(found.n));
    to.text(found.method);
    to.text(found.why);
    to.end_line();
}

/// The cells that say what a line is about.
void append_group(csv_writer& to, const shown_relations& shown, const metric_relation& each) {
    to.text(shown.of.a->key);
    to.text(shown.of.b->key);
    if (shown.of.over == related_over::segments) {
        to.text(shown.figures.rows.periods[each.row]);
        return;
    }
    for (const records::label_column& label : shown.figures.rows.labels) {
        to.text(label.values[each.row]);
    }
}

}  // namespace

std::string csv_relations(const shown_relations& shown) {
    std::string out;
    csv_writer to(out, shown.texts);
    to.raw("a,b");
    if (shown.of.over == related_over::segments) {
        to.raw("period");
    } else {
        for (const records::label_column& label : shown.figures.rows.labels) {
            to.text(label.name);
        }
    }
    to.raw("lag,rho,p,p_holm,n,method,reason");
    to.end_line();
    for (const metric_relation& each : shown.of.relations) {
        for (const lagged_correlation& lag : each.found.lags) {
            append_group(to, shown, each);
            to.text(std::to_string(lag.lag));
            append_found(to, lag.at_lag, lag.adjusted_p);
        }
        if (shown.of.over == related_over::periods) {
            append_group(to, shown, each);
            to.text("changes");
            append_found(to, each.found.of_changes, std::nullopt);
        }
    }
    return out;
}

}  // namespace cxm
