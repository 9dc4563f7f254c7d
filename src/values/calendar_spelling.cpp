#include "values/calendar_spelling.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace cxm::spelling {

namespace {

/// Whether a text is one of words between spaces.
bool is_in(std::string_view words, std::string_view text) {
    return words.find(" " + std::string(text) + " ") != std::string_view::npos;
}

}  // namespace

std::vector<word> words_of(std::string_view text) {
    constexpr std::size_t most = 4;
    std::vector<word> words;
    bool point = false;
    bool tied = false;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text[at]) && !is_letter(text[at])) {
            constexpr std::string_view right_quote = "\u2019";
            const bool quote = text.substr(at).starts_with(right_quote);
            if (!quote && std::string_view(" -/._,'").find(text[at]) == std::string_view::npos) {
                return {};
            }
            point |= text[at] == '.';
            tied |= quote || text[at] == '-' || text[at] == '\'';
            at += quote ? right_quote.size() : 1;
            continue;
        }
        const auto is_same = is_digit(text[at]) ? is_digit : is_letter;
        const auto end = static_cast<std::size_t>(
            std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_same) - text.begin());
        words.push_back({text.substr(at, end - at), std::exchange(point, false), std::exchange(tied, false)});
        at = end;
        if (words.size() > most) {
            return {};
        }
    }
    return words;
}

int month_of(std::string_view folded) {
    struct month {
        int number;
        std::string_view names;  ///< between spaces
    };
    constexpr month months[] = {
        {1, " january jan janvier janv januar jaenner janner enero ene gennaio gen januari janeiro "},
        {2, " february feb fevrier fevr februar feber febrero febbraio februari fevereiro fev "},
        {3, " march mar mars marz maerz mrz marzo maart mrt marco "},
        {4, " april apr avril avr abril abr aprile "},
        {5, " may mai mayo maggio mag mei maio "},
        {6, " june jun juin juni junio giugno giu junho "},
        {7, " july jul juillet juil juli julio luglio lug julho "},
        {8, " august aug aout agosto ago augustus "},
        {9, " september sep sept septembre septiembre setiembre settembre setembro set "},
        {10, " october oct octobre oktober okt octubre ottobre ott outubro out "},
        {11, " november nov novembre noviembre novembro "},
        {12, " december dec decembre dezember dez diciembre dic dicembre dezembro "},
    };
    const std::string whole = " " + std::string(folded) + " ";
    const auto at = std::find_if(std::begin(months), std::end(months),
                                 [&](const month& m) { return m.names.find(whole) != std::string_view::npos; });
    return at == std::end(months) ? 0 : at->number;
}

bool is_quarter_word(std::string_view folded) { return is_in(" q t quarter quartal trimestre trim ", folded); }

bool is_week_word(std::string_view folded) { return is_in(" w kw cw week wk woche semaine semana settimana ", folded); }

}  // namespace cxm::spelling
