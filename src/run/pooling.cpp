#include "run/pooling.hpp"

#include <utility>

#include "catalogue.hpp"
#include "pool.hpp"
#include "problem.hpp"
#include "roll_up.hpp"

namespace cxm {

void add_flags(std::vector<flag>& to, pooling& into) {
    to.push_back({"--by", "LABEL", "Keep this label and pool the others (repeatable)", &into.by, "Choice"});
    to.push_back({"--total", "", "Pool all labels; with --by, after the groups", &into.total, "Choice"});
    to.push_back({"--every", "PERIOD", "Roll periods up to month, quarter or year, or to one: all", &into.every, "Choice"});
}

std::optional<grain> grain_of(const std::string& every) {
    constexpr grain grains[] = {grain::week, grain::month, grain::quarter, grain::year};
    for (const grain g : grains) {
        if (name(g) == every) {
            return g;
        }
    }
    if (every == "all") {
        return std::nullopt;
    }
    throw bad_usage("--every: unknown period " + quoted(every) + did_you_mean(every, {"week", "month", "quarter", "year", "all"}) +
                    "; one of week, month, quarter, year, all");
}

records pooled_records(const pooling& how, record_input& input) {
    const auto rolled = [&](records rows) {
        return how.every ? roll_up(std::move(rows), grain_of(*how.every)) : std::move(rows);
    };
    if (how.by.empty() && !how.total) {
        return rolled(ordered(input.all()));
    }
    std::vector<segment_pool> pools;
    if (!how.by.empty()) {
        pools.emplace_back(how.by);
    }
    if (how.total) {
        pools.emplace_back(std::vector<std::string>());
    }
    input.for_each([](records rows) { return rows; },
                   [&](const records& rows) {
                       for (segment_pool& pool : pools) {
                           pool.add(rows);
                       }
                   });
    return rolled(ordered(pools.size() == 1 ? pools[0].finish() : [&] {
        records both = pools[0].finish();
        append(both, pools[1].finish());
        return both;
    }()));
}

}  // namespace cxm
