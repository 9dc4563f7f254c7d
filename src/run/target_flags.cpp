#include "run/target_flags.hpp"

#include <algorithm>

#include "results/check/sentence.hpp"
#include "rows/record_filter.hpp"
#include "text/problem.hpp"
#include "text/shell_word.hpp"

namespace cxm {

flag annualise_flag(bool& into) {
    return {"--annualise,--annualize", "",
            "Hold churn and retention against targets per year as they come to in a year like the period", &into,
            "Choice"};
}

void require_spans(const std::vector<const std::vector<target>*>& files) {
    const bool any = std::any_of(files.begin(), files.end(), [](const std::vector<target>* targets) {
        return std::any_of(targets->begin(), targets->end(),
                           [](const target& t) { return t.per != grain::free && t.of->chain != chained::no; });
    });
    if (!any) {
        throw bad_usage("--annualise goes with a target of churn or retention that says \"per\": \"year\" (--targets)");
    }
}

namespace {

/// `; --by segment keeps that label apart` for a label of a condition that no record has.
std::string hint_of(const condition& where, const records& rows) {
    for (const column_text& column : where.columns) {
        if (column.name != "period" && rows.find_label(column.name) == nullptr) {
            return "; --by " + shell_word(column.name) + " keeps that label apart";
        }
    }
    return {};
}

}  // namespace

void warn_of_unmet(const report_options& options, const std::vector<const metric*>& metrics, const records& rows,
                   bool are_whole, const warning_sink& to) {
    for (const std::vector<target>* const targets : {&options.targets, &options.benchmarks}) {
        for (const target& t : *targets) {
            const bool looked_at = std::find(metrics.begin(), metrics.end(), t.of) != metrics.end();
            if (!looked_at || t.where.empty()) {
                continue;
            }
            const std::string hint = hint_of(t.where, rows);
            if ((are_whole && !holds_of_any(t.where, rows)) || !hint.empty()) {
                to("the target of " + std::string(t.of->key) + " where " + spell_where(t.where) +
                   " is for no record here" + hint);
            }
        }
    }
}

}  // namespace cxm
