#include "sql/query.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sql/calendar.hpp"
#include "sql/counting.hpp"
#include "sql/stays.hpp"
#include "text/ascii.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

constexpr std::string_view columns_of_findings[] = {"refused", "refused_example", "records"};

/// Columns of one name, but for capitals, are one column in most engines.
void require_names(const plan& p, const catalogue& known) {
    std::vector<std::string> names = {"period"};
    names.insert(names.end(), std::begin(columns_of_findings), std::end(columns_of_findings));
    for (const measure* m : measures_of(p, known)) {
        names.emplace_back(m->key);
    }
    const auto in_small_letters = [](std::string text) {
        std::transform(text.begin(), text.end(), text.begin(), lower);
        return text;
    };
    for (const plan::label& label : p.by) {
        const auto taken = std::find_if(names.begin(), names.end(), [&](const std::string& name) {
            return in_small_letters(name) == in_small_letters(label.name);
        });
        if (taken != names.end()) {
            throw bad_usage("the label " + quoted(label.name) + " and " + quoted(*taken) +
                            " would be one column in SQL; give it another name: " + shown(label.name) +
                            "_label=" + shown(label.column));
        }
        names.push_back(label.name);
    }
}

/// What a plan counts, put together step by step.
class query_speller {
public:
    query_speller(const plan& p, const catalogue& known, const sql_dialect& in, const sql_request& wanted)
        : p_(p), known_(known), in_(in), wanted_(wanted), cells_(p, in, wanted.bare_names) {}

    std::string run() {
        const std::string where = count();
        std::vector<sql_stage> stages = cells_.stages(sql_table(in_, wanted_.table));
        stages.back().is_kept = stages.size() > 1;
        add_judged(where, stages);
        counting_.counted.insert(counting_.counted.begin(), "wrong");
        stages.push_back({"cxm_counted", "What each row is counted as: nothing where it is refused.", counting_.counted,
                          "cxm_judged"});
        stages.back().is_kept = p_.subscriptions.has_value();
        if (!p_.subscriptions || counts_rows_) {
            add_groups(stages);
        }
        if (p_.subscriptions) {
            add_stay_stages(in_, counting_, counts_rows_, span_in_numbers(), stages);
        }
        if (by_number_) {
            add_spelled_periods(in_, p_.every, stages);
        }
        return finish(stages);
    }

private:
    /// Says what is counted of rows; gives the condition on them.
    std::string count() {
        std::string where = truth_of(p_.where.meets, p_.where.text, cells_, counting_);
        if (!counting_.findings.empty()) {
            // Rows whose condition cannot be told are refused, not passed over.
            where = "(" + where + ")\nOR " + counting_.findings[0].first;
        }
        if (p_.subscriptions) {
            add_stays(p_, cells_, counting_);
        }
        counts_rows_ = !p_.surveys.empty() || !p_.measures.empty();
        by_number_ = p_.subscriptions.has_value() || p_.every == grain::week;
        if (!p_.period.empty()) {
            add_period();
        }
        for (const plan::label& label : p_.by) {
            add_label(label, cells_, counting_);
        }
        for (const plan::survey& s : p_.surveys) {
            add_survey(p_, s, known_, cells_, counting_);
        }
        for (const plan::own_measure& m : p_.measures) {
            for (const plan::own_measure& part : parts_of(m, known_)) {
                add_measure(part, known_, cells_, counting_);
            }
        }
        return where;
    }

    void add_period() {
        if (p_.every == grain::free) {
            add_label({"period", p_.period}, cells_, counting_);
            return;
        }
        const std::string day = cells_.day(p_.period);
        counting_.refuse(cells_, cells_.text(p_.period) + " IS NOT NULL AND " + day + " IS NULL", p_.period,
                         "is not a date such as 2024-03-15");
        const bool by_day = by_number_ && (p_.every == grain::day || p_.every == grain::week);
        const std::string number = by_day ? cells_.day_number(p_.period) : std::string();
        counting_.counted.push_back(
            by_number_ ? sql_column(sql_period_number(in_, p_.every, day, number), "period_number")
                       : sql_column("COALESCE(" + sql_period(p_.every, day) + ", '')", "period_text"));
    }

    std::string period_column() const {
        return p_.every == grain::free || p_.period.empty() ? "" : by_number_ ? "period_number" : "period_text";
    }

