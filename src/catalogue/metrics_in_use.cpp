#include "catalogue/metrics_in_use.hpp"

#include <algorithm>
#include <cxm/catalogue.hpp>
#include <iterator>
#include <optional>

#include "text/problem.hpp"

namespace cxm {

namespace {

/// How the level of a measure is shown; of ours none of squares and assumed rates.
std::optional<as> shape_of_level(const measure& m, bool is_own) {
    switch (m.of) {
        case unit::money: return as::money;
        case unit::seconds: return as::seconds;
        case unit::points:
        case unit::number: return is_own ? std::optional(as::score) : std::nullopt;
        case unit::ratio: return is_own ? std::optional(as::ratio) : std::nullopt;
        default: return as::count;
    }
}

/// The direction of the first metric that divides the measure by something: fewer customers_lost are better, as in
/// churn.
good direction_of_level(const measure& m) {
    for (const metric* known : all_metrics()) {
        const auto steps = known->value.steps();
        if (steps.size() == 3 && steps[2].does == operation::divide && *known->value.inputs()[0] == m) {
            return known->better;
        }
    }
    return good::higher;
}

}  // namespace

void catalogue::add_level(const measure& m) {
    if (const auto shape = shape_of_level(m, has_own(m.key))) {
        levels_.push_back({.key = m.key,
                           .title = m.key,
                           .meaning = m.meaning,
                           .value = m,
                           .shown = *shape,
                           .better = direction_of_level(m)});
    }
}

catalogue::catalogue() : measures_(all_measures()) {
    for (const measure* m : measures_) {
        add_level(*m);
    }
    for (const theme& t : cxm::themes) {
        themes_.push_back({t.title, {t.metrics.begin(), t.metrics.end()}});
    }
}

std::vector<const metric*> catalogue::metrics() const {
    std::vector<const metric*> together;
    for (const group& theme : themes_) {
        together.insert(together.end(), theme.metrics.begin(), theme.metrics.end());
    }
    return together;
}

const metric* catalogue::find_metric(std::string_view key) const {
    for (const group& theme : themes_) {
        for (const metric* m : theme.metrics) {
            if (m->key == key) {
                return m;
            }
        }
    }
    return nullptr;
}

const metric* catalogue::find_metric_typed(std::string key) const {
    std::replace(key.begin(), key.end(), '-', '_');
    return find_metric(key);
}

const metric* catalogue::find_level_typed(std::string key) const {
    if (const metric* const m = find_metric_typed(key)) {
        return m;
    }
    std::replace(key.begin(), key.end(), '-', '_');
    const auto at = std::find_if(levels_.begin(), levels_.end(), [&](const metric& m) { return m.key == key; });
    return at == levels_.end() ? nullptr : &*at;
}

const measure* catalogue::find_measure(std::string_view key) const {
    const auto at = std::find_if(measures_.begin(), measures_.end(), [&](const measure* m) { return m->key == key; });
    return at == measures_.end() ? nullptr : *at;
}

}  // namespace cxm
