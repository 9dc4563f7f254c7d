#include "records/period_kinds.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "bytes/recent_texts.hpp"
#include "records/labels.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "values/calendar_words.hpp"

namespace cxm {

std::optional<grain> kind_of(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional(parse_period(text).value_or(period{}).of);
}

std::string plural(grain g) { return g == grain::free ? "free labels" : std::string(name(g)) + "s"; }

bool is_in_time(const records& rows, std::size_t row) {
    return rows.in_order || kind_of(rows.periods[row]) != grain::free;
}

void require_time_order(const records& rows, std::string_view what) {
    std::vector<std::size_t> sizes;
    const std::vector<std::size_t> groups = group_numbers(rows);
    for (const std::size_t group : groups) {
        sizes.resize(std::max(sizes.size(), group + 1));
        ++sizes[group];
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (sizes[groups[row]] > 1 && !is_in_time(rows, row)) {
            throw bad_input(place(rows, row),
                            fmt::format("{} needs to know the order of the periods, and {} is none of the calendar; "
                                        "--periods-in-order says that they stand in it",
                                        what, quote_of(rows.periods[row])));
        }
    }
}

void period_kinds::add(const records& block, std::size_t first, std::size_t end) {
    recent_texts<grain> known;
    for (std::size_t row = first; row < end; ++row) {
        const std::string_view text = block.periods[row];
        if (text.empty()) {
            continue;
        }
        const grain of = known.find(text, [&] { return *kind_of(text); });
        kind& own = kinds_[static_cast<std::size_t>(of)];
        if (own.records++ == 0) {
            own.first = text;
            own.place = place(block, row);
        }
    }
}

void period_kinds::add(const period_kinds& later) {
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
        kind& own = kinds_[i];
        const kind& other = later.kinds_[i];
        own = own.records == 0 ? kind{0, other.first, other.place} : std::move(own);
        own.records += other.records;
    }
}

std::optional<grain> period_kinds::usual() const {
    const auto most = std::max_element(kinds_.begin() + 1, kinds_.end(),
                                       [](const kind& a, const kind& b) { return a.records < b.records; });
    if (most->records > 0) {
        return static_cast<grain>(most - kinds_.begin());
    }
    return kinds_[0].records > 0 ? std::optional(grain::free) : std::nullopt;
}

std::vector<period_kinds::oddity> period_kinds::oddities() const {
    std::vector<oddity> odd;
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
        const grain own = static_cast<grain>(i);
        const kind& k = kinds_[i];
        if (k.records == 0 || own == *usual()) {
            continue;
        }
        const std::string meant = as_period(k.first);
        const std::string what = own != grain::free ? fmt::format(" is a {}", name(own))
                                 : meant == k.first ? " is no date: a free label"
                                                    : " is no date" + meant_is(meant) + ": a free label";
        const std::string more = k.records > 1 ? fmt::format(", and {} more like it", k.records - 1) : "";
        odd.push_back({k.place, quote_of(k.first) + what + " among " + plural(*usual()) + more});
    }
    return odd;
}

}  // namespace cxm
