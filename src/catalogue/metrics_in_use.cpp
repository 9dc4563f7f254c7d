#include "catalogue/metrics_in_use.hpp"

#include <algorithm>
#include <cxm/catalogue.hpp>
#include <iterator>

#include "text/problem.hpp"

namespace cxm {

catalogue::catalogue() : measures_(all_measures()) {
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

const measure* catalogue::find_measure(std::string_view key) const {
    const auto at = std::find_if(measures_.begin(), measures_.end(), [&](const measure* m) { return m->key == key; });
    return at == measures_.end() ? nullptr : *at;
}

}  // namespace cxm
