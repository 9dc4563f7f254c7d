#include "run/count_rows.hpp"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <utility>

#include "run/flags/raw_flags.hpp"
#include "run/progress.hpp"
#include "text/problem.hpp"

namespace cxm {

tally_result count_rows(const plan& how, const catalogue& known, const std::vector<std::string>& files,
                        tally_options options, const period_span& wanted, const streams& io) {
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
    progress_line progress(io);
    options.progress = progress.callback();
    tally_result tallied = tally(how, known, files, options);
    progress.clear();
    tallied.counted = within(std::move(tallied.counted), wanted);
    const std::vector<std::string> of_plan = warnings_of(how, known);
    tallied.warnings.insert(tallied.warnings.begin(), of_plan.begin(), of_plan.end());
    for (std::string& warning : warnings_of(wanted, how.every)) {
        tallied.warnings.push_back(std::move(warning));
    }
    return tallied;
}

}  // namespace cxm
