#include "tally/tally.hpp"

#include <memory>
#include <optional>

#include "bytes/byte_source.hpp"
#include "tally/counter.hpp"
#include "tally/harvest.hpp"
#include "tally/slips.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// Days are told as times are written, and words such as GMT+1 and GMT+2 tell different ones.
void require_one_zone(const std::vector<std::unique_ptr<counter>>& counters, const std::string& file) {
    std::optional<std::int32_t> named;
    for (const auto& each : counters) {
        const auto zone = each->zone_named();
        if (named && zone && *named != *zone) {
            throw bad_input(name_of(file), "has times of several time zones; --time-zone Europe/Paris says on which "
                                           "day each falls");
        }
        named = named ? named : zone;
    }
}

}  // namespace

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
    result.ended = [&](const std::string& file) { require_one_zone(counters, file); };
    read_rows(files, ready, sinks, options, result);
    result.names = nullptr;
    result.ended = nullptr;
    const std::vector<std::uint64_t> texts = join(counters, shared);
    harvest(*counters[0], texts, options, budget, result);
    result.counted.currency = result.currency;
    std::size_t number = 0;
    for (const program::measured& m : ready.measures) {
        if (m.kind == counting::distinct && shared.texts.repeats(number++)) {
            result.repeating.emplace_back(m.of->key);
        }
    }
    return result;
}

}  // namespace cxm
