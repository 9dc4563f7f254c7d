#include "results/check/judge.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace cxm {

bool holds(relation is, double value, double limit, double scale) {
    constexpr double digits = 1e-12;
    const double size = std::max({scale, std::abs(value), std::abs(limit)});
    const bool same = value == limit || (std::isfinite(size) && std::abs(value - limit) <= digits * size);
    switch (is) {
        case relation::less: return !same && value < limit;
        case relation::at_most: return same || value < limit;
        case relation::more: return !same && value > limit;
        case relation::at_least: return same || value > limit;
        case relation::equal: return same;
        default: return !same;
    }
}

namespace {

check_verdict failure(const rule& r) {
    return r.level == rule::severity::warn ? check_verdict::warn : check_verdict::fail;
}

/// How many of the numbers within an interval meet the limit: all (pass), none (fail) or some.
check_verdict judge_whole(const rule& r, const interval& limits, double limit, double scale) {
    const relation is = r.says.is;
    if (is == relation::equal || is == relation::unequal) {
        const bool one = limits.low == limits.high;
        const bool outside =
            holds(relation::less, limit, limits.low, scale) || holds(relation::more, limit, limits.high, scale);
        if (!one && !outside) {
            return check_verdict::undecided;
        }
        return outside == (is == relation::unequal) ? check_verdict::pass : failure(r);
    }
    const bool low = holds(is, limits.low, limit, scale);
    const bool high = holds(is, limits.high, limit, scale);
    return low != high ? check_verdict::undecided : low ? check_verdict::pass : failure(r);
}

constexpr std::string_view no_interval = "there is no interval to judge by";

}  // namespace

void set_missing(finding& f, std::string reason) {
    f.is = f.of->skip_missing ? check_verdict::no_data : failure(*f.of);
    f.judged = {};
    f.reason = std::move(reason);
}

void set_stale(finding& f, std::string reason) {
    f.is = failure(*f.of);
    f.reason = std::move(reason);
}

void set_impossible(finding& f, std::string reason) {
    set_missing(f, std::move(reason));
    f.is = failure(*f.of);
}

void judge(finding& f) {
    const rule& r = *f.of;
    const std::optional<interval>& limits = f.judged.limits;
    const double scale = std::max(std::abs(f.after.value_or(0)), std::abs(f.before.value_or(0)));
    if (r.says.what != figure::value && !limits) {
        set_missing(f, std::string(no_interval));
        return;
    }
    if (r.min_n > 0 && !(f.judged.n >= r.min_n)) {
        f.is = check_verdict::undecided;
        f.reason = fmt::format("n {:.10g} is below min_n {:.10g}", f.judged.n, r.min_n);
        return;
    }
    const double held = r.says.what == figure::low    ? limits->low
                        : r.says.what == figure::high ? limits->high
                                                      : f.judged.comes_to.value;
    f.is = holds(r.says.is, held, f.limit, scale) ? check_verdict::pass : failure(r);
    if (!r.confident) {
        return;
    }
    if (limits) {
        f.is = judge_whole(r, *limits, f.limit, scale);
        f.reason = f.is == check_verdict::undecided ? "the interval reaches over the limit" : "";
    } else if (f.is == check_verdict::pass) {
        f.is = check_verdict::undecided;
        f.reason = no_interval;
    }
}

}  // namespace cxm
