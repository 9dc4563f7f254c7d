#include "values/calendar_words.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "text/ascii.hpp"
#include "text/folded.hpp"
#include "values/calendar_spelling.hpp"
#include "values/dates.hpp"

namespace cxm {

namespace {

using kind = calendar_reading::kind;

using spelling::is_letter;
using spelling::is_quarter_word;
using spelling::is_week_word;
using spelling::month_of;
using spelling::word;
using spelling::words_of;

calendar_reading one(const period& meant) { return {kind::one, meant, {}}; }

calendar_reading no(grain of) { return {kind::impossible, {of, 0, 0}, {}}; }

calendar_reading read_month(int year, int month) {
    return month >= 1 && month <= 12 ? one(calendar::months(year, static_cast<unsigned>(month), 1, grain::month))
                                     : no(grain::month);
}

calendar_reading read_day(int year, int month, int day) {
    return calendar::exists(year, static_cast<unsigned>(month), static_cast<unsigned>(day))
               ? one(containing(calendar::day_number(year, static_cast<unsigned>(month), static_cast<unsigned>(day)),
                                grain::day))
               : no(grain::day);
}

calendar_reading read_quarter(int year, int quarter) {
    return quarter >= 1 && quarter <= 4
               ? one(calendar::months(year, static_cast<unsigned>(quarter) * 3 - 2, 3, grain::quarter))
               : no(grain::quarter);
}

calendar_reading read_week(int year, int week) {
    const period whole = containing(calendar::first_monday(year) + 7 * (week - 1), grain::week);
    return week >= 1 && calendar::year_of(whole.first + 3) == year ? one(whole) : no(grain::week);
}

/// `202502`, `20250315`
calendar_reading read_run(std::string_view digits) {
    if (!digits.starts_with("19") && !digits.starts_with("20")) {
        return {};
    }
    const auto part = [&](std::size_t from, std::size_t size) { return word{digits.substr(from, size)}.number(); };
    const calendar_reading read = digits.size() == 6   ? read_month(part(0, 4), part(4, 2))
                                  : digits.size() == 8 ? read_day(part(0, 4), part(4, 2), part(6, 2))
                                                       : calendar_reading{};
    return read.is == kind::one ? read : calendar_reading{};
}

/// `15.03.2025` has the day first wherever it is written; with slashes only the numbers may tell.
calendar_reading read_day(const word& a, const word& b, int year) {
    const calendar_reading day_first = read_day(year, b.number(), a.number());
    const calendar_reading month_first = read_day(year, a.number(), b.number());
    if (b.after_point || month_first.is != kind::one || day_first.meant == month_first.meant) {
        return day_first;
    }
    return day_first.is == kind::one ? calendar_reading{kind::either_day, day_first.meant, month_first.meant}
                                     : month_first;
}

calendar_reading read_numbers(const std::vector<word>& words) {
    if (words.size() == 1) {
        return words[0].is_year() ? one(calendar::months(words[0].number(), 1, 12, grain::year))
                                  : read_run(words[0].text);
    }
    const word& first = words.front();
    const word& last = words.back();
    if (words.size() == 2 && first.is_year() && last.is_part()) {
        return read_month(first.number(), last.number());
    }
    if (words.size() == 2 && first.is_part() && last.is_year()) {
        return read_month(last.number(), first.number());
    }
    if (words.size() == 3 && first.is_year() && words[1].is_part() && last.is_part()) {
        return read_day(first.number(), words[1].number(), last.number());
    }
    if (words.size() == 3 && first.is_part() && words[1].is_part() && last.is_year()) {
        return read_day(first, words[1], last.number());
    }
    return {};
}

/// `Jan-24`, `Jan '24`, `31-Jan-24`: two digits tied to a month's name are a year. Elsewhere they may be a day.
calendar_reading read_short_year(const std::vector<word>& words) {
    constexpr int century = 2000;
    const std::size_t at = words.size() - 2;
    const bool is_year = words.back().is_number(2, 2) && words.back().is_tied && is_letter(words[at].text[0]);
    const int month = is_year ? month_of(words[at].text) : 0;
    if (month == 0 || (at == 1 && !words[0].is_part())) {
        return {};
    }
    const int year = century + words.back().number();
    return at == 1 ? read_day(year, month, words[0].number()) : read_month(year, month);
}

/// One word, a year, and maybe a number of one or two digits, in any order: `15 Jan 2025`, `Q1 2025`, `2025-W09`.
calendar_reading read_words(const std::vector<word>& words) {
    std::optional<int> year;
    std::optional<int> part;
    std::string_view name;
    if (const calendar_reading read =
            words.size() == 2 || words.size() == 3 ? read_short_year(words) : calendar_reading{};
        read.is != kind::none) {
        return read;
    }
    for (const word& w : words) {
        if (w.text == "de") {
            continue;
        }
        const bool is_new = w.is_year() ? !year : w.is_part() ? !part : is_letter(w.text[0]) && name.empty();
        if (!is_new) {
            return {};
        }
        if (is_letter(w.text[0])) {
            name = w.text;
        } else {
            (w.is_year() ? year : part) = w.number();
        }
    }
    if (!year) {
        return {};
    }
    if (const int month = month_of(name); month != 0) {
        return part ? read_day(*year, month, *part) : read_month(*year, month);
    }
    if (part && name == "m") {
        return read_month(*year, *part);
    }
    if (part && is_quarter_word(name)) {
        return read_quarter(*year, *part);
    }
    return part && is_week_word(name) ? read_week(*year, *part) : calendar_reading{};
}

/// `2025-03-15T00:00:00Z`, as programs write a day.
std::optional<period> read_midnight(std::string_view text) {
    const found_day date = parse_iso_day(text);
    if (date.problem != nullptr || text.size() <= 10) {
        return std::nullopt;
    }
    const std::string_view time = text.substr(11);
    const std::string_view clock = time.substr(0, time.find_first_of("Zz+- "));
    return clock.find_first_not_of("0:.,") == std::string_view::npos
               ? std::optional(period{grain::day, date.day, date.day})
               : std::nullopt;
}

}  // namespace

calendar_reading read_calendar(std::string_view text) {
    constexpr std::size_t longest = 40;
    if (text.empty() || text.size() > longest) {
        return {};
    }
    if (const auto midnight = read_midnight(text)) {
        return one(*midnight);
    }
    const std::string plain = folded(text);
    const std::vector<word> words = words_of(plain);
    if (words.empty()) {
        return {};
    }
    const bool numbers = std::all_of(words.begin(), words.end(), [](const word& w) { return is_digit(w.text[0]); });
    return numbers ? read_numbers(words) : read_words(words);
}

int month_named(std::string_view text) {
    const std::string plain = folded(text);
    const std::vector<word> words = words_of(plain);
    return words.size() == 1 ? month_of(words[0].text) : 0;
}

std::string as_period(std::string_view text) {
    const calendar_reading read = read_calendar(text);
    return read.is == kind::one ? spell(read.meant) : std::string(text);
}

std::optional<period> calendar_period(std::string_view text) {
    const auto named = parse_period(as_period(text));
    return named && named->of != grain::free ? named : std::nullopt;
}

}  // namespace cxm
