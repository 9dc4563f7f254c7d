#include "values/fixed.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "bytes/byte_scan.hpp"
#include "bytes/kernels/short_numbers.hpp"
#include "text/ascii.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

/// A number as most cells write it: at most 18 digits, no exponent.
struct plain_number {
    std::int64_t digits = 0;
    int places = 0;
    bool negative = false;
};

/// A plain number of at most eight bytes, of which no more are readable.
inline std::optional<plain_number> plain_short(std::string_view cell, char mark) {
    char text[8] = {};
    std::memcpy(text, cell.data(), cell.size());
    const short_number number = read_short(bytes::load(text), cell.size(), mark);
    return number.other == 0 ? std::optional(plain_number{static_cast<std::int64_t>(number.digits),
                                                          static_cast<int>(number.places), false})
                             : std::nullopt;
}

/// A plain number of any size, digit by digit.
std::optional<plain_number> plain_long(std::string_view cell, char mark) {
    plain_number number;
    std::size_t at = 0;
    if (!cell.empty() && cell[0] == '-') {
        number.negative = true;
        at = 1;
    }
    const std::size_t first = at;
    std::uint64_t digits = 0;  // holds one digit more than is accepted
    if (cell.size() - at > 19 || cell.size() == at) {
        return std::nullopt;
    }
    for (; at < cell.size() && is_digit(cell[at]); ++at) {
        digits = digits * 10 + static_cast<std::uint64_t>(cell[at] - '0');
    }
    const std::size_t whole = at - first;
    if (whole == 0 || (whole > 1 && cell[first] == '0') || whole > 18) {
        return std::nullopt;
    }
    if (at < cell.size() && cell[at] == mark) {
        const std::size_t fraction = ++at;
        for (; at < cell.size() && is_digit(cell[at]); ++at) {
            digits = digits * 10 + static_cast<std::uint64_t>(cell[at] - '0');
        }
        number.places = static_cast<int>(at - fraction);
        if (number.places == 0) {
            return std::nullopt;
        }
    }
    number.digits = static_cast<std::int64_t>(digits);
    return at == cell.size() ? std::optional(number) : std::nullopt;
}

inline std::optional<plain_number> plain(std::string_view cell, char mark) {
    const auto number = cell.size() - 1 < 8 ? plain_short(cell, mark) : std::nullopt;
    return number ? number : plain_long(cell, mark);
}

/// A number whose digits are grouped by threes, by the mark that has no decimals behind it: `1,204.50`, as nearly all
/// that are grouped are written; nothing where it is written otherwise.
inline std::optional<plain_number> plain_grouped(std::string_view cell, char mark) {
    constexpr std::size_t most = 18;
    const char group = mark == '.' ? ',' : '.';
    const std::size_t first = cell.size() < 5 || cell.size() > most + 5 ? 0
                              : cell[1] == group                        ? 1
                              : cell[2] == group                        ? 2
                              : cell[3] == group                        ? 3
                                                                        : 0;
    if (first == 0 || cell[0] == '0') {
        return std::nullopt;
    }
    std::uint64_t digits = 0;
    std::size_t count = 0;
    std::size_t at = 0;
    const auto take = [&](std::size_t end) {
        const std::size_t begin = at;
        for (; at < end && is_digit(cell[at]); ++at) {
            digits = digits * 10 + static_cast<std::uint64_t>(cell[at] - '0');
        }
        count += at - begin;
        return at - begin;
    };
    bool groups = take(first) == first;
    while (groups && at < cell.size() && cell[at] == group) {
        ++at;
        groups = at + 3 <= cell.size() && take(at + 3) == 3;
    }
    std::size_t places = 0;
    if (groups && at + 1 < cell.size() && cell[at] == mark) {
        ++at;
        places = take(cell.size());
    }
    return groups && at == cell.size() && count <= most
               ? std::optional(plain_number{static_cast<std::int64_t>(digits), static_cast<int>(places), false})
               : std::nullopt;
}

/// Any well-formed number, digit by digit; half a unit of the last place is rounded away from zero.
std::optional<int128> fixed_of_long(std::string_view cell, char mark) {
    const bool negative = cell[0] == '-';
    std::string digits;
    long point = -1;
    std::size_t at = negative ? 1 : 0;
    for (; at < cell.size() && cell[at] != 'e' && cell[at] != 'E'; ++at) {
        if (cell[at] == mark) {
            point = static_cast<long>(digits.size());
        } else {
            digits += cell[at];
        }
    }
    point = point < 0 ? static_cast<long>(digits.size()) : point;
    if (at < cell.size()) {
        at += cell[at + 1] == '+' ? 2 : 1;
        int exponent = 0;
        const auto [end, error] = std::from_chars(cell.data() + at, cell.data() + cell.size(), exponent);
        constexpr int largest = 1000000;
        point += error == std::errc() ? std::clamp(exponent, -largest, largest) : cell[at] == '-' ? -largest : largest;
    }
    const std::size_t zeros = std::min(digits.find_first_not_of('0'), digits.size());
    digits.erase(0, zeros);
    point -= static_cast<long>(zeros);
    if (digits.empty()) {
        return int128{0};
    }
    const long kept = point + fixed_places;  // digits that count; the one after them rounds
    int128 value = 0;
    for (long i = 0; i < kept; ++i) {
        const int digit = i < static_cast<long>(digits.size()) ? digits[static_cast<std::size_t>(i)] - '0' : 0;
        if (__builtin_mul_overflow(value, 10, &value) || !add(value, digit)) {
            return std::nullopt;
        }
    }
    const bool up =
        kept >= 0 && kept < static_cast<long>(digits.size()) && digits[static_cast<std::size_t>(kept)] >= '5';
    value += up ? 1 : 0;
    return negative ? -value : value;
}

}  // namespace

