#include "run/compare_likeness.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "records/labels.hpp"
#include "records/pool.hpp"
#include "records/same_records.hpp"
#include "run/pooling.hpp"
#include "run/warnings.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

std::set<std::string> segments_of(const records& side) {
    std::set<std::string> segments;
    for (std::size_t row = 0; row < side.size(); ++row) {
        std::string segment;
        for (const auto& [name, value] : labels_of(side, row)) {
            segment += fmt::format("{}{}={}", segment.empty() ? "" : ", ", shown(name), shown(value));
        }
        segments.insert(std::move(segment));
    }
    return segments;
}

/// What to warn of in segments that one side has and the other lacks; empty where there is none.
std::string lacking(const std::set<std::string>& has, const std::string& name, const std::set<std::string>& lacks,
                    const std::string& other) {
    std::vector<std::string> missing;
    std::set_difference(has.begin(), has.end(), lacks.begin(), lacks.end(), std::back_inserter(missing));
    return missing.empty()
               ? std::string()
               : fmt::format("{} has no record of {}, which {} has{}: a segment without a record looks like a change",
                             other, missing.front(), name, and_more(missing.size() - 1));
}

std::set<period> dates_of(const records& side) {
    std::set<period> dates;
    for (const std::string_view name : side.periods) {
        if (const auto read = parse_period(name); read && read->of != grain::free) {
            dates.insert(*read);
        }
    }
    return dates;
}

/// A period of which both sides hold days.
std::optional<std::pair<period, period>> shared(const std::set<period>& before, const std::set<period>& after) {
    for (const period& own : before) {
        for (const period& other : after) {
            if (own.first <= other.last && other.first <= own.last) {
                return std::pair(own, other);
            }
        }
    }
    return std::nullopt;
}

constexpr std::string_view as_if_independent =
    "the sides are not independent, as intervals and verdicts take them to be";

}  // namespace

void warn_of_one_sided(const sides& of, bool strict, const streams& io) {
    for (const records* side : {&of.before, &of.after}) {
        segment_pool pool({});
        pool.add(*side);
        if (const std::string text = uneven(pool.finish()); !text.empty()) {
            warn(io, text, strict);
        }
    }
    const std::set<std::string> before = segments_of(of.before);
    const std::set<std::string> after = segments_of(of.after);
    const std::set<std::string> without_labels = {""};
    if (before == without_labels || after == without_labels) {
        return;
    }
    for (const std::string& text : {lacking(before, of.before_name, after, of.after_name),
                                    lacking(after, of.after_name, before, of.before_name)}) {
        if (!text.empty()) {
            warn(io, text, strict);
        }
    }
}

void require_apart(const sides& of, const std::vector<std::size_t>& before, const std::vector<std::size_t>& after,
                   bool strict, const streams& io) {
    std::vector<std::size_t> both;
    std::set_intersection(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(both));
    if (both.size() == before.size() && both.size() == after.size()) {
        throw bad_input(shown_end(of.before.source), fmt::format("{} and {} are the same records, which did not change",
                                                                 of.before_name, of.after_name));
    }
    if (!both.empty()) {
        warn(io,
             fmt::format("{} and {} share {} record{}: {}", of.before_name, of.after_name, both.size(),
                         both.size() == 1 ? "" : "s", as_if_independent),
             strict);
    }
}

void require_apart(const sides& of, bool strict, const streams& io) {
    const std::vector<same_record> same = same_records({&of.before, &of.after});
    if (same.size() == of.before.size() && same.size() == of.after.size()) {
        throw bad_input(shown_end(of.after.source), "holds the same records as " + shown_end(of.before.source) +
                                                        ", which did not change; compare others");
    }
    if (!same.empty()) {
        warn(io,
             fmt::format("{} stands on both sides, with the same counts{}: {}",
                         place_and_title(of.after, same.front().row), and_more(same.size() - 1), as_if_independent),
             strict);
        return;
    }
    const std::set<period> before = dates_of(of.before);
    const std::set<period> after = dates_of(of.after);
    if (const auto in_both = before == after ? std::nullopt : shared(before, after)) {
        const auto& [own, other] = *in_both;
        warn(io,
             fmt::format("{}: {}",
                         own == other ? spell(own) + " is on both sides, and other periods are on one"
                                      : spell(own) + " before and " + spell(other) + " after share days",
                         as_if_independent),
             strict);
    }
}

}  // namespace cxm
