#include "write/relation/words.hpp"

#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

#include "records/group_title.hpp"
#include "text/shown.hpp"
#include "write/people.hpp"

namespace cxm {

namespace {

/// The relation of the same period, where lags are asked for and it is among them, else the first.
const lagged_correlation& plain_one(const metric_relation& one) {
    for (const lagged_correlation& each : one.found.lags) {
        if (each.lag == 0) {
            return each;
        }
    }
    return one.found.lags.front();
}

std::string lag_in_words(const shown_relations& shown, int lag) {
    if (shown.of.over == related_over::segments) {
        return "segments";
    }
    if (lag == 0) {
        return "same period";
    }
    const metric& later = lag > 0 ? *shown.of.b : *shown.of.a;
    const int periods = std::abs(lag);
    return fmt::format("{} {} period{} later", later.key, periods, periods == 1 ? "" : "s");
}

std::string verdict_of(const shown_relations& shown, const lagged_correlation& best) {
    const auto& [lag, found, adjusted] = best;
    if (!found.rho) {
        return std::string(found.why) + ": nothing can be said";
    }
    if (!is_told(best, shown.of.level)) {
        return fmt::format("no sign that {} goes with {}", shown.of.a->key, shown.of.b->key);
    }
    return fmt::format("where {} is higher, {} is {}{}", shown.of.a->key, shown.of.b->key,
                       *found.rho > 0 ? "higher" : "lower", lag == 0 ? "" : " (" + lag_in_words(shown, lag) + ")");
}

/// The one with the least p among the lags.
const lagged_correlation& clearest(const metric_relation& one) {
    const lagged_correlation* best = &plain_one(one);
    for (const lagged_correlation& each : one.found.lags) {
        if (each.adjusted_p && (!best->adjusted_p || *each.adjusted_p < *best->adjusted_p)) {
            best = &each;
        }
    }
    return *best;
}

std::string remark_on_changes(const shown_relations& shown, const metric_relation& one) {
    const lagged_correlation of_changes{0, one.found.of_changes, std::nullopt};
    if (!one.found.of_changes.rho) {
        return {};
    }
    return is_told(of_changes, shown.of.level)
               ? "their changes from period to period go together too"
               : "their changes from period to period do not: two series that both drift agree without that";
}

}  // namespace

std::string relation_title(const shown_relations& shown, const metric_relation& one) {
    const std::size_t n = plain_one(one).at_lag.n;
    const bool over_periods = shown.of.over == related_over::periods;
    std::string text =
        fmt::format("{} and {} over {} {}", shown.of.a->key, shown.of.b->key, people_count(static_cast<double>(n)),
                    over_periods ? (n == 1 ? "period" : "periods") : (n == 1 ? "segment" : "segments"));
    const std::string group =
        over_periods ? group_title(shown.figures.rows, one.row) : escaped(shown.figures.rows.periods[one.row]);
    return group.empty() ? text : text + ", " + group;
}

std::vector<relation_line> lines_of(const shown_relations& shown, const metric_relation& one) {
    std::vector<relation_line> lines;
    for (const lagged_correlation& each : one.found.lags) {
        lines.push_back({lag_in_words(shown, each.lag), each.at_lag, each.adjusted_p, is_told(each, shown.of.level)});
    }
    if (shown.of.over == related_over::periods) {
        const lagged_correlation of_changes{0, one.found.of_changes, std::nullopt};
        lines.push_back({"changes", one.found.of_changes, std::nullopt, is_told(of_changes, shown.of.level)});
    }
    return lines;
}

std::vector<std::string> remarks_on(const shown_relations& shown, const metric_relation& one) {
    std::vector<std::string> remarks;
    const lagged_correlation& best = clearest(one);
    const bool over_periods = shown.of.over == related_over::periods;
    remarks.push_back(verdict_of(shown, best));
    if (over_periods && is_told(best, shown.of.level)) {
        if (std::string text = remark_on_changes(shown, one); !text.empty()) {
            remarks.push_back(std::move(text));
        }
    }
    if (one.detectable) {
        remarks.push_back(fmt::format("so many pairs tell a rho from {:.2f} on from none", *one.detectable));
    }
    if (one.without_value != 0) {
        remarks.push_back(fmt::format("{} {}{} lack a value of one of them, or are not complete", one.without_value,
                                      over_periods ? "period" : "segment", one.without_value == 1 ? "" : "s"));
    }
    remarks.emplace_back(over_periods ? "goes with, not drives: both may follow something else"
                                      : "goes with, not drives, and of segments, not of persons");
    return remarks;
}

std::string rho_text(const std::optional<double>& rho) { return rho ? fixed(*rho, 2) : "-"; }

std::string p_text(const std::optional<double>& p) {
    return !p ? "-" : *p < 0.001 ? "< 0.001" : fmt::format("{:.3f}", *p);
}

}  // namespace cxm
