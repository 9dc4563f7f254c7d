#pragma once

#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include <cxm/interval.hpp>

#include "table.hpp"

namespace coverage {

struct profile {
    const char* text;
    double promoters;
    double passives;
    double detractors;

    double net() const { return promoters - detractors; }
};

inline constexpr profile profiles[] = {{"60/20/20", .6, .2, .2},
                                       {"80/15/5", .8, .15, .05},
                                       {"40/30/30", .4, .3, .3},
                                       {"33/33/33", 1.0 / 3, 1.0 / 3, 1.0 / 3},
                                       {"20/20/60", .2, .2, .6}};

using net_method = std::function<cxm::interval(double promoters, double passives, double detractors)>;

/// All that n answers can come to, with the limits and the logarithm of the number of ways.
class net_outcomes {
public:
    net_outcomes(int n, const net_method& limits) {
        for (int p = 0; p <= n; ++p) {
            for (int d = 0; d <= n - p; ++d) {
                const int rest = n - p - d;
                all_.push_back(
                    {static_cast<double>(p), static_cast<double>(rest), static_cast<double>(d),
                     std::lgamma(n + 1.0) - std::lgamma(p + 1.0) - std::lgamma(d + 1.0) - std::lgamma(rest + 1.0),
                     limits(p, rest, d)});
            }
        }
    }

    double coverage(const profile& of) const {
        const double log_p = std::log(of.promoters);
        const double log_rest = std::log(of.passives);
        const double log_d = std::log(of.detractors);
        double sum = 0;
        for (const possible& one : all_) {
            if (holds(one.limits, of.net())) {
                sum +=
                    std::exp(one.log_ways + one.promoters * log_p + one.passives * log_rest + one.detractors * log_d);
            }
        }
        return sum;
    }

private:
    struct possible {
        double promoters;
        double passives;
        double detractors;
        double log_ways;
        cxm::interval limits;
    };
    std::vector<possible> all_;
};

/// Mean and least are those of all splits into twentieths in which no part is empty.
inline void cover_nets(const char* title, const net_method& limits) {
    std::vector<std::string> columns{"n"};
    for (const profile& of : profiles) {
        columns.emplace_back(of.text);
    }
    columns.insert(columns.end(), {"mean", "least"});
    head(title, columns);
    for (const int n : {10, 20, 50, 100, 300}) {
        const net_outcomes outcomes(n, limits);
        row line(std::to_string(n));
        for (const profile& of : profiles) {
            line.show(outcomes.coverage(of));
        }
        for (int p = 1; p <= 18; ++p) {
            for (int d = 1; d <= 19 - p; ++d) {
                line.count(outcomes.coverage({"", p / 20.0, (20 - p - d) / 20.0, d / 20.0}));
            }
        }
        line.end();
    }
    row::finish();
}

}  // namespace coverage
