#include "languages/dictionary.hpp"

#include <map>
#include <memory>
#include <utility>

#include "languages/plain_letters.hpp"

namespace cxm {

dictionary::dictionary(const language& of, bool ascii) : of_(of), ascii_(ascii), numbers_(of.numbers) {
    const auto as_shown = [&](std::string_view text) { return kept(printed(text)); };
    for (std::string_view* const text : {&numbers_.group, &numbers_.before_percent, &numbers_.before_unit}) {
        *text = as_shown(*text);
    }
    for (std::string_view& month : numbers_.months) {
        month = as_shown(month);
    }
    for (const auto part : of.words) {
        for (const translation& t : part) {
            words_.emplace(t.english, as_shown(t.own));
        }
    }
    for (const translation& t : of.sentences) {
        sentences_.push_back({t.english, as_shown(t.own)});
    }
    for (const auto theme : of.metrics) {
        for (const metric_words& m : theme) {
            metrics_.emplace(m.key, metric_words{m.key, as_shown(m.title), as_shown(m.meaning), as_shown(m.guide),
                                                 as_shown(m.pitfalls), as_shown(m.rivals)});
        }
    }
    for (const measure_words& m : of.measures) {
        measures_.emplace(m.key, measure_words{m.key, as_shown(m.meaning)});
    }
}

std::string dictionary::printed(std::string_view typed) const {
    return ascii_ ? in_plain_letters(typed) : of_.typeset != nullptr ? of_.typeset(typed) : std::string(typed);
}

std::string_view dictionary::find(std::string_view english) const {
    const auto at = words_.find(english);
    return at == words_.end() ? english : at->second;
}

const metric_words* dictionary::find_metric(std::string_view key) const {
    const auto at = metrics_.find(key);
    return at == metrics_.end() ? nullptr : &at->second;
}

const measure_words* dictionary::find_measure(std::string_view key) const {
    const auto at = measures_.find(key);
    return at == measures_.end() ? nullptr : &at->second;
}

const dictionary& dictionary_of(const language& of, bool ascii) {
    static std::map<std::pair<const language*, bool>, std::unique_ptr<dictionary>> opened;
    auto& one = opened[{&of, ascii}];
    if (!one) {
        one = std::make_unique<dictionary>(of, ascii);
    }
    return *one;
}

}  // namespace cxm
