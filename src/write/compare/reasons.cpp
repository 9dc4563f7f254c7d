#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "records/group_title.hpp"
#include "write/compare/parts.hpp"

namespace cxm {

namespace {

/// Whether a change stands as it is beside others that are judged together.
bool is_alone(const compared& c, const comparison& of) {
    return of.tests > 1 && of.options.adjust != adjustment::none && c.change.limits && !c.change.p;
}

/// Why a change has no verdict, or one that was come to in another way; empty where there is nothing to say.
std::string reason_of(const compared& c, const comparison& of, const comparison_options& options, bool with_p) {
    if (!c.change.change) {
        const bool lacks_first = !c.before.comes_to.ok();
        return fmt::format("{} ({})", options.say.finished(why_no_value(lacks_first ? c.before : c.after)),
                           lacks_first ? options.before_name : options.after_name);
    }
    if (with_p && is_alone(c, of)) {
        return std::string(options.say("judged by its own interval, as there is no p"));
    }
    const bool of_totals = c.change.is == verdict::none && c.change.why == needs_single_values;
    return options.say.finished(c.change.why)
        .append(of_totals ? options.say("; cxm trend shows whether they moved more than usual") : "");
}

/// `segment=a`, `segment=a and segment=b`, `segment=a and 4 others`.
std::string groups_text(const std::vector<std::size_t>& rows, const comparison& of, const wording& say) {
    const std::string first = group_title(of.before.rows, rows.front(), "=");
    return rows.size() == 1   ? first
           : rows.size() == 2 ? say("{} and {}", first, group_title(of.before.rows, rows.back(), "="))
                              : say("{} and {} others", first, rows.size() - 1);
}

/// The metrics and groups that share a reason; no groups where it holds wherever the metrics stand.
struct shared_reason {
    bool judged;
    std::string why;
    std::vector<std::string_view> keys = {};
    std::vector<std::size_t> rows = {};
};

std::string text_of(const shared_reason& reason, const comparison& of, const wording& say) {
    const std::string groups = reason.rows.empty() ? "" : groups_text(reason.rows, of, say);
    const std::string keys = fmt::format("{}", fmt::join(reason.keys, ", "));
    return reason.judged    ? say("{}{}{}: {}.", groups, groups.empty() ? "" : say(": "), keys, reason.why)
           : groups.empty() ? say("No verdict for {}: {}.", keys, reason.why)
                            : say("No verdict for {} in {}: {}.", keys, groups, reason.why);
}

}  // namespace

std::vector<std::string> reasons_of(const comparison& of, const comparison_options& options, bool with_p) {
    std::vector<shared_reason> of_metrics;
    std::map<std::string_view, std::size_t> groups_with;
    for (const compared& c : of.changes) {
        ++groups_with[c.before.of->key];
        const bool judged = c.change.is != verdict::none;
        const std::string why = reason_of(c, of, options, with_p);
        if (why.empty()) {
            continue;
        }
        const auto same = std::find_if(of_metrics.begin(), of_metrics.end(), [&](const shared_reason& r) {
            return r.judged == judged && r.why == why && r.keys.front() == c.before.of->key;
        });
        (same == of_metrics.end() ? of_metrics.emplace_back(shared_reason{judged, why, {c.before.of->key}}) : *same)
            .rows.push_back(c.row_before);
    }
    std::vector<shared_reason> reasons;
    for (shared_reason& one : of_metrics) {
        if (one.rows.size() == groups_with[one.keys.front()]) {
            one.rows.clear();
        }
        const auto same = std::find_if(reasons.begin(), reasons.end(), [&](const shared_reason& r) {
            return r.judged == one.judged && r.why == one.why && r.rows == one.rows;
        });
        if (same == reasons.end()) {
            reasons.push_back(std::move(one));
        } else {
            same->keys.push_back(one.keys.front());
        }
    }
    std::stable_partition(reasons.begin(), reasons.end(), [](const shared_reason& r) { return !r.judged; });
    std::vector<std::string> texts;
    for (const shared_reason& reason : reasons) {
        texts.push_back(text_of(reason, of, options.say));
    }
    return texts;
}

}  // namespace cxm
