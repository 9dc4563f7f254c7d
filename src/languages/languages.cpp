#include <algorithm>
#include <string>

#include "languages/french/french.hpp"
#include "languages/language.hpp"
#include "text/folded.hpp"
#include "text/pieces.hpp"

namespace cxm {

namespace {

constexpr const language* known_languages[] = {&french};

/// Letters and digits alone: apostrophes and hyphens are written in many ways.
std::string bare_name(std::string_view name) {
    std::string letters = folded(name);
    std::erase_if(letters, [](char c) { return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')); });
    return letters;
}

bool is_named(const metric_words& m, const std::string& bare) {
    const auto others = between_commas(m.also_called);
    return bare_name(m.title) == bare ||
           std::any_of(others.begin(), others.end(), [&](std::string_view other) { return bare_name(other) == bare; });
}

}  // namespace

std::span<const language* const> languages() { return known_languages; }

const language* find_language(std::string_view code) {
    const auto* const at = std::find_if(std::begin(known_languages), std::end(known_languages),
                                        [&](const language* each) { return each->code == code; });
    return at == std::end(known_languages) ? nullptr : *at;
}

std::string_view key_called(std::string_view name) {
    constexpr std::size_t longest = 100;
    const std::string bare = name.size() > longest ? std::string() : bare_name(name);
    for (const language* each : languages()) {
        for (const auto theme : each->metrics) {
            const auto at = std::find_if(theme.begin(), theme.end(),
                                         [&](const metric_words& m) { return !bare.empty() && is_named(m, bare); });
            if (at != theme.end()) {
                return at->key;
            }
        }
    }
    return {};
}

}  // namespace cxm
