#include "run/metrics_wanted.hpp"

#include <algorithm>

#include "run/command.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "values/document.hpp"

namespace cxm {

void add_metrics_flag(std::vector<flag>& to, std::vector<std::string>& into) {
    to.push_back({"--metrics", "FILE", "Metrics of your own, a JSON file (repeatable)", &into, "Input"});
}

catalogue catalogue_of(const std::vector<std::string>& metric_files) {
    std::vector<std::string_view> reserved;
    for (const command& c : commands()) {
        reserved.push_back(c.name);
    }
    catalogue known;
    for (const std::string& file : metric_files) {
        known.add(read_text(file), file, reserved);
    }
    return known;
}

const metric& metric_of(const catalogue& known, const std::string& key) {
    if (const metric* m = known.find_metric_typed(key)) {
        return *m;
    }
    std::vector<std::string_view> keys;
    for (const metric* m : known.metrics()) {
        keys.push_back(m->key);
    }
    throw bad_usage("unknown metric " + quoted(key) + did_you_mean(key, keys) + "; see 'cxm list'");
}

std::vector<const metric*> metrics_of(const catalogue& known, const std::vector<std::string>& keys) {
    std::vector<const metric*> picked;
    for (const std::string& key : keys) {
        const metric* m = &metric_of(known, key);
        if (std::find(picked.begin(), picked.end(), m) == picked.end()) {
            picked.push_back(m);
        }
    }
    return picked;
}

}  // namespace cxm
