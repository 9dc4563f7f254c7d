#include "values/number.hpp"

#include <charconv>
#include <cmath>
#include <cxm/spell.hpp>
#include <system_error>

#include "text/ascii.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// The end of a run of digits.
std::size_t after_digits(std::string_view text, std::size_t at) {
    while (at < text.size() && is_digit(text[at])) {
        ++at;
    }
    return at;
}

/// Where the decimal mark stands in a well-formed number; npos if the text is none, its size if it has no mark.
std::size_t decimal_mark(std::string_view text, char decimal) {
    constexpr std::size_t none = std::string_view::npos;
    const std::size_t first = !text.empty() && text[0] == '-' ? 1 : 0;
    std::size_t at = after_digits(text, first);
    const bool leading_zero = at > first + 1 && text[first] == '0';
    if (at == first || leading_zero) {
        return none;
    }
    std::size_t mark = text.size();
    if (at < text.size() && text[at] == decimal) {
        mark = at;
        const std::size_t fraction = at + 1;
        at = after_digits(text, fraction);
        if (at == fraction) {
            return none;
        }
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        std::size_t exponent = at + 1;
        if (exponent < text.size() && (text[exponent] == '+' || text[exponent] == '-')) {
            ++exponent;
        }
        at = after_digits(text, exponent);
        if (at == exponent) {
            return none;
        }
    }
    return at == text.size() ? mark : none;
}

/// Whether a number is not whole though the double it is read as is: large ones are rounded.
bool was_rounded(std::string_view text, char decimal, double value) {
    const std::size_t mark = text.find(decimal);
    return mark != std::string_view::npos && std::floor(value) == value &&
           text.find_first_of("eE") == std::string_view::npos &&
           text.find_first_not_of('0', mark + 1) != std::string_view::npos;
}

}  // namespace

std::optional<double> parse_number(std::string_view text, char decimal) {
    // Nearly all numbers are short counts; up to 15 digits fit a double exactly.
    if (text.size() <= 15 && !text.empty() && (text[0] != '0' || text.size() == 1)) {
        unsigned long long count = 0;
        std::size_t at = 0;
        for (; at < text.size() && is_digit(text[at]); ++at) {
            count = count * 10 + static_cast<unsigned long long>(text[at] - '0');
        }
        if (at == text.size()) {
            return static_cast<double>(count);
        }
    }
    const std::size_t mark = decimal_mark(text, decimal);
    if (mark == std::string_view::npos) {
        return std::nullopt;
    }
    std::string with_point;
    if (decimal != '.' && mark < text.size()) {
        with_point = text;
        with_point[mark] = '.';
        text = with_point;
    }
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value == 0 ? 0.0 : value;
}

std::optional<double> parse_hundredth(std::string_view text, char decimal) {
    const std::size_t e = text.find_first_of("eE");
    int exponent = 0;
    if (e != std::string_view::npos) {
        const std::size_t sign = e + 1 < text.size() && text[e + 1] == '+' ? 1 : 0;
        std::from_chars(text.data() + e + 1 + sign, text.data() + text.size(), exponent);
    }
    if (!parse_number(text, decimal)) {
        return std::nullopt;
    }
    return parse_number(std::string(text.substr(0, e)) + "e" + std::to_string(exponent - 2), decimal);
}

std::optional<std::string_view> percentage(std::string_view text) {
    if (!text.ends_with('%')) {
        return std::nullopt;
    }
    text.remove_suffix(1);
    return text.substr(0, text.find_last_not_of(' ') + 1);
}

bool may_be_grouped(std::string_view text) {
    text.remove_prefix(!text.empty() && text[0] == '-' ? 1 : 0);
    const std::size_t first = after_digits(text, 0);
    if (first == 0 || first > 3 || first == text.size() || text[0] == '0') {
        return false;
    }
    const char mark = text[first];
    for (std::size_t at = first; at < text.size(); at += 4) {
        if ((mark != '.' && mark != ',') || text[at] != mark || after_digits(text, at + 1) < at + 4) {
            return false;
        }
    }
    return (text.size() - first) % 4 == 0;
}

std::string doubt(std::string_view text) {
    return quote_of(text) +
           " may be above a thousand or have decimals; say which mark they have, by --decimal . or --decimal ,";
}

std::string digit_lacking(std::string_view text, char decimal) {
    const std::string sign = text.starts_with('-') ? "-" : "";
    const std::string_view digits = text.substr(sign.size());
    const std::string_view number = digits.substr(0, digits.find_last_not_of("% p") + 1);
    return digits.starts_with(decimal) && parse_number("0" + std::string(number), decimal)
               ? "; write " + sign + "0" + std::string(digits)
               : std::string();
}