char number_reader::mark_of(std::string_view cell) {
    if (!either_) {
        return form_.decimal;
    }
    const bool comma = cell.find(',') != std::string_view::npos;
    saw_commas_ |= comma;
    const bool point = !comma && cell.find('.') != std::string_view::npos;
    saw_points_ |= point;
    const bool grouped = (comma || point) && may_be_grouped(cell);
    saw_sure_ |= (comma || point) && !grouped;
    // The smallest, so that it is the same for any number of threads.
    if (grouped && (doubtful_.empty() || cell < doubtful_)) {
        doubtful_ = cell;
    }
    return comma ? ',' : '.';
}

/// A whole number whose mark groups, as it would not be whole.
bool number_reader::may_group(std::string_view cell, number_kind of) const {
    return of == number_kind::whole && !form_.told && may_be_grouped(cell);
}

std::optional<written_number> number_reader::written(std::string_view cell, number_kind of) {
    const auto number = read_written(cell, form_, of);
    if (!number || number->in_doubt || is_other_currency(form_.currency, number->currency)) {
        return std::nullopt;
    }
    if (!number->currency.empty() && number->currency != currency_) {
        (currency_.empty() ? currency_ : another_currency_) = number->currency;
    }
    return number;
}

std::string number_reader::objection_to(std::string_view cell, number_kind of) const {
    return objection_to_written(cell, form_, of);
}

std::optional<double> number_reader::number(std::string_view cell) {
    const char mark = form_.decimal = mark_of(cell);
    constexpr std::int64_t exact = std::int64_t{1} << 53;
    const auto plainly = plain(cell, mark);
    if (plainly && plainly->digits <= exact) {
        // Both are exact as doubles, so one division rounds right.
        const double value = static_cast<double>(plainly->digits) / powers_of_ten.real[plainly->places];
        return plainly->negative && plainly->digits != 0 ? -value : value;
    }
    if (const auto strictly = parse_number(cell, mark)) {
        return strictly;
    }
    const auto number = written(cell, number_kind::any);
    return number ? parse_number(number->plainly()) : std::nullopt;
}

std::optional<int128> number_reader::fixed(std::string_view cell, number_kind of) {
    const char mark = form_.decimal = mark_of(cell);
    const auto grouped = form_.told ? plain_grouped(cell, mark) : std::nullopt;
    if (grouped || !may_group(cell, of)) {
        if (const auto plainly = grouped ? grouped : plain(cell, mark)) {
            const int128 value =
                static_cast<int128>(plainly->digits) * powers_of_ten.of[fixed_places - plainly->places];
            return plainly->negative ? -value : value;
        }
    }
    if (const auto number = written(cell, of)) {
        const int128 value = static_cast<int128>(number->digits) * powers_of_ten.of[fixed_places - number->places];
        return number->negative ? -value : value;
    }
    return parse_number(cell, mark) ? fixed_of_long(cell, mark) : std::nullopt;
}

std::string decimal_text(int128 fixed) {
    __extension__ typedef unsigned __int128 uint128;
    uint128 rest = fixed < 0 ? ~static_cast<uint128>(fixed) + 1 : static_cast<uint128>(fixed);
    std::string text;
    for (int places = 0; rest != 0 || places <= fixed_places; ++places, rest /= 10) {
        if (places == fixed_places && !text.empty()) {
            text += '.';
        }
        const int digit = static_cast<int>(rest % 10);
        if (digit != 0 || !text.empty() || places >= fixed_places) {
            text += static_cast<char>('0' + digit);
        }
    }
    if (fixed < 0) {
        text += '-';
    }
    return {text.rbegin(), text.rend()};
}

double to_double(int128 fixed) {
    const int128 whole = fixed / fixed_of(1);
    constexpr int128 exact = int128{1} << 53;
    if (-exact <= whole && whole <= exact && fixed_of(1) * whole == fixed) {
        return static_cast<double>(static_cast<std::int64_t>(whole));
    }
    const std::string text = decimal_text(fixed);
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace cxm
