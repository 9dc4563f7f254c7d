#include "run/flags/choices.hpp"

#include <fmt/format.h>

#include "text/nearest.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

// A mark would be lost among the commas.
std::string told(std::string_view word) { return word.size() == 1 ? quote_of(word) : std::string(word); }

}  // namespace

std::string listed(const choices& words) {
    std::string text;
    for (const choice& c : words) {
        text += (text.empty() ? "" : ", ") + told(c.word);
    }
    return text;
}

std::string either(const choices& words) {
    return listed(choices(words.begin(), words.end() - 1)) + " or " + told(words.back().word);
}

std::size_t place_of(std::string_view of, std::string_view word, const choices& words) {
    const auto at = std::find_if(words.begin(), words.end(), [&](const choice& c) { return c.word == word; });
    if (at == words.end()) {
        std::vector<std::string_view> known;
        for (const choice& c : words) {
            known.push_back(c.word);
        }
        throw bad_usage(
            fmt::format("{}: unknown {}{}; one of {}", of, quote_of(word), did_you_mean(word, known), listed(words)));
    }
    return static_cast<std::size_t>(at - words.begin());
}

}  // namespace cxm
