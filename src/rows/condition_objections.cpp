#include <algorithm>

#include <fmt/format.h>

#include "plan/condition_text.hpp"
#include "rows/condition_watch.hpp"
#include "rows/time_texts.hpp"
#include "text/nearest.hpp"
#include "text/pieces.hpp"
#include "text/problem.hpp"
#include "text/spelling.hpp"
#include "text/utf8.hpp"

namespace cxm {

namespace {

using kind = condition_step::kind;

std::string_view sign_of(comparison_operator how) {
    constexpr std::string_view signs[] = {"<", "<=", ">", ">=", "=", "!="};
    return signs[static_cast<int>(how)];
}

/// `; Churn is 'Yes', 'No'`
std::string said_of(const std::string& column, const few_values& values, std::string_view wanted) {
    constexpr std::size_t most_shown = 5;
    if (values.are_too_many()) {
        return "";
    }
    if (values.met().empty()) {
        return fmt::format("; {} is blank", column);
    }
    std::string text;
    const auto nearest_first = by_nearness(wanted, {values.met().begin(), values.met().end()});
    for (std::size_t i = 0; i < std::min(nearest_first.size(), most_shown); ++i) {
        text += (i == 0 ? "; " + column + " is " : ", ") + quote_of(nearest_first[i]);
    }
    return text + (nearest_first.size() > most_shown ? ", …" : "");
}

/// What takes two spellings of a text as one.
std::string remedy_for(const std::string& column, std::string_view text, std::string_view other) {
    const auto trimmed = [](std::string_view of) {
        const std::size_t first = std::min(of.find_first_not_of(' '), of.size());
        return of.substr(first, of.find_last_not_of(' ') + 1 - first);
    };
    if (trimmed(text) == trimmed(other)) {
        return fmt::format("trim({}) takes them as one", column);
    }
    if (in_lower_case(text) == in_lower_case(other)) {
        return fmt::format("lower({}) takes them as one", column);
    }
    if (in_lower_case(trimmed(text)) == in_lower_case(trimmed(other))) {
        return fmt::format("lower(trim({})) takes them as one", column);
    }
    return "its characters are written otherwise, so name both by in (…)";
}

}  // namespace

std::string condition_watch::values_there_are() const {
    std::string text;
    for (const column_values& each : values_) {
        std::vector<std::string_view> wanted;
        for (const condition_step& step : condition_->steps) {
            const bool of_column = step.does == kind::answered
                                       ? step.other == each.column
                                       : step.does != kind::compare_numbers && step.column == each.column;
            for (std::uint32_t i = 0; of_column && i < step.count; ++i) {
                wanted.push_back(condition_->literals[step.literals + i].text);
            }
        }
        const bool has_wanted = std::any_of(wanted.begin(), wanted.end(),
                                            [&](std::string_view value) { return each.values.contains(value); });
        if (!has_wanted) {
            text += said_of(shown(spell(condition_->columns[each.column])), each.values, wanted.front());
        }
    }
    return text;
}

std::vector<std::string> condition_watch::objections(std::string_view row) const {
    std::vector<std::string> texts;
    if (met_) {
        add_unseen(row, texts);
        add_spellings(texts);
    }
    add_orders(texts);
    return texts;
}

void condition_watch::add_unseen(std::string_view row, std::vector<std::string>& to) const {
    for (const sought_text& each : sought_) {
        const column_values& of = values_[each.column];
        if (!each.seen && !of.values.contains(*each.text)) {
            const std::string column = shown(spell(condition_->columns[of.column]));
            to.push_back(fmt::format("{} is compared with {}, which no {} has{}", column, quote_of(*each.text), row,
                                     said_of(column, of.values, *each.text)));
        }
    }
}

void condition_watch::add_spellings(std::vector<std::string>& to) const {
    for (const sought_text& each : sought_) {
        const column_values& of = values_[each.column];
        if (of.values.are_too_many() || !of.values.contains(*each.text)) {
            continue;
        }
        const std::string column = shown(spell(condition_->columns[of.column]));
        const std::string meant = in_one_spelling(*each.text);
        for (const std::string& other : of.values.met()) {
            if (other != *each.text && !is_sought(of.column, other) && in_one_spelling(other) == meant) {
                to.push_back(fmt::format("{} is compared with {}, and is {} too: {}", column, quote_of(*each.text),
                                         quote_of(other), remedy_for(column, *each.text, other)));
            }
        }
    }
}

bool condition_watch::is_sought(std::size_t column, const std::string& value) const {
    return std::any_of(sought_.begin(), sought_.end(), [&](const sought_text& each) {
        return values_[each.column].column == column && *each.text == value;
    });
}

void condition_watch::add_orders(std::vector<std::string>& to) const {
    for (const text_order& each : orders_) {
        const std::string column = shown(spell(condition_->columns[each.step->column]));
        const std::string& with = text_of(*each.step);
        const std::string said = fmt::format("{} {} '{}'", column, sign_of(each.step->how), shown(with));
        if (!each.any) {
            continue;
        }
        if (each.is_number && each.only_numbers) {
            to.push_back(fmt::format("{} compares texts, and {} holds numbers: {} {} {} compares those", said, column,
                                     column, sign_of(each.step->how), shown(with)));
        }
        if (each.has_within) {
            const bool is_upper = each.step->how == comparison_operator::at_most;
            to.push_back(fmt::format("{} {} what lies within {}, for those cells are longer: {} {} '{}' {}", said,
                                     is_upper ? "leaves out" : "takes", shown(with), column, is_upper ? "<" : ">=",
                                     after_period(with), is_upper ? "takes it" : "leaves it out"));
        }
        if (each.has_out_of_order || is_out_of_order(with)) {
            to.push_back(fmt::format("{} compares texts, and dates such as 15/03/2024 or 2024-3-5 do not stand in the "
                                     "order of time as texts: those written as 2024-03-15 do",
                                     said));
        }
    }
}

}  // namespace cxm
