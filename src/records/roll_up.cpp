#include "records/roll_up.hpp"

#include <algorithm>
#include <deque>
#include <limits>
#include <map>
#include <memory>
#include <numeric>
#include <utility>

#include "records/labels.hpp"
#include "records/pooled_value.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

period calendar_period(const records& rows, std::size_t row) {
    const auto known = parse_period(rows.periods[row]);
    if (rows.periods[row].empty()) {
        throw bad_input(
            place(rows, row),
            "there is no period, so nothing can be rolled up; of raw rows --period COLUMN:month says where it is");
    }
    if (!known || known->of == grain::free) {
        throw bad_input(place(rows, row), "period " + quote_of(rows.periods[row]) +
                                              " is no calendar period, so it cannot be rolled up; write it as 2024-03, "
                                              "2024-Q1 or 2024");
    }
    return *known;
}

period coarser(const records& rows, std::size_t row, grain to) {
    const period own = calendar_period(rows, row);
    const period whole = containing(own.first, to);
    if (own.last > whole.last) {
        throw bad_input(place(rows, row), "period " + quote_of(rows.periods[row]) + " does not lie in one " +
                                              std::string(name(to)) + ", so it cannot be rolled up to it");
    }
    return whole;
}

struct joined_period {
    std::vector<std::size_t> rows;
    period whole;
    std::int32_t days = 0;  ///< of the rows
};

/// January and the first quarter in one would count January twice.
void refuse_overlap(const records& rows, const joined_period& joined) {
    std::int32_t days = 0;
    std::int32_t first = std::numeric_limits<std::int32_t>::max();
    std::int32_t last = std::numeric_limits<std::int32_t>::min();
    for (const std::size_t row : joined.rows) {
        const period own = parse_period(rows.periods[row]).value_or(period{});
        if (own.of == grain::free) {
            continue;
        }
        days += own.last - own.first + 1;
        first = std::min(first, own.first);
        last = std::max(last, own.last);
        if (days > last - first + 1) {
            throw bad_input(place(rows, row), "period " + quote_of(rows.periods[row]) +
                                                  " overlaps others that it would be joined with, so that something "
                                                  "would count twice; remove one of them");
        }
    }
}

/// What opens and what closes a span of free labels is not known, unless they stand in the order of time.
void refuse_free(const records& rows, const joined_period& joined) {
    for (const std::size_t row : joined.rows) {
        const auto known = parse_period(rows.periods[row]);
        if (joined.rows.size() > 1 && !rows.in_order && (!known || known->of == grain::free)) {
            throw bad_input(place(rows, row), "period " + quote_of(rows.periods[row]) +
                                                  " is no calendar period, so it cannot be joined with others; "
                                                  "--periods-in-order says that they stand in the order of time");
        }
    }
}

/// Several records without any period would all count as the first one; only one may stand alone.
std::vector<joined_period> join(const records& rows, std::optional<grain> to) {
    std::vector<joined_period> periods;
    const std::vector<std::size_t> group_of = group_numbers(rows);
    std::map<std::pair<std::size_t, std::int32_t>, std::size_t> place_of;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const period whole = to ? coarser(rows, row, *to) : period{};
        const auto [at, is_new] = place_of.try_emplace({group_of[row], whole.first}, periods.size());
        if (is_new) {
            periods.push_back({{}, whole});
        }
        joined_period& joined = periods[at->second];
        joined.rows.push_back(row);
        if (to) {
            const period own = calendar_period(rows, row);
            joined.days += own.last - own.first + 1;
        }
    }
    for (const joined_period& joined : periods) {
        refuse_free(rows, joined);
        refuse_overlap(rows, joined);
    }
    return periods;
}

std::string name_of(const records& fine, const joined_period& joined) {
    if (joined.whole.of != grain::free) {
        return spell(joined.whole);
    }
    const std::string first(fine.periods[joined.rows.front()]);
    return joined.rows.size() == 1 ? first : first + ".." + std::string(fine.periods[joined.rows.back()]);
}

/// Whether days are missing of the period, or between the first and the last of all.
bool has_gap(const records& fine, const joined_period& joined) {
    if (joined.whole.of != grain::free) {
        return joined.days < joined.whole.last - joined.whole.first + 1;
    }
    std::int32_t days = 0;
    std::int32_t first = std::numeric_limits<std::int32_t>::max();
    std::int32_t last = std::numeric_limits<std::int32_t>::min();
    for (const std::size_t row : joined.rows) {
        const period own = parse_period(fine.periods[row]).value_or(period{});
        if (own.of != grain::free) {
            days += own.last - own.first + 1;
            first = std::min(first, own.first);
            last = std::max(last, own.last);
        }
    }
    return days != 0 && days < last - first + 1;
}

bool is_complete(const records& fine, const joined_period& joined) {
    return !has_gap(fine, joined) &&
           std::all_of(joined.rows.begin(), joined.rows.end(), [&](std::size_t row) { return fine.is_complete(row); });
}

/// What each period of a measure comes to, by its own rule.
void add_values(records& coarse, const records::number_column& fine, const std::vector<joined_period>& periods,
                std::deque<std::string>& text) {
    records::number_column& column = coarse.numbers.emplace_back(records::number_column{fine.of, {}, {}});
    for (std::size_t i = 0; i < periods.size(); ++i) {
        pooled sum(fine.of->joins);
        std::string_view why;
        for (std::size_t k = 0; k < periods[i].rows.size(); ++k) {
            const std::size_t row = periods[i].rows[k];
            sum.add(fine.values[row], static_cast<std::int64_t>(k));
            why = why.empty() && !fine.why.empty() ? fine.why[row] : why;
        }
        column.values.push_back(value_of(sum, *fine.of, coarse, i));
        column.why.push_back(sum.why() == gap::none ? why : text.emplace_back(in_words(sum.why(), *fine.of)));
    }
}

}  // namespace

records roll_up(records rows, std::optional<grain> to) {
    std::vector<joined_period> periods = join(rows, to);
    auto text = std::make_shared<std::deque<std::string>>();
    const auto fine = std::make_shared<const records>(std::move(rows));
    records coarse;
    coarse.source = fine->source;
    coarse.currency = fine->currency;
    coarse.in_order = fine->in_order;
    for (const joined_period& joined : periods) {
        coarse.periods.push_back(text->emplace_back(name_of(*fine, joined)));
        coarse.partial.push_back(!is_complete(*fine, joined));
    }
    for (const records::label_column& label : fine->labels) {
        records::label_column& column = coarse.labels.emplace_back(records::label_column{label.name, {}});
        for (const joined_period& joined : periods) {
            column.values.push_back(label.values[joined.rows.front()]);
        }
    }
    for (const records::number_column& column : fine->numbers) {
        add_values(coarse, column, periods, *text);
    }
    for (joined_period& joined : periods) {
        coarse.made_of.push_back(std::move(joined.rows));
    }
    coarse.owners = fine->owners;
    coarse.owners.push_back(std::move(text));
    coarse.parts = fine;
    return coarse;
}

}  // namespace cxm
