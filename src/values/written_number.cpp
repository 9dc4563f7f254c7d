#include "values/written_number.hpp"

#include <algorithm>
#include <cstddef>

#include "text/ascii.hpp"
#include "text/problem.hpp"
#include "values/currency.hpp"
#include "values/duration.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

constexpr std::string_view spaces[] = {" ", "\u00a0", "\u202f", "\u2009"};
constexpr std::string_view apostrophes[] = {"'", "\u2019"};
constexpr std::string_view minus_sign = "\u2212";
constexpr int most_digits = 18;

bool take_first(std::string_view& text, std::string_view what) {
    const bool is_there = text.starts_with(what);
    text.remove_prefix(is_there ? what.size() : 0);
    return is_there;
}

bool take_last(std::string_view& text, std::string_view what) {
    const bool is_there = text.ends_with(what);
    text.remove_suffix(is_there ? what.size() : 0);
    return is_there;
}

void take_spaces(std::string_view& text) {
    const auto take_any = [&](auto take) {
        return std::any_of(std::begin(spaces), std::end(spaces), [&](std::string_view space) { return take(space); });
    };
    while (take_any([&](std::string_view space) { return take_first(text, space); }) ||
           take_any([&](std::string_view space) { return take_last(text, space); })) {
    }
}

bool take_minus(std::string_view& text) { return take_first(text, "-") || take_first(text, minus_sign); }

/// A cell without what stands around its digits and marks.
struct bare_number {
    std::string_view core;
    bool negative = false;
    bool percent = false;
    std::string_view currency = {};
};

/// Takes a currency off one end, and spaces between it and the number.
void take_currency(bare_number& number) {
    if (number.currency.empty()) {
        number.currency = currency_at_front(number.core);
    }
    if (number.currency.empty()) {
        number.currency = currency_at_end(number.core);
    }
    if (!number.currency.empty()) {
        take_spaces(number.core);
    }
}

bare_number bare(std::string_view cell) {
    bare_number number{cell};
    if (cell.empty() || (is_digit(cell.front()) && is_digit(cell.back()))) {
        return number;
    }
    number.negative = take_minus(number.core);
    take_currency(number);
    if (!number.negative && number.core.starts_with('(') && number.core.ends_with(')')) {
        number.negative = true;
        number.core = number.core.substr(1, number.core.size() - 2);
        take_currency(number);
    }
    number.negative = number.negative || take_minus(number.core);
    if (take_last(number.core, "%")) {
        number.percent = true;
        take_spaces(number.core);
    }
    return number;
}

/// The mark at the front that may group digits: itself if it is a point or a comma, `_` for a space, `'` for either
/// apostrophe; 0 where there is none.
char take_mark(std::string_view& text) {
    if (text.starts_with('.') || text.starts_with(',')) {
        const char mark = text[0];
        text.remove_prefix(1);
        return mark;
    }
    if (std::any_of(std::begin(spaces), std::end(spaces), [&](auto space) { return take_first(text, space); })) {
        return '_';
    }
    return std::any_of(std::begin(apostrophes), std::end(apostrophes), [&](auto a) { return take_first(text, a); })
               ? '\''
               : '\0';
}

/// The digits of a number and the marks between them.
struct digit_groups {
    std::uint64_t digits = 0;
    int count = 0;
    int first = 0;        ///< digits before the first mark
    int last = 0;         ///< digits behind the last mark
    char group = '\0';    ///< the mark that was met first
    int groups = 0;       ///< how often
    char decimal = '\0';  ///< another mark behind it, met once
    bool even = true;     ///< between marks stand three digits each
    bool leading_zero = false;
};

