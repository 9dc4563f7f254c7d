#include "run/pooling.hpp"

#include <algorithm>
#include <utility>

#include "catalogue/metrics_in_use.hpp"
#include "records/pool.hpp"
#include "records/roll_up.hpp"
#include "run/warnings.hpp"
#include "text/problem.hpp"

namespace cxm {

void add_flags(std::vector<flag>& to, pooling_flags& into, const choices& every) {
    to.push_back({"--by", "LABEL", "Keep this label and pool the others; of raw rows also LABEL=COLUMN (repeatable)",
                  &into.by, "Choice"});
    to.push_back({"--total", "", "Pool all labels; with --by, after the groups", &into.total, "Choice"});
    to.push_back({"--every", "PERIOD", "Roll periods up to " + either(every), &into.every, "Choice", every});
}

pooling settled(const pooling_flags& given, const raw_flags& raw) {
    pooling how;
    for (const std::string& by : given.by) {
        how.by.push_back(label_of(by, raw));
    }
    how.total = given.total;
    if (given.every) {
        how.every = rolling{value_of("--every", *given.every, grain_words)};
    }
    return how;
}

void take_grain(pooling& how, const input_settings& input) {
    if (!how.every && input.every) {
        how.every = rolling{input.every};
    }
}

period_span span_of(const span_flags& given, const pooling& how) {
    const period_span asked = span_of(given);
    return how.every && how.every->to ? widened(asked, *how.every->to) : asked;
}

records pooling::rolled(records rows) const { return every ? roll_up(std::move(rows), every->to) : rows; }

namespace {

void warn_of_uneven(const records& rows, bool strict, const streams& io) {
    std::uint64_t most = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        most = std::max(most, rows.pooled_from[row]);
    }
    std::size_t uneven = 0;
    std::string first;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows.pooled_from[row] < most) {
            first = uneven++ == 0 ? title(rows, row) + " pools " + std::to_string(rows.pooled_from[row]) +
                                        " records where others pool " + std::to_string(most)
                                  : first;
        }
    }
    if (uneven > 0) {
        warn(io,
             first + (uneven > 1 ? " (and " + std::to_string(uneven - 1) + " more like it)" : "") +
                 ": a segment without a record looks like a change",
             strict);
    }
}

}  // namespace

records pooled_records(const pooling& how, record_input& input, bool strict, const streams& io) {
    if (how.by.empty() && !how.total) {
        const records rows = input.all();
        input.warn_of_mixed_periods();
        return how.rolled(ordered(rows));
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
    input.refuse_totals();
    input.warn_of_mixed_periods();
    records together;
    for (segment_pool& pool : pools) {
        records pooled = pool.finish();
        warn_of_uneven(pooled, strict, io);
        append(together, std::move(pooled));
    }
    return how.rolled(ordered(together));
}

}  // namespace cxm
