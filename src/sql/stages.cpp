#include "sql/stages.hpp"

#include <cstddef>
#include <utility>

namespace cxm {

namespace {

/// A text of several lines, each behind the first moved to the right.
std::string indented(const std::string& text, std::size_t by) {
    std::string moved;
    for (const char c : text) {
        moved += c;
        if (c == '\n') {
            moved.append(by, ' ');
        }
    }
    return moved;
}

std::string commented(const std::string& comment, const std::string& indent) {
    std::string text = indent + "-- ";
    for (const char c : comment) {
        text += c;
        text += c == '\n' ? indent + "-- " : "";
    }
    return text + '\n';
}

std::string select(const sql_stage& stage, std::size_t by) {
    const std::string indent(by, ' ');
    std::string text = indent + "SELECT";
    for (const std::string& column : stage.columns) {
        text += (&column == stage.columns.data() ? "\n" : ",\n") + indent + "  " + indented(column, by + 2);
    }
    text += "\n" + indent + "FROM " + indented(stage.from, by);
    if (!stage.where.empty()) {
        text += "\n" + indent + "WHERE " + indented(stage.where, by + 2);
    }
    if (!stage.group.empty()) {
        text += "\n" + indent + "GROUP BY " + stage.group;
    }
    return text;
}

}  // namespace

std::string sql_column(const std::string& expression, const std::string& name) { return expression + " AS " + name; }

std::string spell(const std::vector<sql_stage>& stages, const std::string& order, std::string_view kept) {
    std::string text = "WITH\n";
    for (std::size_t i = 0; i + 1 < stages.size(); ++i) {
        text += commented(stages[i].comment, "") + stages[i].name + " AS " +
                std::string(stages[i].is_kept ? kept : "") + "(\n" + select(stages[i], 2) + "\n)" +
                (i + 2 < stages.size() ? ",\n" : "\n");
    }
    text += commented(stages.back().comment, "") + select(stages.back(), 0);
    return text + (order.empty() ? "\n" : "\nORDER BY " + order + "\n");
}

std::string sql_case(const std::vector<std::pair<std::string, std::string>>& cases, const std::string& otherwise) {
    const bool is_short = cases.size() == 1;
    std::string text = "CASE";
    for (const auto& [when, then] : cases) {
        text += (is_short ? " WHEN " : "\n  WHEN ") + indented(when, is_short ? 0 : 4) + " THEN " +
                indented(then, is_short ? 0 : 4);
    }
    text += otherwise.empty() ? "" : (is_short ? " ELSE " : "\n  ELSE ") + otherwise;
    return text + (is_short ? " END" : "\nEND");
}

sql_stage sql_digits_stage(std::string comment) {
    std::string digits = "(SELECT 0 AS digit";
    for (int i = 1; i < 10; ++i) {
        digits += " UNION ALL SELECT " + std::to_string(i);
    }
    return {"cxm_digits", std::move(comment), {"digit"}, digits + ") AS u"};
}

}  // namespace cxm
