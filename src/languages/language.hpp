#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace cxm {

/// A text of ours and what it is in another language; both have the same `{}`, which may be numbered there.
struct translation {
    std::string_view english;
    std::string_view own;
};

/// What the catalogue says of a metric, in another language.
struct metric_words {
    std::string_view key;
    std::string_view title;
    std::string_view meaning;
    std::string_view guide;
    std::string_view pitfalls;
    std::string_view rivals;
    std::string_view also_called = {};  ///< other names, with commas between them
};

/// What the catalogue says of a measure, in another language.
struct measure_words {
    std::string_view key;
    std::string_view meaning;
};

/// How numbers and dates are written for people.
struct number_style {
    std::string_view decimal = ".";
    std::string_view group = ",";
    std::string_view before_percent = " ";
    std::string_view before_unit = " ";            ///< between an amount and its currency, a change and its points
    std::array<std::string_view, 12> months = {};  ///< as they stand before a year; empty: dates stay ISO 8601's
    std::string_view quarter = {};                 ///< `{}` for the number of the quarter, then for the year
    std::string_view week = {};                    ///< likewise of ISO weeks
    bool singular_below_two = false;               ///< 0 and 1.5 of a thing stand in the singular
};

/// All that is said in one language other than English, which is said where it is needed. What a table lacks is said
/// in English.
struct language {
    std::string_view code;  ///< `fr`, as --lang takes it
    std::string_view name;  ///< in English
    number_style numbers = {};
    std::span<const std::span<const translation>> words = {};
    std::span<const translation> sentences = {};  ///< what the results say: found by its form, `{}` for anything
    std::span<const std::span<const metric_words>> metrics = {};
    std::span<const measure_words> measures = {};
    std::string (*typeset)(std::string_view text) =
        nullptr;  ///< the spaces and quotes of its typography; null: as typed
};

/// The languages beside English.
std::span<const language* const> languages();

/// Null where there is none of that code.
const language* find_language(std::string_view code);

/// The key of the metric that is called so in one of the languages, in whatever case and with whatever accents; empty
/// where none is.
std::string_view key_called(std::string_view name);

}  // namespace cxm