    /// The columns that tell groups apart, with commas between them.
    std::string keys() const {
        std::string text = period_column();
        for (const sql_counting::key& key : counting_.keys) {
            text += (text.empty() ? "" : ", ") + key.name;
        }
        return text.empty() ? "cxm_one" : text;
    }

    void add_judged(const std::string& where, std::vector<sql_stage>& to) const {
        const std::string from = to.back().name;
        const std::string wrong = counting_.findings.empty() ? "NULLIF('', '')" : sql_case(counting_.findings);
        to.push_back({"cxm_judged",
                      "The rows that are counted, and what is wrong with them: in words, NULL where nothing is.",
                      {from + ".*", sql_column(wrong, "wrong")},
                      from,
                      where});
    }

    void add_groups(std::vector<sql_stage>& to) const {
        const std::string by = keys();
        std::string from = "cxm_counted";
        if (by == "cxm_one") {
            to.back().columns.push_back("1 AS cxm_one");
        }
        if (!counting_.ranked.empty()) {
            std::vector<std::string> columns = {"cxm_counted.*"};
            for (const std::string& ranked : counting_.ranked) {
                columns.push_back(filled(ranked, by));
            }
            to.push_back({"cxm_ranked", "The places of values within their groups.", columns, from});
            from = "cxm_ranked";
        }
        std::vector<std::string> columns = {by};
        if (!p_.subscriptions) {
            columns.push_back(sql_column("COUNT(wrong)", "refused_rows"));
            columns.push_back(sql_column("MIN(wrong)", "refused_text"));
        }
        columns.insert(columns.end(), counting_.grouped.begin(), counting_.grouped.end());
        // Refused rows are told of by the changes that stays make.
        to.push_back({"cxm_groups", "A record each.", columns, from, p_.subscriptions ? "wrong IS NULL" : "", by});
        columns = {by};
        if (!p_.subscriptions) {
            columns.insert(columns.end(), {"refused_rows", "refused_text"});
        }
        for (std::size_t i = 0; i < counting_.figures.size(); ++i) {
            columns.push_back(sql_column(counting_.figures[i].value, fmt::format("figure_{}", i + 1)));
        }
        to.push_back({"cxm_figures", "The measures: '' where there is no telling.", columns, "cxm_groups"});
    }

    /// The span asked for, in the numbers of periods.
    sql_span span_in_numbers() const {
        sql_span span;
        if (wanted_.wanted.from) {
            span.first = number_of(wanted_.wanted.from->first);
        }
        if (wanted_.wanted.to) {
            span.last = number_of(wanted_.wanted.to->last);
        }
        return span;
    }

    std::string number_of(std::int32_t day) const {
        const auto date = calendar::date(containing(day, p_.every).first);
        const int year = static_cast<int>(date.year());
        const int month = static_cast<int>(static_cast<unsigned>(date.month()));
        const std::int32_t first = containing(day, p_.every).first;
        switch (p_.every) {
            case grain::year: return std::to_string(year);
            case grain::quarter: return std::to_string(year * 4 + (month - 1) / 3);
            case grain::month: return std::to_string(year * 12 + month - 1);
            case grain::week: return std::to_string((first + 719169) / 7);
            default: return std::to_string(first);
        }
    }

    std::string span_condition() const {
        if (!wanted_.wanted.any() || p_.every == grain::free) {
            return {};
        }
        const std::string column = by_number_ ? "period_number" : "period_text";
        const auto bound = [&](std::int32_t day) {
            return by_number_ ? number_of(day) : "'" + spell(containing(day, p_.every)) + "'";
        };
        std::string within;
        if (wanted_.wanted.from) {
            within = column + " >= " + bound(wanted_.wanted.from->first);
        }
        if (wanted_.wanted.to) {
            within += (within.empty() ? "" : " AND ") + column + " <= " + bound(wanted_.wanted.to->last);
        }
        return (by_number_ ? column + " IS NULL OR (" : column + " = '' OR (") + within + ")";
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
        return period_column().empty()
                   ? value
                   : fmt::format("CASE WHEN period_number IS NULL THEN '' ELSE {} END", filled(in_.text, value));
    }

