#pragma once

#include <string>
#include <utility>
#include <vector>

#include <cxm/measure.hpp>

#include "plan/plan.hpp"
#include "sql/row_cells.hpp"

namespace cxm {

/// What a query's steps hold, as it is put together: a column of each, with its name.
struct sql_counting {
    /// A row's finding that has it refused: when, and the message, both in SQL.
    using finding = std::pair<std::string, std::string>;

    /// What tells groups apart, and how it is shown and put in order.
    struct key {
        std::string name;
        std::string shown;  ///< as text
        std::string order;
        std::string title;  ///< of the result's column
    };

    /// A measure: its value of a group's columns, and that of a group without rows, a text where `is_text`.
    struct figure {
        const measure* of;
        std::string value;
        std::string of_nothing;
        bool is_text;
    };

    std::vector<finding> findings;
    std::vector<std::string> counted;  ///< of a row
    std::vector<std::string> ranked;   ///< of a row among those of its group
    std::vector<std::string> grouped;  ///< of a group
    std::vector<key> keys;
    std::vector<figure> figures;

    /// Refuses a row of a column's cell, which the message quotes: `score: 'x' …`.
    void refuse(row_cells& cells, const std::string& when, const std::string& column, std::string_view what);
};

/// Adds what a survey counts.
void add_survey(const plan& p, const plan::survey& s, const catalogue& known, row_cells& cells, sql_counting& to);

/// Adds a measure of an expression, not of a mean but of its parts.
void add_measure(const plan::own_measure& m, const catalogue& known, row_cells& cells, sql_counting& to);

/// Adds a label.
void add_label(const plan::label& label, row_cells& cells, sql_counting& to);

/// A condition's fault among the findings; its truth, empty where it is always true.
std::string truth_of(const condition& c, const std::string& text, row_cells& cells, sql_counting& to);

}  // namespace cxm
