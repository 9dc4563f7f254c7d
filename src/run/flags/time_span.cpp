#include "run/flags/time_span.hpp"

#include <optional>

#include "text/problem.hpp"
#include "values/length_of_time.hpp"
#include "values/number.hpp"
#include "values/points_in_time.hpp"

namespace cxm {

namespace {

std::optional<double> days_in(std::string_view text) {
    const double of_unit = text.ends_with('m') ? 30.4375 : text.ends_with('y') ? 365.25 : 0;
    if (of_unit != 0) {
        const auto number = parse_number(text.substr(0, text.size() - 1));
        return number ? std::optional(*number * of_unit) : std::nullopt;
    }
    const auto length = parse_length_of_time(text);
    return length ? std::optional(static_cast<double>(*length) / static_cast<double>(microseconds_a_day))
                  : std::nullopt;
}

}  // namespace

double weeks_of(std::string_view flag, const std::string& text) {
    constexpr double most_days = 36525;
    const double days = days_in(text).value_or(0);
    if (!(days > 0) || days > most_days) {
        throw bad_usage(std::string(flag) + ": " + quote_of(text) +
                        " is no stretch of time; write 26w, or d, m and y for days, months and years");
    }
    return days / 7;
}

std::int64_t last_moment_in(std::string_view flag, const std::string& text) {
    const found_moment found = parse_iso_point(text);
    if (found.problem != nullptr) {
        throw bad_usage(std::string(flag) + ": " + quote_of(text) + " is no day; write 2024-03-15");
    }
    constexpr std::size_t day = std::string_view("2024-03-15").size();
    return text.size() > day ? found.at : found.at + microseconds_a_day - 1;
}

}  // namespace cxm
