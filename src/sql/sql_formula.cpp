#include "sql/sql_formula.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include <cxm/exact_zero.hpp>
#include <cxm/spell.hpp>

#include "sql/row_cells.hpp"

namespace cxm {

namespace {

/// A part of a formula; `alone` where it needs no parentheses.
struct operand {
    std::string text;
    bool alone = true;
};

std::string in_parentheses(const operand& part) { return part.alone ? part.text : "(" + part.text + ")"; }

std::string_view operator_of(operation does) {
    switch (does) {
        case operation::add: return " + ";
        case operation::subtract: return " - ";
        default: return " * ";
    }
}

}  // namespace

std::string sql_double(double number) {
    const std::string text = spell(number);
    return text.find('e') == std::string::npos ? text + "e0" : text;
}

std::string sql_of(const formula& f, const std::vector<std::string>& inputs) {
    const auto of = f.inputs();
    // Of counts no rounding is left over, where they cancel.
    const bool rounds = std::any_of(of.begin(), of.end(), [](const measure* input) { return !is_whole(*input); });
    std::vector<operand> stack;
    for (std::size_t at = 0; at < f.steps().size(); ++at) {
        const step s = f.steps()[at];
        if (s.does == operation::input) {
            stack.push_back({inputs[s.at]});
        } else if (s.does == operation::constant) {
            stack.push_back(
                {f.constant(s.at) < 0 ? "(" + sql_double(f.constant(s.at)) + ")" : sql_double(f.constant(s.at))});
        } else {
            const std::string right = in_parentheses(stack.back());
            stack.pop_back();
            const std::string left = in_parentheses(stack.back());
            if (s.does == operation::divide) {
                stack.back() = {sql_when(right + " > 0", left + " / " + right)};
                continue;
            }
            stack.back() = {left + std::string(operator_of(s.does)) + right, false};
            if (rounds && detail::adds_computed(f.steps(), at)) {
                stack.back() = {fmt::format("CASE WHEN ABS({0}) < 1e-12 * ABS({1}) THEN 0e0 ELSE {0} END",
                                            stack.back().text, right)};
            }
        }
    }
    return stack.back().text;
}

}  // namespace cxm
