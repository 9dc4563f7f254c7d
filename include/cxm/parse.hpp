#pragma once

#include <charconv>
#include <cstddef>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <cxm/dimension.hpp>
#include <cxm/formula.hpp>

namespace cxm {

/// The text is no formula: at which byte, what stands there, and what to do about it.
struct parse_error : std::runtime_error {
    parse_error(std::size_t at, std::string what_is_there, std::string what_to_do)
        : std::runtime_error("at byte " + std::to_string(at + 1) + ": found " + what_is_there + "; " + what_to_do),
          offset(at),
          found(std::move(what_is_there)),
          hint(std::move(what_to_do)) {}

    std::size_t offset;  ///< from 0
    std::string found;
    std::string hint;
};

/// What a name in a formula stands for: a measure or another metric's formula; nothing if the name is unknown.
using formula_lookup = std::function<std::optional<formula>(std::string_view name)>;

namespace detail {

class formula_parser {
public:
    formula_parser(std::string_view text, const formula_lookup& lookup) : text_(text), lookup_(lookup) {}

    formula whole() {
        formula result = sum(0);
        if (at_ != text_.size()) {
            refuse("expected one of + - * / or the end");
        }
        return result;
    }

private:
    static constexpr int deepest = 64;

    std::string_view text_;
    const formula_lookup& lookup_;
    std::size_t at_ = 0;
    std::size_t taken_at_ = 0;

    static bool is_digit(char c) { return c >= '0' && c <= '9'; }
    static bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
    static bool is_word(char c) { return is_digit(c) || is_lower(c) || (c >= 'A' && c <= 'Z') || c == '_'; }

    char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    void skip_blanks() {
        while (here() == ' ' || here() == '\t' || here() == '\n' || here() == '\r') {
            ++at_;
        }
    }

    [[noreturn]] void refuse(const std::string& hint) const {
        if (at_ == text_.size()) {
            throw parse_error(at_, "the end", hint);
        }
        const char c = text_[at_];
        if (c >= ' ' && c <= '~') {
            throw parse_error(at_, std::string("'") + c + "'", hint);
        }
        constexpr char digits[] = "0123456789abcdef";
        const auto byte = static_cast<unsigned char>(c);
        throw parse_error(at_, std::string("byte 0x") + digits[byte / 16] + digits[byte % 16], hint);
    }

    /// The operator here, consumed, if it is one of the wanted; `×` counts as `*`.
    char take(std::string_view wanted) {
        skip_blanks();
        constexpr std::string_view times = "\xC3\x97";
        const bool is_times = text_.substr(at_, times.size()) == times;
        const char found = is_times ? '*' : here();
        if (found == '\0' || wanted.find(found) == std::string_view::npos) {
            return '\0';
        }
        taken_at_ = at_;
        at_ += is_times ? times.size() : 1;
        return found;
    }

    formula join(const formula& left, const formula& right, operation does, std::size_t where) const {
        try {
            return joined(left, right, does);
        } catch (const std::length_error& error) {
            throw parse_error(where, "one operation more",
                              std::string(error.what()) + ", split it into several metrics");
        }
    }

    formula sum(int depth) {
        formula left = product(depth);
        while (const char sign = take("+-")) {
            const std::size_t where = taken_at_;
            left = join(left, product(depth), sign == '+' ? operation::add : operation::subtract, where);
        }
        return left;
    }

    formula product(int depth) {
        formula left = factor(depth);
        while (const char sign = take("*/")) {
            const std::size_t where = taken_at_;
            left = join(left, factor(depth), sign == '*' ? operation::multiply : operation::divide, where);
        }
        return left;
    }

    formula factor(int depth) {
        skip_blanks();
        if (depth > deepest) {
            refuse("brackets and signs may be nested 64 deep");
        }
        const std::size_t where = at_;
        if (take("-")) {
            skip_blanks();
            // -1 times keeps the unit; 0 less would not.
            return is_digit(here()) ? formula(-number()) : join(-1.0, factor(depth + 1), operation::multiply, where);
        }
        if (take("(")) {
            formula inside = sum(depth + 1);
            if (!take(")")) {
                refuse("expected ')'");
            }
            return inside;
        }
        if (is_digit(here())) {
            return number();
        }
        if (is_word(here())) {
            return named();
        }
        refuse("expected a number, a name or '('");
    }

    void digits(const char* hint) {
        if (!is_digit(here())) {
            refuse(hint);
        }
        while (is_digit(here())) {
            ++at_;
        }
    }

    double number() {
        const std::size_t first = at_;
        digits("expected a digit");
        if (at_ > first + 1 && text_[first] == '0') {
            at_ = first;
            refuse("a number has no leading zero");
        }
        if (here() == '.') {
            ++at_;
            digits("expected a digit after the point");
        }
        // Nobody writes exponents, but spell does for the very large and small.
        if (here() == 'e') {
            ++at_;
            at_ += here() == '+' || here() == '-' ? 1 : 0;
            digits("expected a digit in the exponent");
        }
        if (is_word(here()) || here() == '.') {
            refuse("numbers are plain decimals such as 0.25");
        }
        double value = 0;
        if (std::from_chars(text_.data() + first, text_.data() + at_, value).ec != std::errc()) {
            throw parse_error(first, "a number of " + std::to_string(at_ - first) + " characters",
                              "it is too large or too small");
        }
        return value;
    }

    formula named() {
        const std::size_t first = at_;
        bool legal = is_lower(here());
        for (; is_word(here()); ++at_) {
            legal = legal && (is_lower(here()) || is_digit(here()) || here() == '_');
        }
        const std::string_view name = text_.substr(first, at_ - first);
        const std::optional<formula> known = legal ? lookup_(name) : std::nullopt;
        if (!known) {
            throw parse_error(
                first, "'" + std::string(name) + "'",
                legal ? "it is neither a measure nor a metric" : "names begin with a-z and go on with a-z, 0-9 and _");
        }
        return *known;
    }
};

}  // namespace detail

/// Reads `+ - * / ( )`, decimals and names, as spell writes them; `×` is `*`. Throws parse_error; units go unchecked
/// (see dimension).
inline formula parse(std::string_view text, const formula_lookup& lookup) {
    return detail::formula_parser(text, lookup).whole();
}

}  // namespace cxm
