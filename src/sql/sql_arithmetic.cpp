#include "sql/sql_arithmetic.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include <fmt/format.h>

#include "sql/sql_seconds.hpp"
#include "text/problem.hpp"
#include "values/fixed.hpp"

namespace cxm {

namespace {

using does = arithmetic_step::kind;

constexpr int most_digits = 38;

/// How many digits a constant needs.
sql_digits digits_of(exact_decimal number) {
    int128 digits = number.digits < 0 ? -number.digits : number.digits;
    int count = 0;
    for (; digits != 0; digits /= 10) {
        ++count;
    }
    return {std::max(count - number.places, 1), number.places};
}

std::string decimal_text_of(exact_decimal number) {
    const bool negative = number.digits < 0;
    int128 digits = negative ? -number.digits : number.digits;
    std::string text;
    for (int i = 0; digits != 0 || i <= number.places; ++i, digits /= 10) {
        text += i != 0 && i == number.places ? "." : "";
        text += static_cast<char>('0' + static_cast<int>(digits % 10));
    }
    text += negative ? "-" : "";
    return {text.rbegin(), text.rend()};
}

/// What columns of so many digits come to, as engines reckon: a product has the digits of both, and one more in Spark.
/// Nothing where that is more than all of them keep.
std::optional<sql_digits> digits_of(const arithmetic& a, sql_digits of_columns, int most_places_of_product) {
    std::vector<sql_digits> stack;
    for (const arithmetic_step& step : a.steps) {
        if (!step.joins()) {
            stack.push_back(step.does == does::column    ? of_columns
                            : step.does == does::seconds ? digits_of_seconds
                                                         : digits_of(a.numbers[step.index]));
            continue;
        }
        const sql_digits right = stack.back();
        stack.pop_back();
        sql_digits& left = stack.back();
        const bool product = step.does == does::multiply;
        left = product ? sql_digits{left.whole + right.whole + 1, left.places + right.places}
                       : sql_digits{std::max(left.whole, right.whole) + 1, std::max(left.places, right.places)};
        if (left.whole + left.places > most_digits || left.places > (product ? most_places_of_product : fixed_places)) {
            return std::nullopt;
        }
    }
    return stack.back();
}

/// The most digits that columns may have: as many places as can be.
sql_digits digits_for(const arithmetic& a, const sql_dialect& in, sql_digits most) {
    constexpr int least_whole = 4;
    for (int places = most.places; places >= 0; --places) {
        for (int whole = most.whole; whole >= std::max(places, least_whole); --whole) {
            if (digits_of(a, {whole, places}, in.most_places_of_product)) {
                return {whole, places};
            }
        }
    }
    throw bad_usage(
        fmt::format("more columns are multiplied than {} has exact digits for; cxm tally has them", in.engine));
}

std::string constant(exact_decimal number, const sql_dialect& in) {
    const sql_digits digits = digits_of(number);
    return filled(in.decimal, "'" + decimal_text_of(number) + "'", std::to_string(digits.whole + digits.places),
                  std::to_string(digits.places));
}

std::string_view sign_between(does how) { return how == does::add ? " + " : how == does::subtract ? " - " : " * "; }

/// A sum as coefficients of its columns, and a constant.
struct linear {
    std::map<std::string, std::int64_t> of;
    exact_decimal constant;

