#include "run/pooling.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "catalogue/metrics_in_use.hpp"
#include "records/labels.hpp"
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

void take_grain(pooling& how, input_settings& input) {
    // Different customers of a year are no sum of those of its months: they are counted by the year at once.
    if (how.every && how.every->to && input.rows && input.rows->orders && input.rows->every == grain::free &&
        input.rows->period.empty()) {
        input.rows->every = *how.every->to;
    }
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

/// From how many records the period that pools most is pooled, of the group that begins at a row.
std::uint64_t most_in_group(const records& pooled, std::size_t first) {
    std::uint64_t most = pooled.pooled_from[first];
    for (std::size_t row = first + 1; row < pooled.size() && same_labels(pooled, first, pooled, row); ++row) {
        most = std::max(most, pooled.pooled_from[row]);
    }
    return most;
}

/// Adds a block to a pool that nobody asked for; false where it is of those that never are pooled.
bool could_add(segment_pool& pool, const records& rows) {
    try {
        pool.add(rows);
        return true;
    } catch (const bad_input&) {
        return false;
    }
}

}  // namespace

std::string uneven(const records& pooled) {
    std::size_t count = 0;
    std::string first;
    std::uint64_t most = 0;
    for (std::size_t row = 0; row < pooled.size(); ++row) {
        if (row == 0 || !same_labels(pooled, row - 1, pooled, row)) {
            most = most_in_group(pooled, row);
        }
        if (pooled.pooled_from[row] < most && count++ == 0) {
            first = fmt::format("{} pools {} record{} where others pool {}", title(pooled, row),
                                pooled.pooled_from[row], pooled.pooled_from[row] == 1 ? "" : "s", most);
        }
    }
    if (count == 0) {
        return {};
    }
    return first + and_more(count - 1) + ": a segment without a record looks like a change";
}

namespace {

/// Empty where a record is the sum of others, or labels do not go together.
records whole_of(const pooling& how, const record_input& input, const records& rows) {
    if (rows.labels.empty()) {
        return {};
    }
    try {
        input.refuse_totals();
        segment_pool pool({});
        pool.add(rows);
        return how.rolled(pool.finish());
    } catch (const problem&) {
        return {};
    }
}

}  // namespace

records pooled_records(const pooling& how, record_input& input, bool strict, const streams& io, records* whole) {
    if (how.by.empty() && !how.total) {
        const records rows = input.all();
        input.warn_of_mixed_periods();
        if (whole != nullptr) {
            *whole = whole_of(how, input, rows);
        }
        return how.rolled(ordered(rows));
    }
    std::vector<segment_pool> pools;
    if (!how.by.empty()) {
        pools.emplace_back(how.by);
    }
    const bool unasked = how.total_if_possible && !how.total;
    if (how.total || unasked) {
        pools.emplace_back(std::vector<std::string>());
    }
    bool possible = true;
    segment_pool all({});
    bool with_whole = whole != nullptr && !how.total;
    input.for_each([](records rows) { return rows; },
                   [&](const records& rows) {
                       with_whole = with_whole && could_add(all, rows);
                       for (segment_pool& pool : pools) {
                           if (!unasked || &pool != &pools.back()) {
                               pool.add(rows);
                           } else if (possible) {
                               possible = could_add(pool, rows);
                           }
                       }
                   });
    if (!possible) {
        pools.pop_back();
    }
    input.refuse_totals();
    input.warn_of_mixed_periods();
    records together;
    for (segment_pool& pool : pools) {
        records pooled = pool.finish();
        if (const std::string text = uneven(pooled); !text.empty()) {
            warn(io, text, strict);
        }
        append(together, std::move(pooled));
    }
    if (with_whole) {
        *whole = how.rolled(all.finish());
    }
    return how.rolled(std::move(together));
}

}  // namespace cxm
