#include "sql/sql_result.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "sql/calendar.hpp"
#include "sql/sql_metrics.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// The last steps, from figures to records.
class result_speller {
public:
    result_speller(const sql_plan& of, const sql_counting& counting) : of_(of), in_(of.in), counting_(counting) {}

    std::string add(std::vector<sql_stage>& stages) const {
        const std::string from = stages.back().name;
        std::string refused = "SUM(refused_rows) OVER ()";
        std::string example = "COALESCE(MIN(refused_text) OVER (), '')";
        stages.push_back({"cxm_totals",
                          "How many rows are refused in all, and what one of them says.",
                          {from + ".*", sql_column(filled(in_.whole, refused), "refused_in_all"),
                           sql_column(example, "refused_example_of_all")},
                          from});
        if (of_.p.subscriptions) {
            add_length_of_span(stages);
        }
        const std::vector<sql_output> metrics = add_metrics_to(stages);
        std::vector<std::string> columns;
        std::vector<std::string> order;
        if (!of_.period_column.empty() || of_.p.subscriptions) {
            columns.push_back(sql_column("period_text", sql_name(in_, "period")));
            order.push_back(filled(in_.ordered, "period_text"));
        }
        for (const sql_counting::key& key : counting_.keys) {
            columns.push_back(sql_column(key.shown, sql_name(in_, key.title)));
            order.push_back(key.order);
        }
        for (const measure* m : measures_of(of_.p, of_.known)) {
            columns.push_back(sql_column(figure_of(*m), sql_name(in_, m->key)));
        }
        for (const sql_output& metric : metrics) {
            columns.push_back(sql_column(metric.value, sql_name(in_, metric.title)));
        }
        columns.push_back(sql_column(stop_or_refused(in_, of_.wanted.guard), sql_name(in_, "refused")));
        columns.push_back(sql_column("refused_example_of_all", sql_name(in_, "refused_example")));
        columns.push_back(sql_column("COUNT(*) OVER ()", sql_name(in_, "records")));
        const std::string before = stages.back().name;
        stages.push_back({"", "The records. None may be missing, and nothing may be refused: cxm sees to both.",
                          columns, before, span_condition()});
        std::string by;
        for (const std::string& each : order) {
            by += (by.empty() ? "" : ", ") + each;
        }
        return by;
    }

private:
    std::vector<sql_output> add_metrics_to(std::vector<sql_stage>& stages) const {
        if (of_.wanted.metrics.empty()) {
            return {};
        }
        std::vector<sql_input> measures;
        for (const measure* m : measures_of(of_.p, of_.known)) {
            measures.push_back({m, figure_of(*m), is_text(*m)});
        }
        return add_metrics(in_, of_.wanted.metrics, of_.wanted.level, measures, stages);
    }

    std::string span_condition() const {
        if (!of_.wanted.span.any() || of_.p.every == grain::free) {
            return {};
        }
        const std::string column = of_.by_number ? "period_number" : "period_text";
        const auto bound = [&](std::int32_t day) {
            return of_.by_number ? sql_period_number(of_.p.every, day)
                                 : "'" + spell(containing(day, of_.p.every)) + "'";
        };
        std::string within;
        if (of_.wanted.span.from) {
            within = column + " >= " + bound(of_.wanted.span.from->first);
        }
        if (of_.wanted.span.to) {
            within += (within.empty() ? "" : " AND ") + column + " <= " + bound(of_.wanted.span.to->last);
        }
        return (of_.by_number ? column + " IS NULL OR (" : column + " = '' OR (") + within + ")";
    }

    /// The measures of stays, by their place among `stay_measures`.
    static std::string stay_figure(std::size_t place) {
        constexpr const char* figures[] = {"customers_at_end - won + lost", "won", "lost", "customers_at_end"};
        return figures[place];
    }

    std::string figure_of(const measure& m) const {
        for (std::size_t i = 0; i < counting_.figures.size(); ++i) {
            if (*counting_.figures[i].of == m) {
                return fmt::format("figure_{}", i + 1);
            }
        }
        const auto* const at = std::find(std::begin(stay_measures), std::end(stay_measures), m.key);
        const std::string value = stay_figure(static_cast<std::size_t>(at - std::begin(stay_measures)));
        // A row without a date is in no period, and has no customers.
        return of_.period_column.empty()
                   ? value
                   : fmt::format("CASE WHEN period_number IS NULL THEN '' ELSE {} END", filled(in_.text, value));
    }

    /// Whether a figure is a text, which says '' where there is no telling.
    bool is_text(const measure& m) const {
        const auto figure = std::find_if(counting_.figures.begin(), counting_.figures.end(),
                                         [&](const sql_counting::figure& each) { return *each.of == m; });
        return figure == counting_.figures.end() ? !of_.period_column.empty() : figure->is_text;
    }

    void add_length_of_span(std::vector<sql_stage>& stages) const {
        const std::string from = stages.back().name;
        const std::string too_long = "last_period - first_period > 9999";
        stages.back().columns[1] = sql_column(fmt::format("{} + CASE WHEN {} THEN 1 ELSE 0 END",
                                                          filled(in_.whole, "SUM(refused_rows) OVER ()"), too_long),
                                              "refused_in_all");
        stages.back().columns[2] = sql_column(
            fmt::format("CASE WHEN {} THEN 'the stays go over more than ten thousand periods: is a date wrong?' ELSE "
                        "COALESCE(MIN(refused_text) OVER (), '') END",
                        too_long),
            "refused_example_of_all");
        stages.back().from += " CROSS JOIN cxm_span";
    }

    const sql_plan& of_;
    const sql_dialect& in_;
    const sql_counting& counting_;
};

}  // namespace

std::string stop_or_refused(const sql_dialect& in, bool stops) {
    if (!stops) {
        return "refused_in_all";
    }
    if (in.stop.empty()) {
        throw bad_usage(fmt::format("{} has nothing that stops a query with a message; leave out --guard, and cxm "
                                    "sees to the rows refused when it reads the result",
                                    in.engine));
    }
    return fmt::format("CASE WHEN refused_in_all = 0 THEN refused_in_all ELSE {} END",
                       filled(in.stop, "refused_example_of_all"));
}

std::string add_result(const sql_plan& of, const sql_counting& counting, std::vector<sql_stage>& to) {
    return result_speller(of, counting).add(to);
}

}  // namespace cxm
