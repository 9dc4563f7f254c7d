#include "plan/plan.hpp"

#include <algorithm>

#include "plan/sources.hpp"

namespace cxm {

namespace {

void add_people_sources(const plan& p, std::vector<measure_source>& to) {
    if (p.subscriptions && p.people) {
        to.push_back({back_measure, "the subscriptions"});
    }
    for (const std::string_view measure : order_measures) {
        if (p.orders) {
            to.push_back({measure, "the orders"});
        }
    }
    if (p.orders && !p.orders->amount.empty()) {
        to.push_back({amount_of_orders, "the orders"});
    }
    for (const std::string_view measure : order_stock_measures) {
        if (p.orders && p.orders->lost_after) {
            to.push_back({measure, "the orders"});
        }
    }
    for (const std::string_view measure : recurring_measures) {
        if (p.amounts) {
            to.push_back({measure, "the amounts"});
        }
    }
}

}  // namespace

std::vector<measure_source> sources_of(const plan& p, const catalogue& known) {
    std::vector<measure_source> sources;
    for (const plan::survey& s : p.surveys) {
        for (const survey_kind::figure_made& figure : figures_of(s)) {
            sources.push_back({figure.measure, "the " + std::string(s.of->key) + " survey"});
        }
        if (!p.weight.empty()) {
            sources.push_back({s.of->weights_squared, "the weights of the " + std::string(s.of->key) + " survey"});
        }
    }
    for (const std::string_view measure : stay_measures) {
        if (p.subscriptions) {
            sources.push_back({measure, "the subscriptions"});
        }
    }
    add_people_sources(p, sources);
    for (const plan::own_measure& m : p.measures) {
        for (const plan::own_measure& part : parts_of(m, known)) {
            const measure* const of = known.find_measure(part.name);
            sources.push_back({of == nullptr ? std::string_view(m.name) : of->key, "an expression"});
        }
    }
    return sources;
}

bool counts_rows(const plan& p) { return !p.surveys.empty() || !p.measures.empty(); }

std::vector<const measure*> measures_of(const plan& p, const catalogue& known) {
    const std::vector<measure_source> sources = sources_of(p, known);
    std::vector<const measure*> counted;
    for (const measure* m : known.measures()) {
        if (std::any_of(sources.begin(), sources.end(), [&](const measure_source& s) { return s.measure == m->key; })) {
            counted.push_back(m);
        }
    }
    return counted;
}

const plan::survey* plan::find(const survey_kind& of) const {
    const auto at = std::find_if(surveys.begin(), surveys.end(), [&](const survey& s) { return s.of == &of; });
    return at == surveys.end() ? nullptr : &*at;
}

}  // namespace cxm