    std::string finish(std::vector<sql_stage>& stages) const {
        const std::string from = stages.back().name;
        std::string refused = "SUM(refused_rows) OVER ()";
        std::string example = "COALESCE(MIN(refused_text) OVER (), '')";
        stages.push_back({"cxm_totals",
                          "How many rows are refused in all, and what one of them says.",
                          {from + ".*", sql_column(filled(in_.whole, refused), "refused_in_all"),
                           sql_column(example, "refused_example_of_all")},
                          from});
        if (p_.subscriptions) {
            add_length_of_span(stages);
        }
        std::vector<std::string> columns;
        std::vector<std::string> order;
        if (!period_column().empty() || p_.subscriptions) {
            columns.push_back(sql_column(by_number_ || !period_column().empty() ? "period_text" : "''",
                                         sql_name(in_, "period")));
            order.push_back(filled(in_.ordered, "period_text"));
        }
        for (const sql_counting::key& key : counting_.keys) {
            columns.push_back(sql_column(key.shown, sql_name(in_, key.title)));
            order.push_back(key.order);
        }
        for (const measure* m : measures_of(p_, known_)) {
            columns.push_back(sql_column(figure_of(*m), sql_name(in_, m->key)));
        }
        columns.push_back(sql_column(stop_or("refused_in_all"), sql_name(in_, "refused")));
        columns.push_back(sql_column("refused_example_of_all", sql_name(in_, "refused_example")));
        columns.push_back(sql_column("COUNT(*) OVER ()", sql_name(in_, "records")));
        const std::string before = stages.back().name;
        stages.push_back({"", "The records. None may be missing, and nothing may be refused: cxm sees to both.", columns,
                          before, span_condition()});
        std::string by;
        for (const std::string& each : order) {
            by += (by.empty() ? "" : ", ") + each;
        }
        return cxm::spell(stages, by, in_.kept);
    }

    void add_length_of_span(std::vector<sql_stage>& stages) const {
        const std::string from = stages.back().name;
        const std::string too_long = "last_period - first_period > 9999";
        stages.back().columns[1] = sql_column(
            fmt::format("{} + CASE WHEN {} THEN 1 ELSE 0 END", filled(in_.whole, "SUM(refused_rows) OVER ()"), too_long),
            "refused_in_all");
        stages.back().columns[2] = sql_column(
            fmt::format("CASE WHEN {} THEN 'the stays go over more than ten thousand periods: is a date wrong?' ELSE "
                        "COALESCE(MIN(refused_text) OVER (), '') END",
                        too_long),
            "refused_example_of_all");
        stages.back().from += " CROSS JOIN cxm_span";
    }

    std::string stop_or(const std::string& refused) const {
        if (!wanted_.guard) {
            return refused;
        }
        if (in_.stop.empty()) {
            throw bad_usage(fmt::format("{} has nothing that stops a query with a message; leave out --guard, and cxm "
                                        "sees to the rows refused when it reads the result",
                                        in_.engine));
        }
        return fmt::format("CASE WHEN {0} = 0 THEN {0} ELSE {1} END", refused,
                           filled(in_.stop, "refused_example_of_all"));
    }

    const plan& p_;
    const catalogue& known_;
    const sql_dialect& in_;
    const sql_request& wanted_;
    row_cells cells_;
    sql_counting counting_;
    bool counts_rows_ = false;
    bool by_number_ = false;
};

bool is_name_byte(char c) { return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'z') || c == '_' || c == '$'; }

}  // namespace

std::string sql_table(const sql_dialect& in, const std::string& table) {
    if (table.empty() || table.find(';') != std::string::npos || table.find("--") != std::string::npos ||
        table.find("/*") != std::string::npos || table.find_first_of("\n\r") != std::string::npos) {
        throw bad_usage("--table: " + quoted(table) + " is no table; write survey, shop.survey, or read_csv('survey.csv')");
    }
    if (table.find_first_of("'\"`(") != std::string::npos) {
        return table;
    }
    std::string written;
    for (std::size_t at = 0; at <= table.size();) {
        const std::size_t end = std::min(table.find('.', at), table.size());
        const std::string name = table.substr(at, end - at);
        const bool plain = !name.empty() && !is_digit(name[0]) && std::all_of(name.begin(), name.end(), is_name_byte);
        written += (written.empty() ? "" : ".") + (plain ? name : sql_name(in, name));
        at = end + 1;
    }
    return written;
}

std::string sql_query(const plan& p, const catalogue& known, const sql_dialect& in, const sql_request& wanted) {
    validate(p, known);
    if (!p.time_zone.empty()) {
        throw bad_usage("a time zone is not for cxm sql yet; let the table's view tell days, or leave it out");
    }
    require_names(p, known);
    return query_speller(p, known, in, wanted).run();
}

}  // namespace cxm
