#include "intake/count_rows.hpp"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <utility>

#include "text/problem.hpp"

namespace cxm {

namespace {

/// Different ones counted into a measure that adds up over periods and shards.
std::vector<std::string> warnings_of(const plan& p, const catalogue& known) {
    std::vector<std::string> warnings;
    for (const plan::own_measure& own : p.measures) {
        const measure* const m = known.find_measure(own.name);
        if (m != nullptr && m->joins != over_time::distinct && own.counted.kind == counting::distinct) {
            warnings.push_back(own.name +
                               " counts different ones here, but adds up over periods and shards, where the same one "
                               "counts again");
        }
    }
    return warnings;
}

}  // namespace

tally_result count_rows(const plan& how, const catalogue& known, const std::vector<std::string>& files,
                        tally_options options, const period_span& wanted, const listener& told) {
    if (wanted.any() && how.period.empty() && !how.subscriptions) {
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
    tally_result counted = tally(how, known, files, options);
    if (told.progress_ends) {
        told.progress_ends();
    }
    for (const std::string& text : counted.notes) {
        if (told.note) {
            told.note(text);
        }
    }
    counted.counted = within(std::move(counted.counted), wanted);
    const std::vector<std::string> of_plan = warnings_of(how, known);
    counted.warnings.insert(counted.warnings.begin(), of_plan.begin(), of_plan.end());
    for (std::string& warning : warnings_of(cut_by(wanted, how.every))) {
        counted.warnings.push_back(std::move(warning));
    }
    return counted;
}

}  // namespace cxm
