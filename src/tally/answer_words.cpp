#include "tally/answer_words.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "rows/csv_form.hpp"
#include "rows/row_batch.hpp"
#include "tally/blank_hint.hpp"
#include "text/ascii.hpp"
#include "text/nearest.hpp"
#include "text/pieces.hpp"
#include "text/problem.hpp"
#include "text/utf8.hpp"
#include "values/fixed.hpp"

namespace cxm {

namespace {

constexpr std::string_view digits = "0123456789";

/// The number before a label that has none, `5: very good`; the cell itself where it is not written so.
std::string_view without_label(std::string_view cell) {
    const std::size_t end = std::min(cell.find_first_not_of(digits), cell.size());
    const std::string_view rest = cell.substr(end);
    constexpr std::string_view marks = " -:.)(=\u2013\u2014";
    const std::size_t label = rest.find_first_not_of(marks);
    const bool ends = rest.starts_with(' ') || rest.starts_with(':') || rest.starts_with(')') ||
                      rest.starts_with('=') || rest.starts_with(". ");
    const bool is_labelled = end != 0 && ends && label != std::string_view::npos &&
                             rest.find_first_of(digits) == std::string_view::npos &&
                             (lower(rest[label]) != rest[label] || (rest[label] >= 'a' && rest[label] <= 'z') ||
                              static_cast<unsigned char>(rest[label]) >= 0x80);
    return is_labelled ? cell.substr(0, end) : cell;
}

}  // namespace

answer_words::answer_words(const program::survey& of, std::string_view column) : of_(of), column_(column) {
    for (const plan::answer& each : of.answers) {
        named_[in_lower_case(each.text)] =
            static_cast<std::size_t>(of.reversed ? of.high - each.value : each.value - of.low);
    }
}

std::size_t answer_words::place_of(std::string_view cell) {
    constexpr std::size_t many = 1000;
    if (const auto known = met_.find(std::string(cell)); known != met_.end()) {
        return known->second;
    }
    const std::size_t place = named_.empty() ? place_of_number(cell) : place_of_text(cell);
    if (met_.size() < many) {
        met_.emplace(cell, place);
    }
    return place;
}

std::size_t answer_words::place_of_text(std::string_view cell) const {
    const auto named = named_.find(in_lower_case(trimmed(cell)));
    if (named != named_.end()) {
        return named->second;
    }
    std::vector<std::string_view> texts;
    for (const plan::answer& each : of_.answers) {
        texts.push_back(each.text);
    }
    const std::string nothing = blank_hint(cell);
    throw cell_problem{of_.cell, quote_of(cell) + " is none of the answers that are named" +
                                     (nothing.empty() ? did_you_mean(cell, texts) : nothing)};
}

std::size_t answer_words::place_of_number(std::string_view cell) const {
    number_reader any_mark(std::nullopt);
    const auto number = any_mark.number(without_label(cell));
    if (!number || std::floor(*number) != *number || *number < of_.low || *number > of_.high) {
        throw cell_problem{of_.cell, fmt::format("{} is not on the scale {}..{}{}", quote_of(cell), of_.low, of_.high,
                                                 answer_hint({*of_.of, column_, of_.low, of_.high}, cell))};
    }
    const int answer = static_cast<int>(*number);
    return static_cast<std::size_t>(of_.reversed ? of_.high - answer : answer - of_.low);
}

}  // namespace cxm
