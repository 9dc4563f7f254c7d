#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <cxm/cxm.hpp>

#include "catch.hpp"
#include "reference/operations.hpp"

namespace cxm {

inline void check_limits(reference_case& c, const std::optional<interval>& limits) {
    REQUIRE(limits);
    c.check("lower", limits->low);
    c.check("upper", limits->high);
}

inline interval_options options_of(const reference_case& c) {
    interval_options options;
    options.level = c.level();
    return options;
}

/// A metric from counts in the formula's order: its value or undefined, or a contradiction where the case is an error.
inline void check_metric(reference_case& c, const metric& m, std::vector<double> inputs,
                         const std::string& field = "rate") {
    if (c.status() == "error") {
        CHECK(contradiction(m, inputs) != "");
        return;
    }
    CHECK(contradiction(m, inputs) == "");
    const estimate made = estimate_of(m, inputs, options_of(c));
    if (c.status() == "undefined") {
        CHECK(made.comes_to.is == status::undefined);
        CHECK_FALSE(made.limits);
        return;
    }
    c.check(field, made.comes_to.value);
    if (m.shown == as::share || m.shown == as::rate || m.shown == as::score) {
        check_limits(c, made.limits);
    }
}

inline void check_nps(reference_case& c, double promoters_of, double passives_of, double detractors_of) {
    const double n = promoters_of + passives_of + detractors_of;
    const std::string method = c.text("method");
    interval_options options = options_of(c);
    options.nets = method == "score"  ? net_interval::score
                   : method == "wald" ? net_interval::wald
                                      : net_interval::adjusted_wald;
    const estimate made = estimate_of(nps, std::array{promoters_of, detractors_of, passives_of}, options);
    c.check("nps", made.comes_to.value);
    check_limits(c, made.limits);
    const double variance = net_variance(promoters_of / n, detractors_of / n);
    const std::map<std::string, double> further = {{"n", made.n},
                                                   {"variance", variance},
                                                   {"se", 100 * std::sqrt(variance / n)},
                                                   {"promoters", promoters_of},
                                                   {"passives", passives_of},
                                                   {"detractors", detractors_of}};
    for (const std::string& field : c.unchecked()) {
        c.check(field, further.at(field));
    }
}

/// The sums of the segments, by the rule of a flow.
inline std::vector<double> summed(const reference_case& c) {
    std::vector<double> sums;
    for (const auto& segment : c.lists("segments")) {
        sums.resize(segment.size());
        std::transform(segment.begin(), segment.end(), sums.begin(), sums.begin(), std::plus<>());
    }
    return sums;
}

}  // namespace cxm
