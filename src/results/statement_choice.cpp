#include "results/statement_choice.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace cxm {

std::optional<int> statement::urgency() const {
    if (goal && goal->side() < 0) {
        return 0;
    }
    if (moved == verdict::worse || (chart && chart->is == trend_verdict::concern)) {
        return 1;
    }
    return moved == verdict::better || (chart && chart->is == trend_verdict::improvement) ? std::optional(2)
                                                                                          : std::nullopt;
}

namespace {

bool is_still(const statement& s) {
    return s.moved == verdict::no_clear_change || (s.chart && s.chart->is == trend_verdict::no_change);
}

bool is_of_all(const statement& s) { return s.group.empty(); }

/// The urgent ones, the most urgent first, and those of all groups before those of one.
std::vector<statement> most_urgent(const std::vector<figures_of_metric>& metrics, bool of_single_groups) {
    std::vector<statement> urgent;
    for (const figures_of_metric& figures : metrics) {
        std::copy_if(figures.begin(), figures.end(), std::back_inserter(urgent),
                     [&](const statement& s) { return s.urgency() && !(of_single_groups && is_of_all(s)); });
    }
    std::stable_sort(urgent.begin(), urgent.end(), [](const statement& a, const statement& b) {
        return std::pair(*a.urgency(), !is_of_all(a)) < std::pair(*b.urgency(), !is_of_all(b));
    });
    if (urgent.size() > most_statements) {
        urgent.resize(most_statements);
    }
    return urgent;
}

/// Says once of figures that none moved, where all were judged, of the same periods.
std::optional<statement> still(const std::vector<const statement*>& figures, statement::about is) {
    if (figures.empty() || !std::all_of(figures.begin(), figures.end(), [&](const statement* s) {
            return is_still(*s) && s->period == figures.front()->period &&
                   s->before_name == figures.front()->before_name;
        })) {
        return std::nullopt;
    }
    statement said = *figures.front();
    said.is = is;
    said.judged = figures.size();
    return said;
}

std::vector<const statement*> all_of(const figures_of_metric& figures) {
    std::vector<const statement*> each;
    for (const statement& s : figures) {
        each.push_back(&s);
    }
    return each;
}

/// A sentence for each metric: of all groups, or that none of them moved; then the groups that did.
std::vector<statement> of_asked(const std::vector<figures_of_metric>& metrics) {
    std::vector<statement> said;
    for (const figures_of_metric& figures : metrics) {
        const auto whole = std::find_if(figures.begin(), figures.end(), is_of_all);
        if (whole != figures.end()) {
            said.push_back(*whole);
        } else if (figures.size() == 1) {
            said.push_back(figures.front());
        } else if (auto none = still(all_of(figures), statement::about::still_groups)) {
            none->group.clear();
            said.push_back(std::move(*none));
        }
    }
    const bool has_groups = std::any_of(metrics.begin(), metrics.end(), [](const auto& m) { return m.size() > 1; });
    for (statement& s : has_groups ? most_urgent(metrics, true) : std::vector<statement>()) {
        said.push_back(std::move(s));
    }
    return said;
}

std::vector<statement> of_the_rest(const std::vector<figures_of_metric>& metrics) {
    std::vector<statement> said = most_urgent(metrics, false);
    if (!said.empty()) {
        return said;
    }
    std::vector<const statement*> judged;
    for (const figures_of_metric& figures : metrics) {
        if (figures.size() == 1 && is_still(figures.front())) {
            judged.push_back(&figures.front());
        }
    }
    if (auto none = still(judged, statement::about::still_metrics)) {
        none->of = nullptr;
        said.push_back(std::move(*none));
    }
    return said;
}

}  // namespace

std::vector<statement> chosen(std::vector<figures_of_metric> metrics, bool asked) {
    std::erase_if(metrics, [](const figures_of_metric& figures) { return figures.empty(); });
    return asked ? of_asked(metrics) : of_the_rest(metrics);
}

}  // namespace cxm
