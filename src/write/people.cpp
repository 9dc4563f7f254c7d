#include "write/people.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/compile.h>
#include <fmt/format.h>

#include "text/pieces.hpp"
#include "write/duration.hpp"

namespace cxm {

bool is_percentage(as shown) { return shown == as::share || shown == as::rate || shown == as::ratio; }

namespace {

constexpr int most_decimals = 8;

double factor(as shown) { return is_percentage(shown) ? 100 : 1; }

}  // namespace

int usual_decimals(as shown) {
    return shown == as::count ? 0 : shown == as::score || shown == as::multiple || shown == as::money ? 2 : 1;
}

bool reads_as_zero(std::string_view text) { return text.find_first_of("123456789") == std::string_view::npos; }

std::string fixed(double value, int decimals, const wording& say) {
    if (std::abs(value) >= 1e12) {
        return say.number(fmt::format("{:.2e}", value));
    }
    // 6.25 is half way in decimals but not always in binary: a nudge rounds it up, as readers do.
    std::string text = fmt::format(FMT_COMPILE("{:.{}f}"), value * (1 + 1e-14), decimals);
    if (text.starts_with('-') && reads_as_zero(text)) {
        text.erase(0, 1);
    }
    group_digits(text);
    return say.number(std::move(text));
}

int people_decimals(as shown, double value) {
    const int usual = usual_decimals(shown);
    const double from_end = shown == as::share ? std::min(std::abs(value), std::abs(1 - value)) : std::abs(value);
    const double size = from_end * factor(shown);
    if (size == 0 || size >= std::pow(10, -usual)) {
        return usual;
    }
    // 1 - 0.9999 is a little below 0.0001, which must not cost a digit.
    const int two_digits = 1 - static_cast<int>(std::floor(std::log10(size) + 1e-9));
    return two_digits > most_decimals ? usual : two_digits;
}

bool is_large(as shown, double value) { return std::abs(value) * factor(shown) >= 10000; }

std::string people_number(as shown, double value, int decimals, const wording& say) {
    if (std::isinf(value)) {
        return value < 0 ? "-inf" : "inf";
    }
    if (shown == as::seconds) {
        return people_duration(value, std::max(decimals, people_decimals(shown, value)), say);
    }
    const double size = value * factor(shown);
    std::string text = fixed(size, decimals, say);
    const double from_all = factor(shown) - size;
    const bool reads_as_all =
        shown == as::share && value != 1 && std::abs(from_all) < 1 && reads_as_zero(fixed(from_all, decimals));
    if ((value != 0 && reads_as_zero(text)) || reads_as_all) {
        const int finer = people_decimals(shown, value);
        const bool tiny = finer <= decimals && !reads_as_all;
        text = tiny ? say.number(fmt::format("{:.1e}", size)) : fixed(size, std::max(finer, decimals), say);
    }
    return text;
}

std::string_view people_unit(as shown, const notation& in) {
    switch (shown) {
        case as::points:
        case as::score:
        case as::count:
        case as::seconds: return {};
        case as::multiple: return in.ascii ? "x" : "×";
        case as::money: return in.currency;
        default: return "%";
    }
}

std::string with_unit(std::string number, as shown, const notation& in) {
    const std::string_view unit = people_unit(shown, in);
    if (!unit.empty() && shown != as::multiple) {
        number += shown == as::money ? in.say.before_unit() : in.say.before_percent();
    }
    return number.append(unit);
}

std::string people_value(const metric& m, double value, const notation& in) {
    return with_unit(people_number(m.shown, value, people_decimals(m.shown, value), in.say), m.shown, in);
}

int range_decimals(as shown, const interval& limits, int decimals) {
    const double width = (limits.high - limits.low) * factor(shown);
    while (width > 0 && width < std::pow(10, -decimals) && decimals < most_decimals) {
        ++decimals;
    }
    return decimals;
}

std::string people_range(const metric& m, const interval& limits, int decimals, const notation& in) {
    decimals = range_decimals(m.shown, limits, decimals);
    const std::string low = people_number(m.shown, limits.low, decimals, in.say);
    return people_span(low, with_unit(people_number(m.shown, limits.high, decimals, in.say), m.shown, in), in.say);
}

std::string people_span(std::string_view low, std::string_view high, const wording& say) {
    return say("{} to {}", low, high);
}

std::string people_count(double count, const wording& say) {
    return fixed(count, count == std::floor(count) ? 0 : 1, say);
}

std::string counted(const wording& say, double count, std::string_view one, std::string_view several) {
    const std::string number = people_count(count, say);
    return fmt::vformat(say.of_number(count, one, several), fmt::make_format_args(number));
}

std::string counted(const wording& say, std::uint64_t count, std::string_view one, std::string_view several) {
    return counted(say, static_cast<double>(count), one, several);
}

std::string people_in_words(std::uint64_t n, const wording& say) {
    const auto count = static_cast<double>(n);
    return fmt::format("{} {}", people_count(count, say), say.of_number(count, "person", "people"));
}

std::string people_level(double level, const wording& say) {
    return say.number(fmt::format("{:.6g}", level * 100)).append(say.before_percent()) + "%";
}

std::string people_percent(double share, const wording& say) {
    return say.number(fmt::format("{:.1f}", share * 100)).append(say.before_percent()) + "%";
}

}  // namespace cxm
