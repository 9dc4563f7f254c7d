#include "values/period_looks.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include <cxm/period.hpp>

#include "text/folded.hpp"
#include "values/calendar_spelling.hpp"
#include "values/calendar_words.hpp"
#include "values/dates.hpp"

namespace cxm {

namespace {

using spelling::word;

bool is_day(int day, int month) {
    constexpr int leap_year = 2000;
    return calendar::exists(leap_year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

/// Words of spans that no period here has, or not by that word.
bool is_span_word(std::string_view folded) {
    constexpr std::string_view span_words[] = {"m",    "h",    "fy",       "month",    "monat",
                                               "mois", "half", "halbjahr", "semestre", "gj"};
    return std::find(std::begin(span_words), std::end(span_words), folded) != std::end(span_words);
}

/// `31.01.24`, `1/31/24`
bool is_short_day(const std::vector<word>& words) {
    return words.size() == 3 && words[0].is_part() && words[1].is_part() && words[2].is_number(2, 2) &&
           (words[0].text.size() == 2 || !words[1].after_point) &&
           (is_day(words[0].number(), words[1].number()) || is_day(words[1].number(), words[0].number()));
}

/// `2024-01-01 - 2024-01-31`
bool is_span_of_days(std::string_view text) {
    constexpr std::size_t day = 10;
    constexpr std::size_t longest = 2 * day + 6;
    return text.size() > 2 * day && text.size() <= longest && parse_iso_day(text.substr(0, day)).problem == nullptr &&
           parse_iso_day(text.substr(text.size() - day)).problem == nullptr;
}

}  // namespace

bool looks_like_period(std::string_view text) {
    constexpr std::size_t longest = 40;
    if (text.size() > longest) {
        return false;
    }
    if (read_calendar(text).is != calendar_reading::kind::none || month_named(text) != 0 || is_span_of_days(text)) {
        return true;
    }
    const std::string plain = folded(text);
    const std::vector<word> words = spelling::words_of(plain);
    const auto is_number = [](const word& w) { return is_digit(w.text[0]); };
    const bool any_number = std::any_of(words.begin(), words.end(), is_number);
    const bool any_word = !std::all_of(words.begin(), words.end(), is_number);
    return is_short_day(words) ||
           (any_number && any_word && std::all_of(words.begin(), words.end(), [&](const word& w) {
                return is_number(w) ? w.is_part() || w.is_year()
                                    : spelling::is_quarter_word(w.text) || spelling::is_week_word(w.text) ||
                                          is_span_word(w.text) || spelling::month_of(w.text) != 0;
            }));
}

}  // namespace cxm
