#include "intake/proven_totals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "intake/total_rows.hpp"

namespace cxm {

namespace {

/// Where a record stands.
struct spot {
    const records* rows;
    std::size_t row;
};

/// The names of which a record has no part: those that it may be the sum over.
std::vector<std::string> summed_names(const std::vector<std::string>& names, const records& rows, std::size_t row) {
    std::vector<std::string> summed;
    std::copy_if(names.begin(), names.end(), std::back_inserter(summed),
                 [&](const std::string& name) { return !has_part(rows, row, name); });
    return summed;
}

/// What a record shares with those that it may be the sum of: all its period and labels but the names summed over.
std::string shared_key(const std::vector<std::string>& names, const std::vector<std::string>& summed,
                       const records& rows, std::size_t row) {
    std::string key;
    for (const std::string& name : names) {
        if (std::find(summed.begin(), summed.end(), name) == summed.end()) {
            key += value_under(rows, row, name);
            key += '\0';
        }
    }
    return key;
}

using sums_by_key = std::unordered_map<std::string, std::unordered_map<std::string_view, long double>>;

/// The sums of the parts, for one set of names summed over; under the measure "" how many parts there are.
sums_by_key sums_of_parts(const std::vector<records>& files, const std::vector<std::string>& names,
                          const std::vector<std::string>& summed) {
    sums_by_key sums;
    for (const records& rows : files) {
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const auto is_part = [&](const std::string& name) { return has_part(rows, row, name); };
            if (!std::all_of(names.begin(), names.end(), is_part)) {
                continue;
            }
            auto& of = sums[shared_key(names, summed, rows, row)];
            of[""] += 1;
            for (const records::number_column& number : rows.numbers) {
                if (!is_missing(number.values[row])) {
                    of[number.of->key] += number.values[row];
                }
            }
        }
    }
    return sums;
}

bool is_sum(const spot& at, const std::unordered_map<std::string_view, long double>& parts, bool over_periods) {
    bool any = false;
    for (const records::number_column& number : at.rows->numbers) {
        const double total = number.values[at.row];
        const over_time joins = number.of->joins;
        if (is_missing(total) || joins == over_time::fixed || joins == over_time::alone ||
            (over_periods && joins != over_time::flow)) {
            continue;
        }
        const auto found_sum = parts.find(number.of->key);
        const long double sum = found_sum == parts.end() ? 0 : found_sum->second;
        const long double off = std::abs(sum - static_cast<long double>(total));
        const bool same = is_whole(*number.of) ? off == 0 : off <= 1e-9L * std::max(1.0L, std::abs(sum));
        if (joins == over_time::distinct ? static_cast<long double>(total) > sum : !same) {
            return false;
        }
        any = any || (same && total != 0);
    }
    return any;
}

}  // namespace

bool may_hold_totals(const records& rows, bool blanks) {
    const std::vector<records> one = {rows};
    const std::vector<std::string> names = names_with_parts(one);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const std::vector<std::string> summed = summed_names(names, rows, row);
        const auto says_so = [&](const std::string& name) { return blanks || is_total(value_under(rows, row, name)); };
        if (std::any_of(summed.begin(), summed.end(), says_so)) {
            return true;
        }
    }
    return false;
}

std::string drop_proven_totals(std::vector<records>& files) {
    const std::vector<std::string> names = names_with_parts(files);
    std::map<std::vector<std::string>, std::vector<spot>> totals;
    for (const records& rows : files) {
        for (std::size_t row = 0; row < rows.size(); ++row) {
            std::vector<std::string> summed = summed_names(names, rows, row);
            if (!summed.empty()) {
                totals[std::move(summed)].push_back({&rows, row});
            }
        }
    }
    for (const auto& [summed, spots] : totals) {
        const sums_by_key sums = sums_of_parts(files, names, summed);
        const bool over_periods = std::find(summed.begin(), summed.end(), "") != summed.end();
        for (const spot& at : spots) {
            const auto parts = sums.find(shared_key(names, summed, *at.rows, at.row));
            const auto says_so = [&](const std::string& name) { return is_total(value_under(*at.rows, at.row, name)); };
            // One part and a blank with the same numbers may as well be two parts.
            const bool enough =
                parts != sums.end() && (parts->second.at("") > 1 || std::any_of(summed.begin(), summed.end(), says_so));
            if (!enough || !is_sum(at, parts->second, over_periods)) {
                return {};
            }
        }
    }
    std::string first;
    for (std::size_t i = 0; i < files.size() && first.empty(); ++i) {
        for (std::size_t row = 0; row < files[i].size() && first.empty(); ++row) {
            first = summed_names(names, files[i], row).empty() ? "" : place(files[i], row);
        }
    }
    const std::size_t dropped = drop_totals(files);
    return dropped == 0   ? ""
           : dropped == 1 ? first + ": this record is the sum of others: passed over, as --drop-totals would"
                          : fmt::format("{}: {} records, this one first, are the sums of others: passed over, as "
                                        "--drop-totals would",
                                        first, dropped);
}

}  // namespace cxm
