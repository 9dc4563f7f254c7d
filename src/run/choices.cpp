#include "run/choices.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"

namespace cxm {

std::string listed(choices all) {
    std::string text;
    for (const choice& c : all) {
        // A mark would be lost among the commas.
        text += (text.empty() ? "" : ", ") + (c.word.size() == 1 ? quoted(c.word) : std::string(c.word));
    }
    return text;
}

std::string either(choices all) { return listed(all.first(all.size() - 1)) + " or " + listed(all.last(1)); }

std::size_t place_of(std::string_view of, std::string_view word, choices all) {
    const auto at = std::find_if(all.begin(), all.end(), [&](const choice& c) { return c.word == word; });
    if (at == all.end()) {
        std::vector<std::string_view> words;
        for (const choice& c : all) {
            words.push_back(c.word);
        }
        throw bad_usage(
            fmt::format("{}: unknown {}{}; one of {}", of, quoted(word), did_you_mean(word, words), listed(all)));
    }
    return static_cast<std::size_t>(at - all.begin());
}

}  // namespace cxm
