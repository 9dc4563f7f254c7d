#include <fmt/format.h>

#include "sql/counting.hpp"
#include "sql/sql_arithmetic.hpp"
#include "text/problem.hpp"
#include "values/number.hpp"

// What expressions count.
namespace cxm {

namespace {

/// A measure as it is spelled: its rows, and the columns of the query that are its own.
class measure_speller {
public:
    measure_speller(const plan::own_measure& m, const catalogue& known, row_cells& cells, sql_counting& to)
        : m_(m),
          of_(known.find_measure(m.name)),
          cells_(cells),
          to_(to),
          in_(cells.dialect()),
          name_("measure_" + std::to_string(to.figures.size() + 1)),
          total_(name_ + "_total") {
        truth_ = truth_of(m.counted.where, m.text, cells, to);
        rows_ = truth_.empty() ? "wrong IS NULL" : "wrong IS NULL AND (" + truth_ + ")";
    }

    void count() {
        add_rows(name_);
        to_.grouped.push_back(sql_column("COUNT(" + name_ + ")", total_));
        to_.figures.push_back({of_, total_, "0", false});
    }

    void distinct() {
        const column_text& column = m_.counted.told_by;
        if (const std::string fault = cells_.fault_of_letters(column); !fault.empty()) {
            to_.refuse(cells_, and_wanted(fault), column.name, "has letters that engines lower in different ways");
        }
        add_value(cells_.text(column));
        add_group("COUNT(DISTINCT " + name_ + ")");
        figure(filled(in_.text, total_), "'0'");
    }

    void sum() {
        if (in_.decimal.empty()) {
            sum_of_parts();
            return;
        }
        add_value(computed({18, 18}));
        add_group("SUM(" + name_ + ")");
        figure(fmt::format("COALESCE({}, 'is beyond 1.7e20')", filled(in_.text, total_)), "'0'");
    }

    /// The least or the greatest.
    void extreme(const std::string& function) {
        if (in_.decimal.empty()) {
            // Doubles tell numbers of 15 digits apart, which are all that are read.
            require_column("the least and the greatest");
            const std::string& column = m_.counted.summand.columns[0];
            refuse_others({cells_.number({column}), {{cells_.number({column}), column}}});
            add_value(cells_.number({column}));
        } else {
            add_value(computed({18, 18}));
        }
        add_group(function + "(" + name_ + ")");
        figure(filled(in_.text, total_), "''");
    }

    /// Between the two values around the place, in proportion.
    void quantile() {
        if (in_.decimal.empty()) {
            throw bad_usage(
                fmt::format("{} has no exact decimals, and would round a median; DuckDB reads its files", in_.engine));
        }
        add_value(computed({12, in_.most_places_of_product < 18 ? in_.most_places_of_product - 2 : 16}));
        to_.ranked.push_back(sql_column(
            fmt::format("ROW_NUMBER() OVER (PARTITION BY {{}} ORDER BY CASE WHEN {0} IS NULL THEN 1 ELSE 0 END, {0})",
                        name_),
            name_ + "_rank"));
        to_.ranked.push_back(sql_column(fmt::format("COUNT({}) OVER (PARTITION BY {{}})", name_), name_ + "_of"));
        const auto hundredths = [&](const std::string& of) {
            return fmt::format("({}{} - 1) * {}", name_, of, m_.counted.percent);
        };
        const std::string below =
            "CASE WHEN " + name_ + "_of > 0 THEN " + filled(in_.divided, hundredths("_of"), "100") + " ELSE 0 END";
        const auto value_at = [&](int behind) {
            return fmt::format("MAX(CASE WHEN {0}_rank = {1} + {2} THEN {0} END)", name_, below, behind);
        };
        to_.grouped.push_back(sql_column(value_at(1), name_ + "_low"));
        to_.grouped.push_back(sql_column(value_at(2), name_ + "_high"));
        to_.grouped.push_back(sql_column("MAX(" + name_ + "_of)", name_ + "_count"));
        const std::string share = fmt::format(
            "{} * {}", filled(in_.decimal, filled(in_.text, filled(in_.rest, hundredths("_count"), "100")), "2", "0"),
            filled(in_.decimal, "'0.01'", "3", "2"));
        to_.figures.push_back(
            {of_,
             fmt::format("CASE WHEN {0}_count = 0 THEN '' WHEN {0}_high IS NULL THEN {1} ELSE {2} END", name_,
                         filled(in_.text, name_ + "_low"),
                         filled(in_.text, fmt::format("{0}_low + ({0}_high - {0}_low) * {1}", name_, share))),
             "''", true});
    }

private:
    void require_column(std::string_view what) const {
        if (!m_.counted.summand.is_column()) {
            throw bad_usage(fmt::format("{} has no exact decimals for {} of what is computed; DuckDB reads its files",
                                        in_.engine, what));
        }
    }

