#include "write/json/labels.hpp"
#include "write/json/object.hpp"
#include "write/relation/formats.hpp"

namespace cxm {

namespace {

void append_found(json_object& to, const rank_correlation& found) {
    to.number("rho", found.rho.value_or(not_given));
    to.number("p", found.p.value_or(not_given));
    to.count("n", static_cast<double>(found.n));
    to.text_if_any("method", found.method);
    to.text_if_any("reason", found.why);
}

void append_relation(json_array& to, const shown_relations& shown, const metric_relation& each) {
    json_object one = to.object();
    if (shown.of.over == related_over::periods) {
        append_labels(one, shown.figures.rows, each.row);
    } else {
        one.text("period", shown.figures.rows.periods[each.row]);
    }
    one.number("detectable_rho", each.detectable.value_or(not_given));
    json_array lags = one.array("lags", "\n  ");
    for (const lagged_correlation& lag : each.found.lags) {
        json_object at = lags.object();
        at.count("lag", lag.lag);
        append_found(at, lag.at_lag);
        if (lag.adjusted_p) {
            at.number("p_holm", *lag.adjusted_p);
        }
        at.end();
    }
    lags.end();
    if (shown.of.over == related_over::periods) {
        json_object changes = one.object("changes");
        append_found(changes, each.found.of_changes);
        changes.end();
    }
    one.end();
}

}  // namespace

std::string json_relations(const shown_relations& shown) {
    std::string out;
    json_object all(out);
    all.text("schema", "cxm.relation/1");
    all.text("a", shown.of.a->key);
    all.text("b", shown.of.b->key);
    all.text("over", shown.of.over == related_over::periods ? "periods" : "segments");
    all.number("level", shown.of.level);
    json_array relations = all.array("relations", "\n ");
    for (const metric_relation& each : shown.of.relations) {
        append_relation(relations, shown, each);
    }
    relations.end();
    all.end();
    return out + "\n";
}

}  // namespace cxm
