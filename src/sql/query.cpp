#include "sql/query.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "plan/seconds_in_plan.hpp"
#include "sql/calendar.hpp"
#include "sql/counting.hpp"
#include "sql/sql_metrics.hpp"
#include "sql/sql_one_per.hpp"
#include "sql/sql_orders.hpp"
#include "sql/sql_result.hpp"
#include "sql/stays.hpp"
#include "text/ascii.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

constexpr std::string_view columns_of_findings[] = {"refused", "refused_example", "records"};

/// Columns of one name, but for capitals, are one column in most engines.
void require_names(const plan& p, const catalogue& known, const std::vector<const metric*>& metrics) {
    std::vector<std::string> names = {"period"};
    names.insert(names.end(), std::begin(columns_of_findings), std::end(columns_of_findings));
    for (const measure* m : measures_of(p, known)) {
        names.emplace_back(m->key);
    }
    for (const std::string& title : titles_of(metrics)) {
        if (std::find(names.begin(), names.end(), title) != names.end()) {
            throw bad_usage("--metric: " + quote_of(title) +
                            " would be two columns; the plan counts a measure of that name");
        }
        names.push_back(title);
    }
    const auto in_small_letters = [](std::string text) {
        std::transform(text.begin(), text.end(), text.begin(), lower);
        return text;
    };
    for (const metric* m : known.metrics()) {
        // A result's columns of these names are metrics to whoever reads it.
        for (const char* end : {"", "_low", "_high"}) {
            names.push_back(std::string(m->key) + end);
        }
    }
    for (const plan::label& label : p.by) {
        const auto taken = std::find_if(names.begin(), names.end(), [&](const std::string& name) {
            return in_small_letters(name) == in_small_letters(label.name);
        });
        if (taken != names.end()) {
            throw bad_usage("the label " + quote_of(label.name) + " and " + quote_of(*taken) +
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
        if (p_.one_per) {
            one_per_.emplace(p_, fault_of_where_, cells_, counting_);
        }
        std::vector<sql_stage> stages = cells_.stages(sql_table(in_, wanted_.table));
        stages.back().is_kept = stages.size() > 1;
        add_judged(where, stages);
        counting_.counted.insert(counting_.counted.begin(), "wrong");
        stages.push_back({"cxm_counted", "What each row is counted as: nothing where it is refused.", counting_.counted,
                          stages.back().name});
        stages.back().is_kept = p_.subscriptions.has_value();
        if (orders_) {
            orders_->add(counting_, period_column(), stages);
        }
        if (!p_.subscriptions || counts_rows_) {
            add_groups(stages);
        }
        if (p_.subscriptions) {
            sql_span span;
            span.first = wanted_.span.from ? sql_period_number(p_.every, wanted_.span.from->first) : "";
            span.last = wanted_.span.to ? sql_period_number(p_.every, wanted_.span.to->last) : "";
            add_stay_stages(in_, counting_, counts_rows_, span, stages);
        }
        if (by_number_) {
            add_spelled_periods(in_, p_.every, stages);
        }
        const std::string order =
            add_result({p_, known_, in_, wanted_, by_number_, period_column()}, counting_, stages);
        return spell(stages, order, in_.kept);
    }

private:
    /// Says what is counted of rows; gives the condition on them.
    std::string count() {
        std::string where = truth_of(p_.where.meets, p_.where.text, cells_, counting_);
        if (!counting_.findings.empty()) {
            // Rows whose condition cannot be told are refused, not passed over.
            fault_of_where_ = counting_.findings[0].first;
            where = "(" + where + ")\nOR " + fault_of_where_;
        }
        if (p_.subscriptions) {
            add_stays(p_, cells_, counting_);
        }
        if (p_.orders) {
            orders_.emplace(p_, known_, wanted_.until, cells_, counting_);
        }
        counts_rows_ = p_.orders || !p_.surveys.empty() || !p_.measures.empty();
        by_number_ = p_.subscriptions.has_value() || p_.every == grain::week ||
                     (p_.every != grain::free && cells_.is_time(p_.period));
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
        const std::string day =
            cells_.is_time(p_.period) ? cells_.period_number(p_.period, p_.every) : cells_.day(p_.period);
        counting_.refuse(cells_, cells_.cell(p_.period) + " IS NOT NULL AND " + day + " IS NULL", p_.period,
                         cells_.not_a_day());
        counting_.counted.push_back(by_number_
                                        ? sql_column(cells_.period_number(p_.period, p_.every), "period_number")
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
                      {from + ".*", sql_column(wrong, one_per_ ? sql_one_per::wrong_of_row : "wrong")},
                      from,
                      where});
        if (one_per_) {
            one_per_->add(to);
        }
    }

    void add_groups(std::vector<sql_stage>& to) const {
        const std::string by = keys();
        std::string from = to.back().name;
        if (by == "cxm_one") {
            to.back().columns.push_back("1 AS cxm_one");
        }
        if (!counting_.ranked.empty()) {
            std::vector<std::string> columns = {from + ".*"};
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

    const plan& p_;
    const catalogue& known_;
    const sql_dialect& in_;
    const sql_request& wanted_;
    row_cells cells_;
    sql_counting counting_;
    std::optional<sql_one_per> one_per_;
    std::optional<sql_orders> orders_;
    std::string fault_of_where_;
    bool counts_rows_ = false;
    bool by_number_ = false;
};

/// What only files are counted by so far, by the part of the plan that asks for it; empty where nothing does.
std::string_view part_for_files(const plan& p) {
    return p.amounts ? "amounts" : p.people && (p.subscriptions || !(p.one_per || p.orders)) ? "people" : "";
}

/// Clocks of a place are the engine's; times that say no zone are of UTC, or refused.
void require_zone(const plan& p, const sql_dialect& in) {
    if (p.time_zone.empty()) {
        return;
    }
    if (in.local.empty()) {
        throw bad_usage(fmt::format(
            "{} knows no time zones; let the table's view tell days, or leave the zone out; DuckDB reads its "
            "files",
            in.engine));
    }
    if (p.one_per || p.orders || has_seconds(p)) {
        throw bad_usage(
            fmt::format("a time zone is not for cxm sql where {}; let the table's view tell days, or leave it out",
                        p.orders    ? "orders are told by person"
                        : p.one_per ? "one row of several counts"
                                    : "seconds between times count, which their own zones tell"));
    }
    const std::size_t colon = p.time_zone.find(':');
    if (colon != std::string::npos && p.time_zone.substr(0, colon) != "UTC") {
        throw bad_usage("times of " + quote_of(p.time_zone.substr(0, colon)) +
                        " that say no zone are not for cxm sql; only those of UTC are, as UTC:Europe/Paris");
    }
}

}  // namespace

std::string sql_query(const plan& p, const catalogue& known, const sql_dialect& in, const sql_request& wanted) {
    validate(p, known);
    if (const std::string_view part = part_for_files(p); !part.empty()) {
        throw bad_usage(std::string(part) + " is not for cxm sql yet: cxm tally counts it, of an extract of the table");
    }
    require_zone(p, in);
    if (wanted.span.any() && p.every == grain::free) {
        throw bad_usage("--from and --to choose periods of the calendar; give --period COLUMN:month");
    }
    require_names(p, known, wanted.metrics);
    plan counted = p;
    if (p.orders && p.every != grain::free) {
        counted.period = p.orders->time;
    }
    return query_speller(counted, known, in, wanted).run();
}

}  // namespace cxm
