#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "records/group_title.hpp"
#include "results/few_answers.hpp"
#include "text/problem.hpp"
#include "write/trend/words.hpp"
#include "write/trend/years.hpp"

namespace cxm {

std::string_view latest_period(const std::vector<trend>& trends, std::size_t row) {
    std::size_t latest = 0;
    std::string_view period;
    for (const trend& t : trends) {
        const auto last = last_counted(t);
        if (t.row == row && last && (period.empty() || *last > latest)) {
            latest = *last;
            period = t.places[latest].period;
        }
    }
    return period;
}

std::optional<std::size_t> counted_in(const trend& t, std::string_view period) {
    const auto last = last_counted(t);
    return last && t.places[*last].period == period ? last : std::nullopt;
}

namespace {

/// `segment=a: nps, csat; segment=b: nps`: the trends that something holds of.
template <class Holds>
std::string named(const report& of, const std::vector<trend>& trends, Holds holds, const wording& say) {
    std::string text;
    std::optional<std::size_t> group;
    for (const trend& t : trends) {
        if (!holds(t)) {
            continue;
        }
        const std::string title = group_title(of.rows, t.row, "=");
        const bool anew = group && group != t.row;
        text += group == t.row ? ", " : (anew ? "; " : "") + title + std::string(title.empty() ? "" : say(": "));
        text += t.of->key;
        group = t.row;
    }
    return text;
}

void add_if_any(const std::string& names, std::string_view holds, std::vector<std::string>& to, const wording& say) {
    if (!names.empty()) {
        to.push_back(say("{}: {}.", names, holds));
    }
}

/// What the verdicts of a list mean.
void add_verdicts(const std::vector<trend>& trends, std::vector<std::string>& to, const wording& say) {
    const auto any = [&](auto... of) {
        return std::any_of(trends.begin(), trends.end(),
                           [&](const trend& t) { return ((t.chart.verdict == of) || ...); });
    };
    if (any(trend_verdict::improvement, trend_verdict::concern)) {
        const auto one =
            std::find_if(trends.begin(), trends.end(), [](const trend& t) { return t.chart.why.has_value(); });
        to.push_back(say("Improvement and concern: the latest period stands out from what the periods vary by "
                         "anyway; no change: it does not. --metric {} shows why.",
                         one->of->key));
    }
    if (any(trend_verdict::too_few)) {
        to.push_back(say("A verdict takes at least {} periods.", control_chart::least_periods));
    }
}

/// Why trends have no value in the period that the list is of.
void add_absent(const report& of, const std::vector<trend>& trends, std::vector<std::string>& to, const wording& say) {
    std::vector<std::pair<std::string, std::vector<const trend*>>> reasons;
    for (const trend& t : trends) {
        const std::string_view period = latest_period(trends, t.row);
        const auto place =
            std::find_if(t.places.begin(), t.places.end(), [&](const trend_place& p) { return p.period == period; });
        if (counted_in(t, period) || place == t.places.end()) {
            continue;
        }
        const std::string why = say("no value in {}: {}", shown(say.period(period)), why_no_value(of, t, *place, say));
        const auto same = std::find_if(reasons.begin(), reasons.end(), [&](const auto& r) { return r.first == why; });
        (same == reasons.end() ? reasons.emplace_back(why, std::vector<const trend*>()) : *same).second.push_back(&t);
    }
    for (const auto& [why, of_trends] : reasons) {
        add_if_any(named(
                       of, trends,
                       [&, &whose = of_trends](const trend& t) {
                           return std::find(whose.begin(), whose.end(), &t) != whose.end();
                       },
                       say),
                   why, to, say);
    }
}

}  // namespace

std::vector<std::string> list_remarks(const report& of, const std::vector<trend>& trends, const wording& say) {
    std::vector<std::string> texts;
    if (is_in_order_of_input(of)) {
        texts.emplace_back(say(order_of_input));
    }
    if (std::any_of(trends.begin(), trends.end(), [](const trend& t) { return t.chart.trial; })) {
        texts.push_back(say("Fewer than {} periods: verdicts are provisional.", control_chart::settled_periods));
    }
    add_verdicts(trends, texts, say);
    add_if_any(named(
                   of, trends,
                   [&](const trend& t) {
                       const auto last = last_counted(t);
                       return last && has_few_answers(of, t, t.places[*last]);
                   },
                   say),
               say(few_answers), texts, say);
    add_if_any(named(of, trends, limits_span_all, say), say(joins_answers), texts, say);
    add_absent(of, trends, texts, say);
    if (!trends.empty() && trends.front().on_year) {
        const bool part = std::any_of(trends.begin(), trends.end(),
                                      [](const trend& t) { return t.on_year->change && !t.on_year->whole_year; });
        texts.push_back(
            say("{}: the periods of the last year, each against the same one of the year before, all together; "
                "of shares, NPS and means of answers, and no word means no clear change.",
                say(year_on_year))
                .append(part ? say(" Less than a whole year says nothing of the season.") : ""));
    }
    return texts;
}

}  // namespace cxm
