#include "run/metrics_wanted.hpp"

#include <unistd.h>

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
        if (known.find_metric_typed(file) != nullptr && access(file.c_str(), F_OK) != 0) {
            throw bad_usage("--metrics names a file of metrics of your own, and there is none that is called " +
                            quoted(file) + "; where a metric is meant, --metric " + shown(file) + " picks it");
        }
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

std::vector<const metric*> metrics_of(const catalogue& known, const std::vector<std::string>& texts) {
    std::vector<const metric*> picked;
    for (const std::string& text : texts) {
        for (std::size_t from = 0; from <= text.size();) {
            const std::size_t end = std::min(text.find(',', from), text.size());
            const metric* m = &metric_of(known, text.substr(from, end - from));
            if (std::find(picked.begin(), picked.end(), m) == picked.end()) {
                picked.push_back(m);
            }
            from = end + 1;
        }
    }
    return picked;
}

}  // namespace cxm