std::string remedy(std::string_view text, char decimal) {
    // `1.250,50` has decimals behind its last mark, `12.000` has none.
    const std::size_t last = may_be_grouped(text) ? text.size() : text.find_last_of(".,");
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == last || (text[i] != '.' && text[i] != ',')) {
            plain += text[i];
        }
    }
    if (const std::string lacking = digit_lacking(text, decimal); !lacking.empty()) {
        return lacking;
    }
    const bool comma = decimal == '.' && parse_number(text, ',').has_value();
    const std::string for_commas = comma ? "for decimal commas give --decimal ," : "";
    if (plain.size() == text.size() || !parse_number(plain, last < text.size() ? text[last] : '.')) {
        return comma ? " (" + for_commas + ")" : "";
    }
    return " (without a thousands separator: " + plain + (comma ? "; " + for_commas + ")" : ")");
}

number_kind kind_of(const measure& m) {
    return m.of == unit::ratio     ? number_kind::ratio
           : m.of == unit::seconds ? number_kind::seconds
           : is_whole(m)           ? number_kind::whole
                                   : number_kind::any;
}

std::string objection(const measure& m, double value, bool weighted) {
    if (is_whole(m) && !(weighted && m.weights != nullptr) && std::floor(value) != value) {
        return spell(value) + " is not a whole number";
    }
    if (value < least(m)) {
        return spell(value) + " is below " + spell(least(m));
    }
    if (value > most(m)) {
        const bool percent = m.of == unit::ratio && value >= 2 && value <= 100;
        return spell(value) + " is above " + (most(m) == largest_count ? "2^53, the largest count" : spell(most(m))) +
               (percent ? "; " + spell(value) + " % is written " + spell(value) + "% or " + spell(value / 100) : "");
    }
    return {};
}

decimal_value decimal_value_of(std::string_view number, char decimal) {
    decimal_value value;
    bool behind_mark = false;
    std::size_t at = 0;
    for (; at < number.size() && number[at] != 'e' && number[at] != 'E'; ++at) {
        behind_mark |= number[at] == decimal;
        if (is_digit(number[at])) {
            value.digits += number[at];
            value.power -= behind_mark ? 1 : 0;
        }
    }
    long exponent = 0;
    if (at < number.size()) {
        const std::string_view power = number.substr(at + (at + 1 < number.size() && number[at + 1] == '+' ? 2 : 1));
        std::from_chars(power.data(), power.data() + power.size(), exponent);
    }
    const std::size_t last = value.digits.find_last_not_of('0');
    value.power += exponent + (last == std::string::npos ? 0 : static_cast<long>(value.digits.size() - last - 1));
    value.digits.resize(last + 1);
    value.digits.erase(0, value.digits.find_first_not_of('0'));
    return value.digits.empty() ? decimal_value{} : value;
}

namespace {

/// Whether a double stands for all digits of a number: written again at its shortest, it is the same.
bool keeps_digits(std::string_view number, char decimal, double value) {
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    return decimal_value_of(number, decimal) == decimal_value_of({text, static_cast<std::size_t>(end - text)}, '.');
}

}  // namespace

std::optional<double> parse_value(const measure& m, std::string_view text, char decimal, std::string& objection,
                                  bool weighted) {
    if (const auto hundredths = percentage(text); hundredths && m.of == unit::ratio) {
        const auto value = parse_hundredth(*hundredths, decimal);
        objection = !value              ? quote_of(text) + " is not a number" + remedy(*hundredths, decimal)
                    : *value < least(m) ? shown(text) + " is below " + spell(least(m) * 100) + "%"
                    : *value > most(m)  ? shown(text) + " is above " + spell(most(m) * 100) + "%"
                                        : "";
        return objection.empty() ? value : std::nullopt;
    }
    const std::optional<double> value = parse_number(text, decimal);
    const bool whole = is_whole(m) && !(weighted && m.weights != nullptr);
    if (whole && (!value || may_be_grouped(text) || was_rounded(text, decimal, *value))) {
        objection = quote_of(text) + " is not a whole number" +
                    (text.ends_with('%') ? " (a count is wanted, no percentage)"
                                         : remedy(text, may_be_grouped(text) ? ',' : decimal));
        return std::nullopt;
    }
    if (!value) {
        objection = quote_of(text) + " is not a number" + remedy(text, decimal);
        return std::nullopt;
    }
    // A larger count may round to the largest one.
    if (is_count(m.of) && *value == largest_count && text != "9007199254740992") {
        objection = quote_of(text) + " is above 2^53, the largest count";
        return std::nullopt;
    }
    // As it is written, not as it is read.
    objection = cxm::objection(m, *value, weighted);
    objection = objection.empty() ? "" : shown(text) + objection.substr(spell(*value).size());
    constexpr std::size_t always_kept = 15;
    if (objection.empty() && text.size() > always_kept && !keeps_digits(text, decimal, *value)) {
        objection = quote_of(text) + " has more digits than are kept exactly, which is 15 at least; round it";
    }
    return objection.empty() ? value : std::nullopt;
}

}  // namespace cxm
