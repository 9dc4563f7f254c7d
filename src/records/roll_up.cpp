#include "records/roll_up.hpp"

#include <algorithm>
#include <deque>
#include <limits>
#include <memory>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "records/pool.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// The labels of a row joined, to tell groups apart.
std::string label_key(const records& rows, std::size_t row) {
    std::string key;
    for (const auto& label : rows.labels) {
        const std::string_view value = label.values[row];
        key += value.data() == nullptr ? '\1' : '\2';
        key += value;
        key += '\0';
    }
    return key;
}

period calendar_period(const records& rows, std::size_t row) {
    const auto known = parse_period(rows.periods[row]);
    if (!known || known->of == grain::free) {
        throw bad_input(place(rows, row), "period " + quoted(rows.periods[row]) +
                                              " is no calendar period, so it cannot be rolled up; write it as 2024-03, "
                                              "2024-Q1 or 2024");
    }
    return *known;
}

period coarser(const records& rows, std::size_t row, grain to) {
    const period own = calendar_period(rows, row);
    const period whole = containing(own.first, to);
    if (own.last > whole.last) {
        throw bad_input(place(rows, row), "period " + quoted(rows.periods[row]) + " does not lie in one " +
                                              std::string(name(to)) + ", so it cannot be rolled up to it");
    }
    return whole;
}

struct joined_period {
    std::size_t first_row;
    std::string name;
    std::vector<std::size_t> rows;
    std::int32_t days = 0;  ///< of the rows
    period whole;
};

/// January and the first quarter in one would count January twice.
void refuse_overlap(const records& rows, const joined_period& group) {
    std::int32_t days = 0;
    std::int32_t first = std::numeric_limits<std::int32_t>::max();
    std::int32_t last = std::numeric_limits<std::int32_t>::min();
    for (const std::size_t row : group.rows) {
        const period own = parse_period(rows.periods[row]).value_or(period{});
        if (own.of == grain::free) {
            continue;
        }
        days += own.last - own.first + 1;
        first = std::min(first, own.first);
        last = std::max(last, own.last);
        if (days > last - first + 1) {
            throw bad_input(place(rows, row), "period " + quoted(rows.periods[row]) +
                                                  " overlaps others that it would be joined with, so that something "
                                                  "would count twice; remove one of them");
        }
    }
}

/// Several records without any period would all count as the first one; only one may stand alone.
std::vector<joined_period> join(const records& rows, std::optional<grain> to) {
    std::vector<joined_period> groups;
    std::unordered_map<std::string, std::size_t> index;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const period whole = to ? coarser(rows, row, *to) : period{};
        const std::string label = to ? spell(whole) : std::string();
        const auto [at, is_new] = index.try_emplace(label_key(rows, row) + label, groups.size());
        if (is_new) {
            groups.push_back({row, label, {}, 0, whole});
        }
        joined_period& group = groups[at->second];
        group.rows.push_back(row);
        if (to) {
            const period own = calendar_period(rows, row);
            group.days += own.last - own.first + 1;
        }
    }
    for (const joined_period& group : groups) {
        refuse_overlap(rows, group);
    }
    return groups;
}

}  // namespace

records roll_up(records fine, std::optional<grain> to) {
    std::vector<joined_period> groups = join(fine, to);
    auto text = std::make_shared<std::deque<std::string>>();
    auto parts = std::make_shared<records>(std::move(fine));
    records made;
    made.source = parts->source;
    made.currency = parts->currency;
    for (const auto& label : parts->labels) {
        made.labels.push_back({label.name, {}});
    }
    for (const auto& numbers : parts->numbers) {
        made.numbers.push_back({numbers.of, {}, {}});
    }
    for (joined_period& group : groups) {
        const std::string_view first = parts->periods[group.rows.front()];
        const std::string_view last = parts->periods[group.rows.back()];
        const bool one = group.rows.size() == 1;
        made.periods.push_back(text->emplace_back(to    ? group.name
                                                  : one ? std::string(first)
                                                        : std::string(first) + ".." + std::string(last)));
        bool partial = to && group.days < group.whole.last - group.whole.first + 1;
        for (const std::size_t row : group.rows) {
            partial = partial || (!parts->partial.empty() && parts->partial[row]);
        }
        made.partial.push_back(partial);
        for (std::size_t i = 0; i < parts->labels.size(); ++i) {
            made.labels[i].values.push_back(parts->labels[i].values[group.first_row]);
        }
        for (std::size_t i = 0; i < parts->numbers.size(); ++i) {
            const records::number_column& from = parts->numbers[i];
            pooled sum(from.of->joins);
            std::string_view why;
            for (std::size_t k = 0; k < group.rows.size(); ++k) {
                sum.add(from.values[group.rows[k]], static_cast<std::int64_t>(k));
                why = why.empty() && !from.why.empty() ? from.why[group.rows[k]] : why;
            }
            const bool explained = sum.why() != gap::none;
            made.numbers[i].values.push_back(value_of(sum, *from.of, made));
            made.numbers[i].why.push_back(
                explained ? std::string_view(text->emplace_back(in_words(sum.why(), *from.of))) : why);
        }
        made.made_of.push_back(std::move(group.rows));
    }
    made.owners = parts->owners;
    made.owners.push_back(std::move(text));
    made.parts = std::move(parts);
    return made;
}

}  // namespace cxm
