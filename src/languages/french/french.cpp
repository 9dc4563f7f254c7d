#include "languages/french/french.hpp"

#include <string>

#include "languages/french/parts.hpp"

namespace cxm {

namespace {

constexpr std::string_view narrow_space = "\u202f";
constexpr std::string_view hard_space = "\u00a0";

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// The space that belongs before a mark; empty where none does.
std::string_view space_before(std::string_view mark) {
    if (mark.starts_with('%') || mark.starts_with(';') || mark.starts_with('!') || mark.starts_with('?')) {
        return narrow_space;
    }
    return mark.starts_with(':') || mark.starts_with("\u00bb") ? hard_space : std::string_view();
}

/// Texts are typed with plain spaces and apostrophes; this gives them those of print.
std::string typeset(std::string_view text) {
    constexpr std::string_view opening = "\u00ab ";
    std::string set;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = text.substr(i);
        const std::string_view space = rest.starts_with(' ') ? space_before(rest.substr(1)) : std::string_view();
        const bool between_letters = i > 0 && i + 1 < text.size() && is_letter(text[i - 1]) && is_letter(text[i + 1]);
        if (!space.empty()) {
            set += space;
        } else if (rest.starts_with(opening)) {
            set.append("\u00ab").append(hard_space);
            i += opening.size() - 1;
        } else if (rest.starts_with('\'') && between_letters) {
            set += "\u2019";
        } else {
            set += text[i];
        }
    }
    return set;
}

const std::span<const translation> words[] = {
    french_tables,    french_explanations,    french_comparisons,      french_checks,          french_trends,
    french_histories, french_pages,           french_charts,           french_plans,           french_relations,
    french_forecasts, french_forecast_tables, french_forecast_reasons, french_forecast_models, french_credit_models,
    french_glossary};

const std::span<const metric_words> metrics[] = {french_customers,  french_commerce, french_surveys, french_marketing,
                                                 french_email,      french_service,  french_value,   french_recurring,
                                                 french_experience, french_savings};

}  // namespace

const language french = {
    .code = "fr",
    .name = "French",
    .numbers = {.decimal = ",",
                .group = narrow_space,
                .before_percent = narrow_space,
                .before_unit = hard_space,
                .months = {"janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
                           "déc."},
                .quarter = "T{} {}",
                .week = "sem. {} {}",
                .singular_below_two = true},
    .words = words,
    .sentences = french_reasons,
    .metrics = metrics,
    .measures = french_measures,
    .typeset = typeset,
};

}  // namespace cxm
