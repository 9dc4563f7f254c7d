#include "tally/stays.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "text/problem.hpp"

namespace cxm {

namespace {

constexpr std::uint64_t most_periods = 10000;

/// By period, then labels, each in the order of its source.
void sort(std::vector<tallied_row>& rows, const program& plan) {
    std::sort(rows.begin(), rows.end(), [&](const tallied_row& a, const tallied_row& b) {
        if (a.period != b.period) {
            return a.period < b.period;
        }
        for (std::size_t i = 0; i < a.labels.size(); ++i) {
            if (a.labels[i] != b.labels[i]) {
                const double place = place_among(plan.label_sources[i], a.labels[i]);
                const double other = place_among(plan.label_sources[i], b.labels[i]);
                return place != other ? place < other : a.labels[i] < b.labels[i];
            }
        }
        return false;
    });
}

std::uint64_t bytes_of_rows(std::uint64_t count, std::size_t labels) {
    return count * (sizeof(tallied_row) + labels * sizeof(std::string_view));
}

std::vector<tallied_row> rows_of_groups(const counter& counted) {
    std::vector<tallied_row> rows;
    for (std::uint32_t group = 0; group < counted.groups().size(); ++group) {
        tallied_row r{counted.groups().period(group), std::vector<std::string_view>(counted.plan().labels.size()),
                      group};
        counted.groups().labels(group, r.labels.data());
        rows.push_back(std::move(r));
    }
    sort(rows, counted.plan());
    return rows;
}

/// The periods that have records even where nothing happened.
struct span_of_stays {
    period begin;
    std::int32_t last;
    std::uint64_t periods = 0;
};

span_of_stays span_of(const counter& counted, const tally_options& options) {
    const grain every = counted.plan().every;
    const std::int32_t first = options.from ? options.from->first : counted.first_stay;
    span_of_stays span{containing(first, every), options.to ? options.to->last : counted.last_stay};
    for (period p = span.begin; p.first <= span.last && span.periods <= most_periods; p = next(p)) {
        ++span.periods;
    }
    if (span.periods > most_periods) {
        throw bad_input("", fmt::format("the stays go from {} to {}, over {} periods: is a date wrong? Longer periods, "
                                        "or --from and --to, make them fewer",
                                        spell(containing(first, grain::day)), spell(containing(span.last, grain::day)),
                                        most_periods));
    }
    return span;
}

/// The rows of one combination of labels, by their periods, with its customers from period to period.
void follow(const std::vector<std::string_view>& labels, std::map<std::int32_t, tallied_row>& known,
            const span_of_stays& span, const counter& counted, std::vector<tallied_row>& into) {
    std::uint64_t customers = 0;
    const auto add = [&](tallied_row r) {
        const std::uint64_t* const words = r.group == no_group ? nullptr : counted.groups().words(r.group);
        r.start = customers;
        r.won = words == nullptr ? 0 : words[counted.plan().stay_word];
        r.lost = words == nullptr ? 0 : words[counted.plan().stay_word + 1];
        customers += r.won - r.lost;
        into.push_back(std::move(r));
    };
    // Rows whose own period is beyond all stays keep their other measures; no_day is the least.
    auto own = known.begin();
    for (; own != known.end() && own->first < span.begin.first; ++own) {
        add(std::move(own->second));
    }
    for (period p = span.begin; p.first <= span.last; p = next(p)) {
        const bool is_there = own != known.end() && own->first == p.first;
        add(is_there ? std::move((own++)->second) : tallied_row{p.first, labels, no_group});
    }
    for (; own != known.end(); ++own) {
        add(std::move(own->second));
    }
}

std::vector<tallied_row> follow_stays(const counter& counted, std::vector<tallied_row> rows,
                                      const tally_options& options, memory_budget& budget) {
    const program& plan = counted.plan();
    if (plan.start == program::none || counted.first_stay == no_day) {
        return rows;
    }
    std::map<std::vector<std::string_view>, std::map<std::int32_t, tallied_row>> by_labels;
    for (tallied_row& r : rows) {
        by_labels[r.labels].emplace(r.period, std::move(r));
    }
    const span_of_stays span = span_of(counted, options);
    std::vector<tallied_row> followed;
    for (auto& [labels, known] : by_labels) {
        budget.take(bytes_of_rows(span.periods + known.size(), labels.size()));
        follow(labels, known, span, counted, followed);
    }
    sort(followed, counted.plan());
    return followed;
}

}  // namespace

std::vector<tallied_row> rows_of(const counter& counted, const tally_options& options, memory_budget& budget) {
    budget.take(bytes_of_rows(counted.groups().size(), counted.plan().labels.size()));
    return follow_stays(counted, rows_of_groups(counted), options, budget);
}

}  // namespace cxm
