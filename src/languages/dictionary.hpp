#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "languages/language.hpp"

namespace cxm {

/// The table of a language in a form that is quick to search; for terminals that show ASCII alone without accents.
class dictionary {
public:
    dictionary(const language& of, bool ascii);
    dictionary(const dictionary&) = delete;
    dictionary& operator=(const dictionary&) = delete;

    std::string_view code() const { return of_.code; }

    /// A text of the language as it is shown.
    std::string printed(std::string_view typed) const;

    /// The text itself where the language has none for it.
    std::string_view find(std::string_view english) const;
    bool has(std::string_view english) const { return words_.contains(english); }

    /// Null where the language has none.
    const metric_words* find_metric(std::string_view key) const;
    const measure_words* find_measure(std::string_view key) const;

    const number_style& numbers() const { return numbers_; }

    /// The forms of finished sentences, in their order.
    const std::vector<translation>& sentences() const { return sentences_; }

private:
    const language& of_;
    bool ascii_;
    std::deque<std::string> texts_;  ///< what the others point into
    number_style numbers_;
    std::unordered_map<std::string_view, std::string_view> words_;
    std::vector<translation> sentences_;
    std::unordered_map<std::string_view, metric_words> metrics_;
    std::unordered_map<std::string_view, measure_words> measures_;

    std::string_view kept(std::string text) { return texts_.emplace_back(std::move(text)); }
};

/// The dictionary of a language, once for the whole run.
const dictionary& dictionary_of(const language& of, bool ascii);

}  // namespace cxm