std::optional<digit_groups> groups_of(std::string_view text) {
    digit_groups read;
    read.leading_zero = text.size() > 1 && text[0] == '0' && is_digit(text[1]);
    int run = 0;
    while (!text.empty()) {
        const unsigned digit = static_cast<unsigned char>(text[0]) - unsigned{'0'};
        if (digit < 10) {
            read.digits = read.digits * 10 + digit;
            ++run;
            ++read.count;
            text.remove_prefix(1);
            continue;
        }
        const char mark = take_mark(text);
        if (mark == '\0' || run == 0 || read.decimal != '\0' || read.count > most_digits) {
            return std::nullopt;
        }
        if (read.groups == 0) {
            read.first = run;
        } else {
            read.even = read.even && run == 3;
        }
        if (read.group == '\0' || mark == read.group) {
            read.group = mark;
            ++read.groups;
        } else {
            read.decimal = mark;
        }
        run = 0;
    }
    read.last = run;
    return run == 0 || read.count > most_digits ? std::nullopt : std::optional(read);
}

bool is_decimal_mark(char mark) { return mark == '.' || mark == ','; }

/// Whether the marks stand as those of thousands do.
bool are_thousands(const digit_groups& read) {
    return read.even && read.first <= 3 && read.digits != 0 && (read.decimal != '\0' || read.last == 3);
}

}  // namespace

std::string written_number::plainly() const {
    std::string text = std::to_string(digits);
    if (places > 0) {
        const auto least = static_cast<std::size_t>(places) + 1;
        text.insert(0, text.size() < least ? least - text.size() : 0, '0');
        text.insert(text.size() - static_cast<std::size_t>(places), 1, '.');
    }
    return (negative ? "-" : "") + text;
}

std::optional<written_number> read_written(std::string_view cell, const number_form& form, number_kind of) {
    if (of == number_kind::seconds) {
        if (const auto duration = read_duration(cell, form.decimal)) {
            return duration;
        }
    }
    const bare_number number = bare(cell);
    const auto read = groups_of(number.core);
    if (!read || read->leading_zero || (number.percent && of != number_kind::ratio) ||
        (!number.currency.empty() && of != number_kind::any)) {
        return std::nullopt;
    }
    written_number written{read->digits, 0, number.negative, false, number.currency};
    const bool single = read->groups == 1 && read->decimal == '\0' && is_decimal_mark(read->group);
    const bool may_group = are_thousands(*read) && number.core[0] != '0';
    const bool told_otherwise = form.told && read->group == form.decimal;
    if (single && read->group == form.decimal && !(of == number_kind::whole && may_group && !told_otherwise)) {
        written.places = read->last;
    } else if (read->groups != 0) {
        const bool fits =
            read->decimal == '\0' ? !told_otherwise : read->decimal == form.decimal && is_decimal_mark(read->decimal);
        if (!may_group || !fits) {
            return std::nullopt;
        }
        written.places = read->decimal == '\0' ? 0 : read->last;
        written.in_doubt = single && !form.told && of != number_kind::whole;
    }
    written.places += number.percent ? 2 : 0;
    return written.places > most_digits ? std::nullopt : std::optional(written);
}

std::string objection_to_written(std::string_view cell, const number_form& form, number_kind of) {
    const auto number = read_written(cell, form, of);
    if (number && number->in_doubt) {
        return cell.find(':') != std::string_view::npos ? doubt_of_duration(cell) : doubt(cell);
    }
    return number && is_other_currency(form.currency, number->currency)
               ? quote_of(cell) + " is in another currency than the first numbers, which are in " + form.currency
               : std::string();
}

void number_looks::look(std::string_view cell) {
    const bare_number number = bare(cell);
    const auto read = groups_of(number.core);
    if (!read || read->leading_zero) {
        return;
    }
    currency = currency.empty() ? number.currency : currency;
    const bool may_group = are_thousands(*read) && number.core[0] != '0';
    if (read->groups == 0 || (read->groups == 1 && read->decimal == '\0' && may_group)) {
        return;
    }
    // Of two marks the last has decimals behind it; of one that stands there often, and groups, it is the other.
    const bool repeated = read->groups > 1 && read->decimal == '\0';
    const char mark = read->decimal != '\0' ? read->decimal : read->group;
    if (is_decimal_mark(mark) && (may_group || read->groups == 1)) {
        points = points || (mark == '.') != repeated;
        commas = commas || (mark == ',') != repeated;
    }
}

}  // namespace cxm
