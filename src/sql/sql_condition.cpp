#include "sql/sql_condition.hpp"

#include <cmath>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <cxm/spell.hpp>

#include "sql/sql_arithmetic.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

using kind = condition_step::kind;

std::string_view sign_of(comparison_operator how) {
    constexpr std::string_view signs[] = {"<", "<=", ">", ">=", "=", "<>"};
    return signs[static_cast<std::size_t>(how)];
}

/// A part of a condition; `alone` where it needs no parentheses.
struct part {
    std::string truth;
    std::string fault;
    bool alone = true;
};

std::string in_brackets(const part& p) { return p.alone ? p.truth : "(" + p.truth + ")"; }

std::string either(const std::string& a, const std::string& b) {
    return a.empty() ? b : b.empty() ? a : "(" + a + "\n  OR " + b + ")";
}

class condition_speller {
public:
    condition_speller(const condition& c, row_cells& cells) : c_(c), cells_(cells) {}

    sql_condition run() {
        std::vector<part> stack;
        for (const condition_step& step : c_.steps) {
            switch (step.does) {
                case kind::skip_if_false:
                case kind::skip_if_true: break;
                case kind::negate:
                    stack.back().truth = "NOT (" + stack.back().truth + ")";
                    stack.back().alone = true;
                    break;
                case kind::both:
                case kind::either: {
                    const part right = std::move(stack.back());
                    stack.pop_back();
                    stack.back() = joined(step.does == kind::both, stack.back(), right);
                    break;
                }
                default: stack.push_back(look(step)); break;
            }
        }
        return stack.empty() ? sql_condition{} : sql_condition{stack[0].truth, stack[0].fault, told_};
    }

private:
    /// The right side is looked at unless the left one decides: also where that is unknown.
    static part joined(bool both, const part& left, const part& right) {
        const std::string open = fmt::format("CASE WHEN {0} THEN {1} WHEN NOT ({0}) THEN {2} ELSE 1 END = 1",
                                             in_brackets(left), both ? 1 : 0, both ? 0 : 1);
        const std::string right_fault = right.fault.empty() ? "" : "(" + open + " AND " + right.fault + ")";
        return {in_brackets(left) + (both ? " AND " : " OR ") + in_brackets(right), either(left.fault, right_fault),
                false};
    }

    part look(const condition_step& step) {
        if (step.does == kind::compare_numbers) {
            return compare_numbers(step);
        }
        const column_text& column = c_.columns[step.column];
        switch (step.does) {
            case kind::blank:
                return {(column.through.empty() ? cells_.cell(column.name) : cells_.text(column)) + " IS NULL",
                        letters(column)};
            case kind::compare: return compare(column, step.how, c_.literals[step.literals]);
            case kind::compare_texts: {
                const column_text& other = c_.columns[step.other];
                return {fmt::format("{} {} {}", cells_.text(column), sign_of(step.how), cells_.text(other)),
                        either(letters(column), letters(other))};
            }
            case kind::like: return like(column, c_.literals[step.literals].text);
            case kind::among: return among(column, step);
            default: throw bad_usage("a condition of records is none of rows, and not for cxm sql");
        }
    }

    std::string letters(const column_text& column) {
        const std::string fault = cells_.fault_of_letters(column);
        if (!fault.empty()) {
            tell(cells_.shown(column.name), column.name);
        }
        return fault;
    }

    void tell(const std::string& cell, const std::string& column) {
        if (told_columns_.insert(column).second) {
            told_ += fmt::format("{}{} || COALESCE({}, '') || {}", told_.empty() ? "" : " || ",
                                 sql_text(cells_.dialect(), (told_.empty() ? "" : ", ") + column + ": '"), cell,
                                 sql_text(cells_.dialect(), "'"));
        }
    }

    part compare(const column_text& column, comparison_operator how, const literal& with) {
        if (!with.is_number) {
            return {fmt::format("{} {} {}", cells_.text(column), sign_of(how), sql_text(cells_.dialect(), with.text)),
                    letters(column)};
        }
        return {fmt::format("{} {} {}", cells_.number(column), sign_of(how), spelled(with)), fault_of_number(column)};
    }

    std::string fault_of_number(const column_text& column) {
        if (column.through.empty() && cells_.is_whole(column.name)) {
            return {};
        }
        tell(cells_.shown(column.name), column.name);
        const std::string cell = column.through.empty() ? cells_.cell(column.name) : cells_.text(column);
        return either(letters(column), fmt::format("({} IS NOT NULL AND {} IS NULL)", cell, cells_.number(column)));
    }

    static std::string spelled(const literal& number) {
        constexpr double all_whole_to = 9007199254740992;
        if (std::fabs(number.number) >= all_whole_to) {
            throw bad_usage(number.text +
                            " is a number that is not told from its neighbours in SQL; put it in single quotes to "
                            "compare texts");
        }
        return spell(number.number);
    }

    /// Any of several; after the first number among them a text that is none is at fault, unless one before it was it.
    part among(const column_text& column, const condition_step& step) {
        std::string truth;
        std::string texts;
        std::string fault = letters(column);
        bool numbers = false;
        for (std::uint32_t i = 0; i < step.count; ++i) {
            const literal& each = c_.literals[step.literals + i];
            truth += (truth.empty() ? "" : " OR ") + compare(column, comparison_operator::equal, each).truth;
            if (!each.is_number && !numbers) {
                texts += (texts.empty() ? "" : ", ") + sql_text(cells_.dialect(), each.text);
            }
            numbers = numbers || each.is_number;
        }
        if (numbers) {
            fault = fault_of_number(column);
            if (!texts.empty() && !fault.empty()) {
                fault = fmt::format("({} AND {} NOT IN ({}))", fault, cells_.text(column), texts);
            }
        } else {
            truth = cells_.text(column) + " IN (" + texts + ")";
        }
        return {truth, fault, step.count == 1 || !numbers};
    }

    part like(const column_text& column, const std::string& pattern) {
        if (pattern.find('\\') != std::string::npos) {
            throw bad_usage("like " + quote_of(pattern) + ": a backslash means different things in SQL; leave it out");
        }
        std::string text = pattern;
        if (cells_.dialect().matches.empty()) {
            text.clear();
            for (const char c : pattern) {
                text += c == '%'                           ? "*"
                        : c == '_'                         ? "?"
                        : c == '*' || c == '?' || c == '[' ? std::string("[") + c + "]"
                                                           : std::string(1, c);
            }
        }
        return {filled(cells_.dialect().like, cells_.text(column), sql_text(cells_.dialect(), text)), letters(column)};
    }

    part compare_numbers(const condition_step& step) {
        const arithmetic& left = c_.numbers[step.column];
        const arithmetic& right = c_.numbers[step.other];
        // Arithmetic of a condition has no columns of its own: they are those of the condition.
        const sql_comparison of = sql_comparison_of(left, right, sign_of(step.how), c_.columns, cells_);
        std::string fault;
        for (const auto& [value, column] : of.columns) {
            tell(cells_.shown(column), column);
            fault = either(fault, fmt::format("({} IS NOT NULL AND {} IS NULL)", cells_.cell(column), value));
        }
        for (const sql_fault& each : of.faults) {
            tell(cells_.shown(each.column), each.column);
            fault = either(fault, "(" + each.when + ")");
        }
        return {of.truth, fault};
    }

    const condition& c_;
    row_cells& cells_;
    std::string told_;
    std::set<std::string> told_columns_;
};

}  // namespace

sql_condition sql_of(const condition& c, row_cells& cells) { return condition_speller(c, cells).run(); }

}  // namespace cxm
