#include "tally/tally.hpp"

#include <memory>

#include "tally/counter.hpp"
#include "tally/harvest.hpp"
#include "tally/slips.hpp"

namespace cxm {

tally_result tally(const plan& how, const catalogue& known, const std::vector<std::string>& files,
                   const tally_options& options) {
    const program ready = compile(how, known);
    memory_budget budget(options.max_memory);
    shared_counts shared(ready, budget);
    std::vector<std::unique_ptr<counter>> counters;
    std::vector<file_sink*> sinks;
    for (unsigned i = 0; i < threads_of(options); ++i) {
        counters.push_back(std::make_unique<counter>(ready, shared, budget));
        sinks.push_back(counters.back().get());
    }
    tally_result result;
    result.names = [&](const std::string& file, const std::vector<std::string>& names) {
        warn_of_periods(ready, file, names, result);
    };
    read_rows(files, ready, sinks, options, result);
    result.names = nullptr;
    const std::vector<std::uint64_t> texts = join(counters, shared);
    harvest(*counters[0], texts, options, budget, result);
    std::size_t number = 0;
    for (const program::measured& m : ready.measures) {
        if (m.kind == counting::distinct && shared.texts.repeats(number++)) {
            result.repeating.emplace_back(m.of->key);
        }
    }
    return result;
}

}  // namespace cxm