    bool is_constant() const { return of.empty(); }
};

[[noreturn]] void refuse_products(const sql_dialect& in) {
    throw bad_usage(
        fmt::format("{} has no exact decimals to multiply, and would round; DuckDB reads its files", in.engine));
}

linear scaled(linear a, exact_decimal by, const sql_dialect& in) {
    const auto factor = static_cast<std::int64_t>(by.digits);
    const auto constant = multiplied(a.constant, by);
    if (by.places != 0 || factor != by.digits || factor > 1000 || factor < -1000 || !constant) {
        refuse_products(in);
    }
    for (auto& [column, count] : a.of) {
        count *= factor;
    }
    a.constant = *constant;
    return a;
}

linear joined(does how, const linear& a, const linear& b, const sql_dialect& in) {
    if (how == does::multiply) {
        if (!a.is_constant() && !b.is_constant()) {
            refuse_products(in);
        }
        return a.is_constant() ? scaled(b, a.constant, in) : scaled(a, b.constant, in);
    }
    linear sum = a;
    const std::int64_t sign = how == does::subtract ? -1 : 1;
    for (const auto& [column, count] : b.of) {
        sum.of[column] += sign * count;
    }
    const auto constant = how == does::subtract ? subtracted(a.constant, b.constant) : added(a.constant, b.constant);
    if (!constant) {
        refuse_products(in);
    }
    sum.constant = *constant;
    return sum;
}

}  // namespace

sql_value sql_of(const arithmetic& a, const std::vector<std::string>& columns, row_cells& cells, sql_digits most) {
    const sql_digits digits = digits_for(a, cells.dialect(), most);
    sql_value value;
    std::vector<std::string> stack;
    for (const arithmetic_step& step : a.steps) {
        if (step.does == does::column) {
            const std::string& column = columns[step.index];
            stack.push_back(cells.decimal(column, digits));
            value.columns[stack.back()] = column;
        } else if (step.does == does::number) {
            stack.push_back(constant(a.numbers[step.index], cells.dialect()));
        } else if (step.does == does::seconds) {
            sql_value seconds = sql_seconds(columns[step.index], columns[step.from], cells);
            stack.push_back(std::move(seconds.text));
            value.faults.insert(value.faults.end(), seconds.faults.begin(), seconds.faults.end());
        } else {
            const std::string right = std::move(stack.back());
            stack.pop_back();
            stack.back() = "(" + stack.back() + std::string(sign_between(step.does)) + right + ")";
        }
    }
    value.text = stack.back();
    return value;
}

sql_parts sql_parts_of(const arithmetic& a, const std::vector<std::string>& columns, row_cells& cells) {
    std::vector<linear> stack;
    for (const arithmetic_step& step : a.steps) {
        if (step.does == does::column) {
            stack.push_back({{{columns[step.index], 1}}, {}});
        } else if (step.does == does::number) {
            stack.push_back({{}, a.numbers[step.index]});
        } else if (step.does == does::seconds) {
            require_seconds(cells.dialect());
        } else {
            const linear right = std::move(stack.back());
            stack.pop_back();
            stack.back() = joined(step.does, stack.back(), right, cells.dialect());
        }
    }
    const auto constant = fixed_of(stack.back().constant);
    constexpr int128 a_billionth = 1'000'000'000;
    if (!constant || *constant % a_billionth != 0) {
        refuse_products(cells.dialect());
    }
    sql_parts parts;
    for (const auto& [column, count] : stack.back().of) {
        for (const auto& [part, value] :
             {std::pair(&parts.units, cells.units(column)), std::pair(&parts.billionths, cells.billionths(column))}) {
            part->text += fmt::format("{}{} * {}", part->text.empty() ? "" : " + ", count, value);
            part->columns[value] = column;
        }
    }
    const int128 billionths = *constant / a_billionth;
    parts.units.text += fmt::format(" + {}", static_cast<std::int64_t>(billionths / a_billionth));
    parts.billionths.text += fmt::format(" + {}", static_cast<std::int64_t>(billionths % a_billionth));
    return parts;
}

sql_comparison sql_comparison_of(const arithmetic& left, const arithmetic& right, std::string_view sign,
                                 const std::vector<column_text>& columns, row_cells& cells) {
    std::vector<std::string> names;
    std::transform(columns.begin(), columns.end(), std::back_inserter(names),
                   [](const column_text& column) { return column.name; });
    sql_comparison compared;
    std::vector<std::string> sides;
    for (const arithmetic* side : {&left, &right}) {
        if (cells.dialect().decimal.empty()) {
            // Doubles tell numbers of 15 digits apart.
            if (side->has_seconds()) {
                require_seconds(cells.dialect());
            }
            if (!side->is_column()) {
                refuse_products(cells.dialect());
            }
            const std::string& column = names[side->steps[0].index];
            sides.push_back(cells.number({column}));
            compared.columns[sides.back()] = column;
            continue;
        }
        sql_value value = sql_of(*side, names, cells);
        compared.columns.merge(value.columns);
        compared.faults.insert(compared.faults.end(), value.faults.begin(), value.faults.end());
        sides.push_back(value.text);
    }
    compared.truth = fmt::format("{} {} {}", sides[0], sign, sides[1]);
    return compared;
}

}  // namespace cxm
