#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plan/arithmetic.hpp"
#include "plan/plan.hpp"
#include "sql/dialect.hpp"
#include "sql/patterns.hpp"
#include "sql/stages.hpp"

namespace cxm {

/// The cells of a row that a query looks at, and what they are read as. Each is asked for by its column, gets a name,
/// and is computed once, in a step before all that uses it.
class row_cells {
public:
    row_cells(const plan& of, const sql_dialect& in, bool bare_names) : plan_(of), in_(in), bare_names_(bare_names) {}

    const sql_dialect& dialect() const { return in_; }

    /// The names of columns: of the cell as text, NULL where it is blank.
    std::string text(const std::string& column);
    std::string text(const column_text& column);

    /// What is NULL where a cell is blank, and only there.
    std::string cell(const std::string& column);

    /// The cell as a text, for what is said of few rows.
    std::string shown(const std::string& column);

    /// Whether a column is known to hold whole numbers; or dates and times.
    bool is_whole(const std::string& column) const;
    bool is_time(const std::string& column) const;

    /// The column as it is, of a type that the plan says.
    std::string value(const std::string& column);

    /// As a double, NULL where it is no number.
    std::string number(const column_text& column);

    /// As an exact decimal, NULL where it is none of so many digits.
    std::string decimal(const std::string& column, sql_digits most);

    /// Whole units, and billionths, of a number: what SQLite has for decimals.
    std::string units(const std::string& column);
    std::string billionths(const std::string& column);

    /// As `2024-03-15`, NULL where it is no day.
    std::string day(const std::string& column);

    /// What is said of a cell that has none.
    std::string not_a_day() const;

    /// The number of that day from 1970-01-01 on.
    std::string day_number(const std::string& column);

    /// The number of the period that it lies in, NULL where it is no day.
    std::string period_number(const std::string& column, grain every);

    /// What its clock shows, as `HHMMSS` with six digits of a second's parts; midnight where it is a day alone.
    std::string clock(const std::string& column);

    /// Whether it is a day without a time.
    std::string is_day_alone(const std::string& column);

    /// How far its zone is ahead of UTC, `+0200`, NULL where it has none.
    std::string zone_offset(const std::string& column);

    /// All cells asked for so far, as they are written, in one text that is the same only where each is.
    std::string contents();

    /// The hour of its time, `09`, NULL where it has none.
    std::string hour(const std::string& column);

    /// Whether `lower` may do otherwise in the engine than here; empty where no letters are lowered.
    std::string fault_of_letters(const column_text& column);

    /// The steps that compute all that was asked for; the table is written as it stands in the query.
    std::vector<sql_stage> stages(const std::string& table) const;

private:
    /// Steps that build on one another.
    enum level { cells, changed, zones, read, instants, locals, derived, levels };

    const std::string& add(level at, const std::string& column, std::string_view suffix, const std::string& what,
                           const std::string& expression);
    std::string name_of(const std::string& column) const;
    std::optional<column_type> type(const std::string& column) const;  ///< nothing: it is read by its text
    std::string typed_number(const std::string& column);
    std::string typed_decimal(const std::string& column, sql_digits most);
    std::string known_year(const std::string& column);
    std::string iso(const std::string& column);
    std::string zone(const std::string& column);
    std::string local(const std::string& column);
    std::string has_billionths(const std::string& column);

    const plan& plan_;
    const sql_dialect& in_;
    bool bare_names_;
    std::map<std::string, std::string> names_;  ///< by what they are of
    std::set<std::string> taken_;
    std::vector<std::string> asked_;  ///< columns, as they were first asked for
    std::vector<std::string> columns_[levels];
};

/// `CASE WHEN … THEN … END`.
std::string sql_when(const std::string& condition, const std::string& then);

}  // namespace cxm
