#include "tally/label_maker.hpp"

#include <utility>

#include "text/ascii.hpp"
#include "text/problem.hpp"

namespace cxm {

label_maker::label_maker(label_source source, const std::string& date_format, const zone_wanted& zone)
    : source_(std::move(source)), date_format_(date_format), zone_(zone), dates_(grain::day, date_format, zone) {}

std::string_view label_maker::label_of(std::size_t cell, std::string_view text, number_reader& numbers) {
    if (text.empty()) {
        return blank_cell;
    }
    if (source_.is == label_source::kind::hour) {
        return zone_.to ? hour_in_zone(cell, text) : hour_of(cell, text);
    }
    if (source_.is == label_source::kind::band) {
        const auto value = numbers.fixed(text);
        if (!value) {
            throw cell_problem{cell, quote_of(text) + " is not a number, and lies in no band"};
        }
        return kept(band_of(source_, *value));
    }
    try {
        std::int32_t day = 0;
        dates_.period_of(text, day);
        return weekday_name(day);
    } catch (bad_date& wrong) {
        throw cell_problem{cell, std::move(wrong.finding)};
    }
}

std::string_view label_maker::hour_in_zone(std::size_t cell, std::string_view text) {
    const moment written = date_format_.empty() ? parse_iso_moment(text) : parse_formatted_moment(text, date_format_);
    const moment told = in_zone(written, zone_);
    if (told.problem != nullptr || !told.second) {
        throw cell_problem{cell,
                           quote_of(text) + " " +
                               (told.problem != nullptr ? told.problem : "has no time of day, as in 2024-03-15 09:30")};
    }
    const int hour = *told.second / 3600;
    return kept({static_cast<char>('0' + hour / 10), static_cast<char>('0' + hour % 10)});
}

/// The number before the first colon, made one of 24 hours where the text ends in AM or PM.
std::string_view label_maker::hour_of(std::size_t cell, std::string_view text) {
    const std::size_t colon = std::min(text.find(':'), text.size());
    int hour = 0;
    std::size_t digits = 0;
    for (int unit = 1; digits < colon && digits < 2 && is_digit(text[colon - digits - 1]); unit *= 10) {
        hour += unit * (text[colon - ++digits] - '0');
    }
    const std::string end = text.size() < 2 ? "" : std::string{lower(text[text.size() - 2]), lower(text.back())};
    const bool of_twelve = end == "am" || end == "pm";
    if (colon == text.size() || digits == 0 || hour > (of_twelve ? 12 : 23) || (of_twelve && hour == 0)) {
        throw cell_problem{cell, quote_of(text) + " has no time of day, as in 2024-03-15 09:30"};
    }
    hour = of_twelve ? hour % 12 + (end == "pm" ? 12 : 0) : hour;
    return kept({static_cast<char>('0' + hour / 10), static_cast<char>('0' + hour % 10)});
}

std::string_view label_maker::kept(const std::string& label) {
    constexpr std::size_t readable = 16;
    const auto at = known_.try_emplace(label, label + std::string(readable, '\0')).first;
    return std::string_view(at->second).substr(0, label.size());
}

}  // namespace cxm
