#include "tally/stays.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace cxm {

namespace {

void sort(std::vector<tallied_row>& rows) {
    std::sort(rows.begin(), rows.end(), [](const tallied_row& a, const tallied_row& b) {
        return std::tie(a.period, a.labels) < std::tie(b.period, b.labels);
    });
}

std::vector<tallied_row> rows_of_groups(const counter& counted) {
    std::vector<tallied_row> rows;
    for (std::uint32_t group = 0; group < counted.groups().size(); ++group) {
        tallied_row r{counted.groups().period(group), std::vector<std::string_view>(counted.plan().labels.size()),
                      group};
        counted.groups().labels(group, r.labels.data());
        rows.push_back(std::move(r));
    }
    sort(rows);
    return rows;
}

std::vector<tallied_row> follow_stays(const counter& counted, std::vector<tallied_row> rows,
                                      const tally_options& options) {
    const program& plan = counted.plan();
    if (plan.start == program::none || counted.first_stay == no_day) {
        return rows;
    }
    std::map<std::vector<std::string_view>, std::map<std::int32_t, tallied_row>> by_labels;
    for (tallied_row& r : rows) {
        by_labels[r.labels].emplace(r.period, std::move(r));
    }
    const std::int32_t first = options.from ? options.from->first : counted.first_stay;
    const std::int32_t last = options.to ? options.to->last : counted.last_stay;
    std::vector<tallied_row> followed;
    for (auto& [labels, known] : by_labels) {
        std::uint64_t customers = 0;
        const auto follow = [&](tallied_row& r) {
            const std::uint64_t* const words = r.group == no_group ? nullptr : counted.groups().words(r.group);
            r.start = customers;
            r.won = words == nullptr ? 0 : words[plan.stay_word];
            r.lost = words == nullptr ? 0 : words[plan.stay_word + 1];
            customers += r.won - r.lost;
        };
        const period begin = containing(std::min(first, counted.first_stay), plan.every);
        for (period p = begin; p.first <= last; p = next(p)) {
            const auto own = known.find(p.first);
            tallied_row r = own == known.end() ? tallied_row{p.first, labels, no_group} : own->second;
            follow(r);
            if (p.last >= first) {
                followed.push_back(std::move(r));
            }
        }
        // Rows whose own period is beyond all stays keep their other measures.
        for (auto& [day, r] : known) {
            if (day == no_day || day < begin.first || day > last) {
                r.start = day == no_day || day < begin.first ? 0 : customers;
                followed.push_back(std::move(r));
            }
        }
    }
    sort(followed);
    return followed;
}

}  // namespace

std::vector<tallied_row> rows_of(const counter& counted, const tally_options& options) {
    return follow_stays(counted, rows_of_groups(counted), options);
}

}  // namespace cxm
