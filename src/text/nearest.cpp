#include "text/nearest.hpp"

#include <algorithm>

#include "text/ascii.hpp"
#include "text/pieces.hpp"
#include "text/problem.hpp"

namespace cxm {

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

std::string lowered(std::string_view text) {
    std::string small(text);
    std::transform(small.begin(), small.end(), small.begin(), lower);
    return small;
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
    const std::string meant = lowered(misspelt);
    for (const std::string_view key : keys) {
        const std::size_t steps = distance(meant, lowered(key));
        if (steps < best_distance && steps < key.size()) {
            best = key;
            best_distance = steps;
        }
    }
    return best;
}

std::vector<std::string_view> by_nearness(std::string_view misspelt, std::vector<std::string_view> keys) {
    constexpr std::size_t compared = 64;
    const std::string meant = lowered(misspelt.substr(0, compared));
    std::vector<std::pair<std::size_t, std::string_view>> near;
    for (const std::string_view key : keys) {
        near.emplace_back(distance(meant, lowered(key.substr(0, compared))), key);
    }
    std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::transform(near.begin(), near.end(), keys.begin(), [](const auto& each) { return each.second; });
    return keys;
}

std::string those_there_are(std::string_view what, const std::vector<std::string_view>& names) {
    if (names.empty()) {
        return "; there are no " + std::string(what);
    }
    std::string text = "; the " + std::string(what);
    std::string_view joint = " are ";
    constexpr std::size_t most = 400;
    for (const std::string_view name : names) {
        text += std::string(joint) + (text.size() < most ? shown(name) : "…");
        if (text.size() >= most) {
            break;
        }
        joint = ", ";
    }
    return text;
}

std::vector<std::string_view> several_of(std::string_view text, const std::vector<std::string_view>& names) {
    const std::vector<std::string_view> parts = between_commas(text);
    const bool are_names = std::all_of(parts.begin(), parts.end(), [&](std::string_view part) {
        return std::find(names.begin(), names.end(), part) != names.end();
    });
    return are_names && parts.size() > 1 ? parts : std::vector<std::string_view>();
}

std::string meant_is(std::string_view key) { return " (did you mean " + quote_of(key) + "?)"; }

std::string did_you_mean(std::string_view misspelt, const std::vector<std::string_view>& keys) {
    const std::string_view key = nearest(misspelt, keys);
    return key.empty() ? std::string() : meant_is(key);
}

}  // namespace cxm
