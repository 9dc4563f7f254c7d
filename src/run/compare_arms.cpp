#include "run/compare_arms.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "run/warnings.hpp"
#include "text/ascii.hpp"
#include "text/problem.hpp"
#include "values/number.hpp"
#include "write/compare/parts.hpp"

namespace cxm {

namespace {

/// Labels whose values are the arms of a test unless something speaks against it.
constexpr std::string_view names_of_arms[] = {"arm", "variant", "group"};

bool names_arms(const std::string& label) {
    return std::any_of(std::begin(names_of_arms), std::end(names_of_arms), [&](std::string_view name) {
        return std::equal(name.begin(), name.end(), label.begin(), label.end(),
                          [](char a, char b) { return a == lower(b); });
    });
}

std::set<std::string_view> periods_in(const records& side) { return {side.periods.begin(), side.periods.end()}; }

bool compares_periods(const compare_request& r) {
    return r.of_one && (r.of_one->before.label == "period" || r.of_one->after.label == "period");
}

/// Arms that nobody spoke of: one label's values, side by side within one period or without any.
bool look_like_arms(const compare_request& r, const sides& raw) {
    if (!r.of_one || r.of_one->before.label != r.of_one->after.label || !names_arms(r.of_one->before.label)) {
        return false;
    }
    const auto periods = periods_in(raw.before);
    return periods.size() == 1 && periods == periods_in(raw.after);
}

void require_arms(const compare_request& r, const sides& raw) {
    if (compares_periods(r)) {
        throw bad_usage("--expect-split is of the arms of a test, which run at the same time; these sides are periods");
    }
    if (periods_in(raw.before) != periods_in(raw.after)) {
        throw bad_input("", "--expect-split is of the arms of a test, which run at the same time; these sides are of "
                            "different periods");
    }
}

double part_of(const std::string& whole, std::string_view text) {
    const auto part = parse_number(text);
    if (!part || !(*part > 0)) {
        throw bad_usage("--expect-split: " + quote_of(whole) + " is no split; write 50:50, 3:1 or visitors=50:50");
    }
    return *part;
}

}  // namespace

expected_split split_of(const std::string& text, const catalogue& known) {
    expected_split split;
    std::string_view parts = text;
    if (const std::size_t equals = parts.find('='); equals != parts.npos) {
        const std::string_view key = parts.substr(0, equals);
        split.counted = known.find_measure(key);
        if (split.counted == nullptr || !is_count(split.counted->of)) {
            throw bad_usage("--expect-split: " + quote_of(key) +
                            " is no measure that counts; see 'cxm list --measures'");
        }
        parts.remove_prefix(equals + 1);
    }
    const std::size_t colon = std::min(parts.find(':'), parts.size());
    split.before = part_of(text, parts.substr(0, colon));
    split.after = part_of(text, parts.substr(std::min(colon + 1, parts.size())));
    return split;
}

std::vector<arms> tested_arms(const compare_request& r, const sides& raw, const comparison& changes,
                              const catalogue& known) {
    if (r.split) {
        require_arms(r, raw);
    } else if (!look_like_arms(r, raw)) {
        return {};
    }
    const expected_split split = r.split.value_or(expected_split{});
    const measure* const counted = split.counted != nullptr ? split.counted : size_of_arms(changes, known.metrics());
    // Carts and clicks are what people do in an arm; only who is put there is split by lot.
    if (!r.split && (counted == nullptr || !is_of_people(*counted))) {
        return {};
    }
    auto tested = counted == nullptr ? std::vector<arms>() : check_arms(changes, *counted, split);
    if (r.split && tested.empty()) {
        throw bad_input("", counted == nullptr ? "--expect-split: no count on both sides says how large the arms are; "
                                                 "name one, as in visitors=50:50"
                                               : "--expect-split: no " + std::string(counted->key) + " on both sides");
    }
    return tested;
}

void warn_of_arms(const comparison& changes, bool strict, const streams& io) {
    for (const arms& a : changes.tested_arms) {
        if (a.alarm()) {
            warn(io, arms_text(a, changes), strict);
        }
    }
}

}  // namespace cxm
