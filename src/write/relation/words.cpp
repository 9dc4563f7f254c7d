#include "write/relation/words.hpp"

#include <cmath>
#include <cstdlib>

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
    const wording& say = shown.drawn.say;
    if (shown.of.over == related_over::segments) {
        return std::string(say("segments"));
    }
    if (lag == 0) {
        return std::string(say("same period"));
    }
    const metric& later = lag > 0 ? *shown.of.b : *shown.of.a;
    const int periods = std::abs(lag);
    return periods == 1 ? say("{} {} period later", later.key, periods)
                        : say("{} {} periods later", later.key, periods);
}

std::string verdict_of(const shown_relations& shown, const lagged_correlation& best) {
    const auto& [lag, found, adjusted] = best;
    const wording& say = shown.drawn.say;
    const std::string_view a = shown.of.a->key;
    const std::string_view b = shown.of.b->key;
    if (!found.rho) {
        return say("{}: nothing can be said", say.finished(found.why));
    }
    if (!is_told(best, shown.of.level)) {
        return say("no sign that {} goes with {}", a, b);
    }
    const std::string later = lag == 0 ? "" : " (" + lag_in_words(shown, lag) + ")";
    return *found.rho > 0 ? say("where {} is higher, {} is higher{}", a, b, later)
                          : say("where {} is higher, {} is lower{}", a, b, later);
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
    return std::string(shown.drawn.say(
        is_told(of_changes, shown.of.level)
            ? "their changes from period to period go together too"
            : "their changes from period to period do not: two series that both drift agree without that"));
}

}  // namespace

std::string relation_title(const shown_relations& shown, const metric_relation& one) {
    const std::size_t n = plain_one(one).at_lag.n;
    const bool over_periods = shown.of.over == related_over::periods;
    const wording& say = shown.drawn.say;
    std::string text =
        say("{} and {} over {}", shown.of.a->key, shown.of.b->key,
            over_periods ? counted(say, n, "{} period", "{} periods") : counted(say, n, "{} segment", "{} segments"));
    const std::string group = over_periods ? group_title(shown.figures.rows, one.row)
                                           : escaped(say.period(shown.figures.rows.periods[one.row]));
    return group.empty() ? text : text + ", " + group;
}

std::vector<relation_line> lines_of(const shown_relations& shown, const metric_relation& one) {
    std::vector<relation_line> lines;
    for (const lagged_correlation& each : one.found.lags) {
        lines.push_back({lag_in_words(shown, each.lag), each.at_lag, each.adjusted_p, is_told(each, shown.of.level)});
    }
    if (shown.of.over == related_over::periods) {
        const lagged_correlation of_changes{0, one.found.of_changes, std::nullopt};
        lines.push_back({std::string(shown.drawn.say("changes")), one.found.of_changes, std::nullopt,
                         is_told(of_changes, shown.of.level)});
    }
    return lines;
}

std::vector<std::string> remarks_on(const shown_relations& shown, const metric_relation& one) {
    const wording& say = shown.drawn.say;
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
        remarks.push_back(say("so many pairs tell a rho from {} on from none", fixed(*one.detectable, 2, say)));
    }
    if (one.without_value != 0) {
        remarks.push_back(
            over_periods
                ? counted(say, one.without_value, "{} period lacks a value of one of them, or is not complete",
                          "{} periods lack a value of one of them, or are not complete")
                : counted(say, one.without_value, "{} segment lacks a value of one of them, or is not complete",
                          "{} segments lack a value of one of them, or are not complete"));
    }
    remarks.emplace_back(say(over_periods ? "goes with, not drives: both may follow something else"
                                          : "goes with, not drives, and of segments, not of persons"));
    return remarks;
}

std::string rho_text(const std::optional<double>& rho, const wording& say) { return rho ? fixed(*rho, 2, say) : "-"; }

std::string p_text(const std::optional<double>& p, const wording& say) {
    return !p ? "-" : *p < 0.001 ? say.number("< 0.001") : fixed(*p, 3, say);
}

}  // namespace cxm
