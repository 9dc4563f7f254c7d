#include "catalogue.hpp"

#include <algorithm>
#include <cxm/catalogue.hpp>
#include <iterator>

#include "problem.hpp"

namespace cxm {

catalogue::catalogue() : measures_(all_measures()) {
    for (const theme& t : cxm::themes) {
        themes_.push_back({t.title, {t.metrics.begin(), t.metrics.end()}});
    }
}

std::vector<const metric*> catalogue::metrics() const {
    std::vector<const metric*> all;
    for (const group& theme : themes_) {
        all.insert(all.end(), theme.metrics.begin(), theme.metrics.end());
    }
    return all;
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

bool is_reserved(std::string_view key) {
    constexpr std::string_view names[] = {
        "report", "check", "compare", "tally",       "sql",   "explain", "list",   "export",   "completion", "version",
        "trend",  "solve", "sample",  "sensitivity", "merge", "help",    "period", "complete", "records",    "metric"};
    return std::find(std::begin(names), std::end(names), key) != std::end(names);
}

namespace {

/// Insertions, deletions, substitutions and swaps of neighbours that lead from one word to the other.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> steps(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                steps[i][j] = i + j;
                continue;
            }
            const std::size_t substituted = steps[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            steps[i][j] = std::min({steps[i - 1][j] + 1, steps[i][j - 1] + 1, substituted});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                steps[i][j] = std::min(steps[i][j], steps[i - 2][j - 2] + 1);
            }
        }
    }
    return steps[a.size()][b.size()];
}

}  // namespace

namespace {

std::string lower(std::string_view text) {
    std::string made(text);
    std::transform(made.begin(), made.end(), made.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return made;
}

}  // namespace

std::string_view nearest(std::string_view misspelt, const std::vector<std::string_view>& keys) {
    constexpr std::size_t longest = 64;
    std::string_view best;
    // A third of the word may be wrong, and at least a letter; more is another word.
    std::size_t best_distance = std::max<std::size_t>(misspelt.size() / 3, 1) + 1;
    if (misspelt.size() > longest) {
        return best;
    }
    const std::string meant = lower(misspelt);
    for (const std::string_view key : keys) {
        const std::size_t steps = distance(meant, lower(key));
        if (steps < best_distance && steps < key.size()) {
            best = key;
            best_distance = steps;
        }
    }
    return best;
}

std::string did_you_mean(std::string_view misspelt, const std::vector<std::string_view>& keys) {
    const std::string_view key = nearest(misspelt, keys);
    return key.empty() ? std::string() : " (did you mean " + quoted(key) + "?)";
}

}  // namespace cxm
