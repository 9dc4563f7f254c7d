#include "intake/count_rows.hpp"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "histories/count_plan.hpp"
#include "intake/label_census.hpp"
#include "intake/total_rows.hpp"
#include "plan/column.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// Different ones counted into a measure that adds up over periods and shards, where some are in several records.
std::vector<std::string> warnings_of(const plan& p, const catalogue& known, const tally_result& counted) {
    std::vector<std::string> warnings;
    for (const plan::own_measure& own : p.measures) {
        const measure* const m = known.find_measure(own.name);
        const bool repeats =
            std::find(counted.repeating.begin(), counted.repeating.end(), own.name) != counted.repeating.end();
        if (m != nullptr && m->joins != over_time::distinct && own.counted.kind == counting::distinct && repeats) {
            warnings.push_back(own.name +
                               " counts different ones here, but adds up over periods and shards, where the same one "
                               "counts again");
        }
    }
    return warnings;
}

/// `plan != 'Total'`, as it leaves such rows out.
std::string all_but(std::string_view column, std::string_view text) {
    std::string literal;
    for (const char c : text) {
        literal += std::string(c == '\'' ? 2 : 1, c);
    }
    return shown(fmt::format("{} != '{}'", spell_column(column), literal));
}

/// A customer may be called so too, so that rows are counted, and told of.
std::vector<std::string> warnings_of_totals(const plan& how, const tally_result& counted, bool drops_totals) {
    std::vector<std::string> warnings;
    label_census labels;
    labels.add(counted.counted);
    for (const label_census::total_value& total :
         drops_totals ? std::vector<label_census::total_value>() : labels.totals()) {
        const auto label =
            std::find_if(how.by.begin(), how.by.end(), [&](const auto& l) { return l.name == total.label; });
        warnings.push_back(
            fmt::format("{} has {} beside other values: if that is their total, leave its rows out by the condition {}",
                        total.label == "period" ? "the period" : quote_of(total.label), quote_of(total.word),
                        all_but(label == how.by.end() ? how.period : label->column, total.word)));
    }
    for (std::string& variant : labels.variants()) {
        warnings.push_back(std::move(variant));
    }
    for (const table_end& end : counted.ends) {
        const auto& asked = how.where.meets.columns;
        const bool known =
            end.column == how.period ||
            std::any_of(how.by.begin(), how.by.end(), [&](const auto& l) { return l.column == end.column; }) ||
            std::any_of(asked.begin(), asked.end(), [&](const column_text& c) { return c.name == end.column; });
        if (is_total(end.cell) && !known) {
            warnings.push_back(fmt::format("{}: the last row is called {} and counts as the others do: if it is their "
                                           "total, leave it out by the condition {}",
                                           end.place, quote_of(end.cell), all_but(end.column, end.cell)));
        }
    }
    return warnings;
}

}  // namespace

tally_result count_rows(const plan& how, const catalogue& known, const std::vector<std::string>& files,
                        tally_options options, const period_span& wanted, const listener& told, bool drops_totals) {
    const bool has_periods =
        !how.period.empty() || how.subscriptions || how.amounts || (how.orders && how.every != grain::free);
    if (wanted.any() && !has_periods) {
        throw bad_usage("--from and --to choose periods, of which the plan makes none; give --period COLUMN:month");
    }
#ifdef __GLIBC__
    if (options.max_memory != 0) {
        // What is given back must be gone: not kept for later, nor by each thread apart.
        mallopt(M_ARENA_MAX, 1);
        mallopt(M_MMAP_THRESHOLD, 64 << 10);
        mallopt(M_TRIM_THRESHOLD, 64 << 10);
    }
#endif
    options.from = wanted.from;
    options.to = wanted.to;
    options.progress = told.progress;
    tally_result counted = count_plan(how, known, files, options);
    if (told.progress_ends) {
        told.progress_ends();
    }
    for (const std::string& text : counted.notes) {
        if (told.note) {
            told.note(text);
        }
    }
    counted.counted = within(std::move(counted.counted), wanted);
    const std::vector<std::string> of_plan = warnings_of(how, known, counted);
    counted.warnings.insert(counted.warnings.begin(), of_plan.begin(), of_plan.end());
    for (std::string& warning : warnings_of(cut_by(wanted, how.every))) {
        counted.warnings.push_back(std::move(warning));
    }
    for (std::string& warning : warnings_of_totals(how, counted, drops_totals)) {
        counted.warnings.push_back(std::move(warning));
    }
    return counted;
}

}  // namespace cxm
