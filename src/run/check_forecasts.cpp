#include "run/check_forecasts.hpp"

#include <algorithm>
#include <iterator>

#include "results/check/evaluate.hpp"
#include "rows/record_filter.hpp"
#include "text/problem.hpp"
#include "values/document.hpp"

namespace cxm {

namespace {

void require_of_forecasts(const rule& r, const std::deque<forecast_file>& files) {
    if (r.says.moves != movement::none && r.says.versus != baseline::target) {
        refuse_rule(r, "a forecast has no earlier value; cxm compare holds two forecasts against each other");
    }
    if (!r.says.by.empty()) {
        refuse_rule(r, "the records of a forecast are judged one by one and never put together; leave out 'by'");
    }
    if (r.max_age) {
        refuse_rule(r, "a forecast does not say how old its data are; leave out max_age");
    }
    if (std::none_of(files.begin(), files.end(),
                     [&](const forecast_file& f) { return f.find(r.says.of->key) != nullptr; })) {
        refuse_rule(r, std::string(r.says.of->key) + " is in no forecast that is given", std::string(r.says.of->key));
    }
}

/// Leaves the records that meet the rule's condition.
report chosen(report of, const rule& r) {
    if (r.says.where.empty()) {
        return of;
    }
    for (const column_text& column : r.says.where.columns) {
        if (column.name != "period" && of.rows.find_label(column.name) == nullptr) {
            refuse_rule(r, "no record of " + of.rows.source + " that has it has a label " + quote_of(column.name),
                        std::string(column.name));
        }
    }
    const record_filter filter({r.says.where, spell_where(r.says.where)});
    record_filter::sight seen(filter);
    records rows = filter.take(of.rows, seen);
    std::vector<result> results;
    for (const std::uint64_t row : rows.lines) {
        results.push_back(of.results[row]);
    }
    of.rows = std::move(rows);
    of.results = std::move(results);
    return of;
}

}  // namespace

std::deque<forecast_file> read_forecasts(const std::vector<std::string>& files,
                                         const std::optional<std::string>& standard_input) {
    std::deque<forecast_file> forecasts;
    for (const std::string& file : files) {
        const bool is_read = file == "-" && standard_input;
        forecasts.push_back(
            read_forecast(is_read ? *standard_input : read_text(file), file == "-" ? "standard input" : file));
    }
    return forecasts;
}

void know_figures(catalogue& known, const std::deque<forecast_file>& files) {
    for (const forecast_file& file : files) {
        for (const metric& m : file.metrics) {
            if (known.find_level_typed(std::string(m.key)) == nullptr) {
                known.know(m);
            }
        }
    }
}

check_result run_forecast_rules(const std::vector<rule>& rules, const std::vector<target>& targets,
                                const std::deque<forecast_file>& files) {
    check_result made;
    made.rules = rules.size();
    made.level = files.front().level;
    made.currency = files.front().currency;
    for (const rule& r : rules) {
        require_of_forecasts(r, files);
        for (const forecast_file& file : files) {
            const metric* const figure = file.find(r.says.of->key);
            if (figure == nullptr) {
                continue;
            }
            const report of = chosen(file.report_of({r.says.of}), r);
            std::vector<finding> findings = evaluate(r, {.now = &of, .targets = &targets, .all_periods = true});
            if (findings.empty()) {
                set_missing(findings.emplace_back(finding{&r}), "no record meets the condition");
            }
            for (finding& f : findings) {
                if (files.size() > 1) {
                    f.labels.emplace_back("file", file.name);
                }
                made.findings.push_back(std::move(f));
            }
        }
    }
    return made;
}

}  // namespace cxm
