#include <map>

#include <fmt/format.h>

#include "sql/counting.hpp"
#include "text/problem.hpp"
#include "text/utf8.hpp"

// What surveys count.
namespace cxm {

namespace {

/// The answers that a plan names, as numbers; NULL for other texts.
std::string named_answer(const plan::survey& s, row_cells& cells) {
    const sql_dialect& in = cells.dialect();
    std::map<std::string, int> answers;
    for (const plan::answer& each : s.answers) {
        answers[in_lower_case(each.text)] = each.value;
    }
    std::string text = "CASE LOWER(" + filled(in.trim, cells.text(s.column)) + ")";
    for (const auto& [answer, value] : answers) {
        text += fmt::format("\n  WHEN {} THEN {}", sql_text(in, answer), s.reversed ? s.low + s.high - value : value);
    }
    return text + "\nEND";
}

/// The place of an answer within its boxes, as a condition on the answer's column.
std::string box_of(answer_figure wanted, const plan::survey& s, const std::string& answer) {
    switch (wanted) {
        case answer_figure::top: return fmt::format("{} >= {}", answer, top_from(s));
        case answer_figure::middle: return fmt::format("{0} >= {1} AND {0} < {2}", answer, middle_from(s), top_from(s));
        case answer_figure::bottom: return fmt::format("{} < {}", answer, middle_from(s));
        default: return answer + " IS NOT NULL";
    }
}

std::string factor_of(answer_figure wanted, const std::string& answer) {
    return wanted == answer_figure::points           ? answer
           : wanted == answer_figure::points_squared ? answer + " * " + answer
                                                     : "1";
}

void add_weights(const plan& p, const plan::survey& s, const catalogue& known, row_cells& cells, sql_counting& to,
                 const std::string& name) {
    const sql_dialect& in = cells.dialect();
    if (in.decimal.empty()) {
        throw bad_usage(
            fmt::format("{} has no exact decimals for weights and their squares; DuckDB reads its files", in.engine));
    }
    const sql_digits digits{9, in.most_places_of_product / 2};
    const std::string weight = cells.decimal(p.weight, digits);
    const std::string cell = cells.cell(p.weight);
    const std::string answered = cells.cell(s.column) + " IS NOT NULL";
    to.findings.emplace_back(answered + " AND " + cell + " IS NULL",
                             sql_text(in, p.weight + ": is blank: an answer needs its weight"));
    to.refuse(cells, fmt::format("{} AND ({} IS NULL OR {} < 0)", answered, weight, weight), p.weight,
              fmt::format("is no weight from 0 on, of at most {} digits before the point and {} behind it",
                          digits.whole, digits.places));
    to.counted.push_back(
        sql_column(fmt::format("CASE WHEN wrong IS NULL AND {} THEN {} END", answered, weight), name + "_weight"));
    const auto add = [&](std::string_view measure, const std::string& of, std::size_t number) {
        const std::string sum = fmt::format("{}_sum_{}", name, number);
        to.grouped.push_back(sql_column("SUM(" + of + ")", sum));
        to.figures.push_back({known.find_measure(measure), "COALESCE(" + filled(in.text, sum) + ", '0')", "'0'", true});
    };
    std::size_t number = 0;
    for (const survey_kind::figure_made& figure : figures_of(s)) {
        const std::string factor = factor_of(figure.of, name);
        const std::string weighted =
            factor == "1" ? name + "_weight"
                          : fmt::format("{}_weight * {}", name, filled(in.decimal, filled(in.text, factor), "5", "0"));
        add(figure.measure, sql_when(box_of(figure.of, s, name), weighted), ++number);
    }
    add(s.of->weights_squared, fmt::format("{0}_weight * {0}_weight", name), ++number);
}

}  // namespace

void add_survey(const plan& p, const plan::survey& s, const catalogue& known, row_cells& cells, sql_counting& to) {
    const sql_dialect& in = cells.dialect();
    const std::string name = std::string(s.of->key) + "_answer";
    const std::string cell = cells.cell(s.column);
    std::string answer;
    if (s.answers.empty()) {
        const bool is_whole = cells.is_whole(s.column);
        const std::string number = is_whole ? cells.value(s.column) : cells.number({s.column});
        to.refuse(cells,
                  is_whole
                      ? fmt::format("{} NOT BETWEEN {} AND {}", number, s.low, s.high)
                      : fmt::format(
                            "{0} IS NOT NULL AND CASE WHEN {1} BETWEEN {2} AND {3} AND {1} = ROUND({1}) THEN 0 ELSE 1 "
                            "END = 1",
                            cell, number, s.low, s.high),
                  s.column, fmt::format("is not on the scale {}..{}", s.low, s.high));
        answer = (s.reversed ? std::to_string(s.low + s.high) + " - " : "") + filled(in.whole, number);
    } else {
        answer = named_answer(s, cells);
        to.refuse(cells, cell + " IS NOT NULL AND " + answer + " IS NULL", s.column,
                  "is none of the answers that are named");
    }
    to.counted.push_back(sql_column(sql_when("wrong IS NULL", answer), name));
    if (!p.weight.empty()) {
        add_weights(p, s, known, cells, to, name);
        return;
    }
    for (const survey_kind::figure_made& figure : figures_of(s)) {
        const std::string column = std::string(figure.measure) + "_sum";
        const std::string factor = factor_of(figure.of, name);
        to.grouped.push_back(sql_column(factor == "1" ? "COUNT(" + sql_when(box_of(figure.of, s, name), "1") + ")"
                                                      : filled(in.whole, "COALESCE(SUM(" + factor + "), 0)"),
                                        column));
        to.figures.push_back({known.find_measure(figure.measure), column, "0", false});
    }
}

}  // namespace cxm
