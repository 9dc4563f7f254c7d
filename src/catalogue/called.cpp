#include "catalogue/called.hpp"

#include <algorithm>
#include <vector>

#include "text/folded.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// The words of a name, sorted.
std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words(1);
    for (const char c : folded(name)) {
        if (is_letter(c)) {
            words.back() += c;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) {
        words.pop_back();
    }
    std::sort(words.begin(), words.end());
    return words;
}

std::string letters_of(std::string_view name) {
    std::string letters = folded(name);
    std::erase_if(letters, [](char c) { return !is_letter(c); });
    return letters;
}

bool has_words_of(const measure& m, std::string_view name) { return words_of(name) == words_of(m.key); }

std::vector<std::string_view> keys_of(const catalogue& known) {
    std::vector<std::string_view> keys;
    for (const measure* m : known.measures()) {
        keys.push_back(m->key);
    }
    return keys;
}

bool is_called(const measure& m, std::string_view name) {
    const std::string letters = letters_of(name);
    std::string_view rest = m.also_called;
    while (!rest.empty()) {
        const std::string_view other = rest.substr(0, rest.find(','));
        if (letters == letters_of(other)) {
            return true;
        }
        rest.remove_prefix(std::min(other.size() + 1, rest.size()));
    }
    return letters == letters_of(m.key) || has_words_of(m, name);
}

}  // namespace

const measure* measure_called(const catalogue& known, std::string_view name) {
    constexpr std::size_t longest = 64;
    if (name.size() > longest || letters_of(name).empty()) {
        return nullptr;
    }
    const auto& measures = known.measures();
    const auto at =
        std::find_if(measures.begin(), measures.end(), [&](const measure* m) { return is_called(*m, name); });
    return at == measures.end() ? nullptr : *at;
}

bool is_spelled_nearly(const catalogue& known, std::string_view name) {
    const auto& measures = known.measures();
    return !nearest(name, keys_of(known)).empty() ||
           std::any_of(measures.begin(), measures.end(), [&](const measure* m) { return has_words_of(*m, name); });
}

std::string meant_measure(const catalogue& known, std::string_view name) {
    const measure* const called = measure_called(known, name);
    return called == nullptr ? did_you_mean(name, keys_of(known)) : meant_is(called->key);
}

}  // namespace cxm
