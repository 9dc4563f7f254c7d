#include "values/exact_decimal.hpp"

#include <algorithm>

#include "values/number.hpp"

namespace cxm {

namespace {

bool scale_up(int128& digits, int places) {
    for (; places > 0; --places) {
        if (__builtin_mul_overflow(digits, 10, &digits)) {
            return false;
        }
    }
    return true;
}

/// With as few places as there can be.
exact_decimal shortened(exact_decimal a) {
    while (a.places > 0 && a.digits % 10 == 0) {
        a.digits /= 10;
        --a.places;
    }
    return a;
}

/// Gives both as many places; false where that takes too many digits.
bool align(exact_decimal& a, exact_decimal& b) {
    exact_decimal& fewer = a.places < b.places ? a : b;
    const int places = a.places < b.places ? b.places : a.places;
    const bool fits = scale_up(fewer.digits, places - fewer.places);
    fewer.places = fits ? places : fewer.places;
    return fits;
}

std::optional<exact_decimal> exact_value(const decimal_value& value, bool is_negative) {
    exact_decimal number;
    for (const char digit : value.digits) {
        if (!scale_up(number.digits, 1) || !add(number.digits, digit - '0')) {
            return std::nullopt;
        }
    }
    if (!scale_up(number.digits, static_cast<int>(std::max(value.power, 0L)))) {
        return std::nullopt;
    }
    number.digits = is_negative ? -number.digits : number.digits;
    number.places = static_cast<int>(std::max(-value.power, 0L));
    return number;
}

}  // namespace

std::optional<exact_decimal> added(exact_decimal a, exact_decimal b) {
    int128 digits = 0;
    if (!align(a, b) || __builtin_add_overflow(a.digits, b.digits, &digits)) {
        return std::nullopt;
    }
    return exact_decimal{digits, a.places};
}

std::optional<exact_decimal> subtracted(exact_decimal a, exact_decimal b) {
    int128 negative = 0;
    return __builtin_sub_overflow(int128{0}, b.digits, &negative) ? std::nullopt
                                                                  : added(a, exact_decimal{negative, b.places});
}

std::optional<exact_decimal> multiplied(exact_decimal a, exact_decimal b) {
    int128 digits = 0;
    if (__builtin_mul_overflow(a.digits, b.digits, &digits)) {
        a = shortened(a);
        b = shortened(b);
        if (__builtin_mul_overflow(a.digits, b.digits, &digits)) {
            return std::nullopt;
        }
    }
    return exact_decimal{digits, a.places + b.places};
}

std::optional<exact_decimal> reciprocal(exact_decimal a) {
    a = shortened(a);
    // 10^places / digits, with a place more for each 2 or 5 that does not go into it yet.
    exact_decimal whole{1, 0};
    constexpr int most_places = 30;
    if (a.digits == 0 || !scale_up(whole.digits, a.places)) {
        return std::nullopt;
    }
    while (whole.digits % a.digits != 0) {
        if (++whole.places > most_places || !scale_up(whole.digits, 1)) {
            return std::nullopt;
        }
    }
    return exact_decimal{whole.digits / a.digits, whole.places};
}

std::optional<int128> fixed_of(exact_decimal a) {
    a = a.places > fixed_places ? shortened(a) : a;
    return a.places <= fixed_places && scale_up(a.digits, fixed_places - a.places) ? std::optional(a.digits)
                                                                                   : std::nullopt;
}

int compare(exact_decimal a, exact_decimal b) {
    const int sign_of_a = a.digits < 0 ? -1 : a.digits > 0 ? 1 : 0;
    const int sign_of_b = b.digits < 0 ? -1 : b.digits > 0 ? 1 : 0;
    if (sign_of_a != sign_of_b) {
        return sign_of_a - sign_of_b;
    }
    const bool a_has_fewer = a.places < b.places;
    if (!align(a, b)) {
        // That with the fewer places has more digits than fit before them.
        return a_has_fewer ? sign_of_a : -sign_of_a;
    }
    return a.digits < b.digits ? -1 : a.digits > b.digits ? 1 : 0;
}

std::optional<exact_decimal> read_exact(std::string_view cell, number_reader& reader) {
    constexpr std::size_t always_fixed = 19;  // bytes that hold no more than 18 places
    if (cell.size() <= always_fixed && cell.find_first_of("eE") == std::string_view::npos) {
        const auto fixed = reader.fixed(cell);
        return fixed ? std::optional(shortened({*fixed, fixed_places})) : std::nullopt;
    }
    const char mark = reader.mark_of(cell);
    if (parse_number(cell, mark)) {
        return exact_value(decimal_value_of(cell, mark), cell[0] == '-');
    }
    // As people write it there are no more than 18 digits, of which none is rounded away.
    const auto fixed = reader.fixed(cell);
    return fixed ? std::optional(shortened({*fixed, fixed_places})) : std::nullopt;
}

}  // namespace cxm
