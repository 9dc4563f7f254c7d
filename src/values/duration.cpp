#include "values/duration.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "text/ascii.hpp"
#include "text/problem.hpp"
#include "values/exact_decimal.hpp"

namespace cxm {

namespace {

struct duration_unit {
    std::string_view word;
    std::int64_t milliseconds;
};

// Milliseconds.
constexpr std::int64_t of_second = 1000;
constexpr std::int64_t of_minute = 60 * of_second;
constexpr std::int64_t of_hour = 60 * of_minute;
constexpr std::int64_t of_day = 24 * of_hour;

/// In small letters, in English, French and German.
constexpr duration_unit duration_units[] = {
    {"w", 7 * of_day},       {"week", 7 * of_day},
    {"weeks", 7 * of_day},   {"d", of_day},
    {"day", of_day},         {"days", of_day},
    {"tage", of_day},        {"tag", of_day},
    {"jours", of_day},       {"jour", of_day},
    {"h", of_hour},          {"hr", of_hour},
    {"hrs", of_hour},        {"hour", of_hour},
    {"hours", of_hour},      {"std", of_hour},
    {"std.", of_hour},       {"stunden", of_hour},
    {"stunde", of_hour},     {"heures", of_hour},
    {"heure", of_hour},      {"m", of_minute},
    {"min", of_minute},      {"min.", of_minute},
    {"mins", of_minute},     {"minute", of_minute},
    {"minutes", of_minute},  {"minuten", of_minute},
    {"s", of_second},        {"sec", of_second},
    {"secs", of_second},     {"second", of_second},
    {"seconds", of_second},  {"sek", of_second},
    {"sek.", of_second},     {"sekunden", of_second},
    {"secondes", of_second}, {"ms", 1},
};

/// Takes digits, and with `decimal` also those behind it; nothing where there are none.
std::optional<exact_decimal> take_part(std::string_view& text, char decimal) {
    std::size_t at = 0;
    exact_decimal number;
    bool behind_mark = false;
    constexpr std::size_t longest = 15;
    for (; at < text.size() && at <= longest; ++at) {
        if (text[at] == decimal && decimal != '\0' && at != 0 && !behind_mark && at + 1 < text.size() &&
            is_digit(text[at + 1])) {
            behind_mark = true;
            continue;
        }
        if (!is_digit(text[at])) {
            break;
        }
        number.digits = number.digits * 10 + (text[at] - '0');
        number.places += behind_mark ? 1 : 0;
    }
    if (at == 0 || at > longest) {
        return std::nullopt;
    }
    text.remove_prefix(at);
    return number;
}

/// A stretch being added up, its units from the largest on down.
class stretch {
public:
    bool add(const exact_decimal& number, std::int64_t milliseconds) {
        const bool falls = milliseconds < last_;
        const auto part = multiplied(number, {milliseconds, 3});
        const auto sum = part ? added(sum_, *part) : std::nullopt;
        last_ = milliseconds;
        sum_ = sum.value_or(sum_);
        return falls && sum;
    }

    std::optional<written_number> seconds() const {
        exact_decimal sum = sum_;
        while (sum.places > 0 && sum.digits % 10 == 0) {
            sum.digits /= 10;
            --sum.places;
        }
        constexpr int128 most = 1'000'000'000'000'000'000;
        return sum.digits >= most || sum.places > 18
                   ? std::nullopt
                   : std::optional(written_number{static_cast<std::uint64_t>(sum.digits), sum.places});
    }

private:
    exact_decimal sum_;
    std::int64_t last_ = 1000 * of_day;
};

/// `P1DT2H3M4.5S`, `P2W`.
std::optional<written_number> read_iso(std::string_view text, char decimal) {
    stretch sum;
    bool in_time = false;
    text.remove_prefix(1);
    if (text.empty()) {
        return std::nullopt;
    }
    while (!text.empty()) {
        if (!in_time && text[0] == 'T') {
            in_time = true;
            text.remove_prefix(1);
        }
        const auto number = take_part(text, text.find('.') != std::string_view::npos ? '.' : decimal);
        const char unit = text.empty() ? '\0' : text[0];
        const std::int64_t worth = in_time ? (unit == 'H'   ? of_hour
                                              : unit == 'M' ? of_minute
                                              : unit == 'S' ? of_second
                                                            : 0)
                                           : (unit == 'W'   ? 7 * of_day
                                              : unit == 'D' ? of_day
                                                            : 0);
        if (!number || worth == 0 || !sum.add(*number, worth)) {
            return std::nullopt;
        }
        text.remove_prefix(1);
    }
    return sum.seconds();
}

/// `1:02:33.5`; of two parts it is not known which.
std::optional<written_number> read_clock(std::string_view text, char decimal) {
    stretch sum;
    constexpr std::int64_t worth[] = {of_hour, of_minute, of_second};
    std::size_t parts = 0;
    for (; parts < std::size(worth); ++parts) {
        const std::string_view before = text;
        const auto number = take_part(text, parts == 2 ? (before.find('.') != before.npos ? '.' : decimal) : '\0');
        const bool of_60 = parts == 0 || (number && number->digits < 60 * powers_of_ten.of[number->places] &&
                                          before.size() > 1 && is_digit(before[1]));
        if (!number || !of_60 || !sum.add(*number, worth[parts])) {
            return std::nullopt;
        }
        if (text.empty()) {
            ++parts;
            break;
        }
        if (text[0] != ':') {
            return std::nullopt;
        }
        text.remove_prefix(1);
    }
    auto read = text.empty() && parts >= 2 ? sum.seconds() : std::nullopt;
    if (read) {
        read->in_doubt = parts == 2;
    }
    return read;
}

/// `1h 2m`, `90 min`, `1.5 hours`, `2 days, 3 hours`.
std::optional<written_number> read_words(std::string_view text, char decimal) {
    stretch sum;
    while (!text.empty()) {
        const auto number = take_part(text, decimal);
        text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
        std::string word;
        while (!text.empty() && ((lower(text[0]) >= 'a' && lower(text[0]) <= 'z') || text[0] == '.')) {
            word += lower(text[0]);
            text.remove_prefix(1);
        }
        const auto unit = std::find_if(std::begin(duration_units), std::end(duration_units),
                                       [&](const duration_unit& each) { return each.word == word; });
        if (!number || unit == std::end(duration_units) || !sum.add(*number, unit->milliseconds)) {
            return std::nullopt;
        }
        text.remove_prefix(std::min(text.find_first_not_of(", "), text.size()));
    }
    return sum.seconds();
}

}  // namespace

std::optional<written_number> read_duration(std::string_view cell, char decimal) {
    if (cell.empty() || (!is_digit(cell[0]) && cell[0] != 'P')) {
        return std::nullopt;
    }
    return cell[0] == 'P'                             ? read_iso(cell, decimal)
           : cell.find(':') != std::string_view::npos ? read_clock(cell, decimal)
                                                      : read_words(cell, decimal);
}

std::string doubt_of_duration(std::string_view cell) {
    return quote_of(cell) +
           " may be hours and minutes, or minutes and seconds; write 0:02:33, 2 min 33 s or 2 h 33 min";
}

}  // namespace cxm