    std::string and_wanted(const std::string& fault) const {
        return truth_.empty() ? fault : "(" + truth_ + ") AND " + fault;
    }

    void refuse_others(const sql_value& value) {
        for (const auto& [read_as, column] : value.columns) {
            to_.refuse(cells_, and_wanted(fmt::format("{} IS NOT NULL AND {} IS NULL", cells_.cell(column), read_as)),
                       column, "is not a plain number, or has more digits than are computed with exactly");
        }
        for (const sql_fault& fault : value.faults) {
            to_.refuse(cells_, and_wanted(fault.when), fault.column, fault.what);
        }
        if (of_->of == unit::seconds && m_.counted.summand.has_seconds()) {
            to_.refuse(cells_, and_wanted(value.text + " < 0"), m_.counted.summand.columns[0],
                       "is before the earlier time; a condition 'where seconds(…) >= 0' leaves such rows out");
        }
        // Of a measure of whole numbers 1.204 is above a thousand.
        const bool is_column = m_.counted.kind == counting::sum && m_.counted.summand.is_column();
        if (is_column && kind_of(*of_) == number_kind::whole && !cells_.is_whole(m_.counted.summand.columns[0])) {
            const std::string& column = m_.counted.summand.columns[0];
            to_.refuse(cells_, and_wanted(is_maybe_grouped(in_, cells_.text(column))), column,
                       "may be above a thousand or have decimals");
        }
    }

    std::string computed(sql_digits most) {
        const sql_value value = sql_of(m_.counted.summand, m_.counted.summand.columns, cells_, most);
        refuse_others(value);
        return value.text;
    }

    void add_rows(const std::string& name) { to_.counted.push_back(sql_column(sql_when(rows_, "1"), name)); }

    void add_value(const std::string& value) { to_.counted.push_back(sql_column(sql_when(rows_, value), name_)); }

    /// The group's value, and whether a row was counted, and one that has a value.
    void add_group(const std::string& value) {
        add_rows(name_ + "_row");
        to_.grouped.push_back(sql_column(value, total_));
        to_.grouped.push_back(sql_column("COUNT(" + name_ + ")", name_ + "_filled"));
        to_.grouped.push_back(sql_column("COUNT(" + name_ + "_row)", name_ + "_rows"));
    }

    /// Of no row there is nothing; of rows that do not say there is no telling.
    void figure(const std::string& value, const std::string& of_nothing) {
        to_.figures.push_back({of_,
                               fmt::format("CASE WHEN {0}_filled > 0 THEN {1} WHEN {0}_rows = 0 THEN {2} ELSE '' END",
                                           name_, value, of_nothing),
                               of_nothing, true});
    }

    void sum_of_parts() {
        const sql_parts parts = sql_parts_of(m_.counted.summand, m_.counted.summand.columns, cells_);
        refuse_others(parts.units);
        add_value(parts.units.text);
        to_.counted.push_back(sql_column(sql_when(rows_, parts.billionths.text), name_ + "_billionths"));
        add_group("SUM(" + name_ + ")");
        // Billionths of either sign become 0 to 999999999 of them.
        const std::string billionths = "SUM(" + name_ + "_billionths)";
        const std::string rest = fmt::format("(({} % 1000000000 + 1000000000) % 1000000000)", billionths);
        to_.grouped.push_back(sql_column(rest, name_ + "_rest"));
        to_.grouped.push_back(
            sql_column(fmt::format("SUM({}) + ({} - {}) / 1000000000", name_, billionths, rest), name_ + "_units"));
        const std::string places = "SUBSTR(CAST(1000000000 + {} AS TEXT), 2)";
        figure(fmt::format("CASE WHEN {0}_units >= 0 THEN CAST({0}_units AS TEXT) || '.' || {1}\n"
                           "  WHEN {0}_rest = 0 THEN CAST({0}_units AS TEXT)\n"
                           "  ELSE '-' || CAST(-({0}_units + 1) AS TEXT) || '.' || {2} END",
                           name_, filled(places, name_ + "_rest"), filled(places, "1000000000 - " + name_ + "_rest")),
               "'0'");
    }

    const plan::own_measure& m_;
    const measure* of_;
    row_cells& cells_;
    sql_counting& to_;
    const sql_dialect& in_;
    std::string name_;   ///< of a row's column
    std::string total_;  ///< of the group's
    std::string truth_;
    std::string rows_;
};

}  // namespace

void add_measure(const plan::own_measure& m, const catalogue& known, row_cells& cells, sql_counting& to) {
    measure_speller spelled(m, known, cells, to);
    switch (m.counted.kind) {
        case counting::count: spelled.count(); break;
        case counting::distinct: spelled.distinct(); break;
        case counting::least: spelled.extreme("MIN"); break;
        case counting::most: spelled.extreme("MAX"); break;
        case counting::quantile: spelled.quantile(); break;
        default: spelled.sum(); break;
    }
}

}  // namespace cxm
