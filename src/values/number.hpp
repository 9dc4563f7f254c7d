#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <cxm/measure.hpp>

#include "values/written_number.hpp"

namespace cxm {

/// Reads a finite decimal as JSON writes it (`-12.5`, `1e6`), the whole text or nothing.
///
/// No sign but `-`, no leading zeros, no hex, no inf or nan, no grouping, no spaces; `decimal` may be a comma.
std::optional<double> parse_number(std::string_view text, char decimal = '.');

/// A hundredth of a number, rounded once: 0.7 / 100 would be a little below 0.007, and fail a check that 7 of 1,000
/// meet.
std::optional<double> parse_hundredth(std::string_view text, char decimal = '.');

/// What stands before a percent sign at the end, and before the spaces between the two; nothing without one.
std::optional<std::string_view> percentage(std::string_view text);

/// What a number is worth, exactly but for its sign: its digits without zeros at their ends, none for 0, and the power
/// of ten of the last.
struct decimal_value {
    std::string digits;
    long power = 0;

    bool operator==(const decimal_value&) const = default;
};

/// Of a number that is well formed.
decimal_value decimal_value_of(std::string_view number, char decimal = '.');

/// Whether what looks like decimals may be thousands: `1.204`, `1,204`, `12.345.678`.
bool may_be_grouped(std::string_view text);

/// What is wrong with such a number where nothing tells which it is.
std::string doubt(std::string_view text);

/// `; write 0.88`, of a number without a digit before its point; empty for others.
std::string digit_lacking(std::string_view text, char decimal = '.');

/// What to do about a text that is no number, ` (…)`; empty where nothing comes to mind.
std::string remedy(std::string_view text, char decimal);

/// What the values of a measure are, which some ways to write them depend on.
number_kind kind_of(const measure& m);

/// What is wrong with a value of a measure, in words (`120.5 is not a whole number`); empty where nothing is.
///
/// Answers that are `weighted` need not be whole.
std::string objection(const measure& m, double value, bool weighted = false);

/// Reads one value of a measure, of a ratio also `80%`; what is wrong with it goes to `objection`, in words with the
/// text found.
std::optional<double> parse_value(const measure& m, std::string_view text, char decimal, std::string& objection,
                                  bool weighted = false);

}  // namespace cxm
