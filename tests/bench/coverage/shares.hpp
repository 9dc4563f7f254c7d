#pragma once

#include <cmath>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include <cxm/compare.hpp>
#include <cxm/interval.hpp>

#include "table.hpp"

namespace coverage {

inline std::vector<double> binomial(int n, double p) {
    std::vector<double> chances;
    for (int x = 0; x <= n; ++x) {
        chances.push_back(std::exp(std::lgamma(n + 1.0) - std::lgamma(x + 1.0) - std::lgamma(n - x + 1.0) +
                                   x * std::log(p) + (n - x) * std::log1p(-p)));
    }
    return chances;
}

using share_method = std::function<cxm::interval(double x, double n)>;

inline void cover_shares(const char* title, const share_method& limits) {
    head(title, {"n", "p = 1 %", "5 %", "10 %", "30 %", "50 %", "mean", "least"});
    for (const int n : {10, 20, 50, 100, 500, 2000}) {
        std::vector<cxm::interval> all;
        for (int x = 0; x <= n; ++x) {
            all.push_back(limits(x, n));
        }
        const auto coverage = [&](double p) {
            const std::vector<double> chances = binomial(n, p);
            double sum = 0;
            for (int x = 0; x <= n; ++x) {
                const auto at = static_cast<std::size_t>(x);
                sum += holds(all[at], p) ? chances[at] : 0;
            }
            return sum;
        };
        row line(std::to_string(n));
        for (const double p : {.01, .05, .1, .3, .5}) {
            line.show(coverage(p));
        }
        for (int i = 1; i <= 500; ++i) {
            line.count(coverage(i / 1000.0));
        }
        line.end();
    }
    row::finish();
}

inline void cover_rates() {
    head("Rates: Garwood, exact", {"", "1 event expected", "5", "20", "100", "500", "mean", "least"});
    const auto coverage = [](double expected) {
        double sum = 0;
        for (double x = std::floor(std::fmax(0, expected - 12 * std::sqrt(expected)));
             x <= expected + 12 * std::sqrt(expected) + 12; ++x) {
            const double chance = std::exp(x * std::log(expected) - expected - std::lgamma(x + 1));
            sum += holds(cxm::garwood(x, 1), expected) ? chance : 0;
        }
        return sum;
    };
    row line("coverage");
    for (const double expected : {1.0, 5.0, 20.0, 100.0, 500.0}) {
        line.show(coverage(expected));
    }
    for (int i = 1; i <= 200; ++i) {
        line.count(coverage(0.5 * i));
    }
    line.end();
    row::finish();
}

inline void cover_share_differences() {
    head("Differences of two shares: Miettinen-Nurminen, exact",
         {"n of A, B", "5 %, 5 %", "5 %, 10 %", "10 %, 30 %", "50 %, 50 %", "50 %, 60 %", "mean", "least"});
    constexpr int sizes[][2] = {{20, 20}, {50, 50}, {100, 100}, {20, 100}};
    for (const auto [n_a, n_b] : sizes) {
        std::vector<cxm::interval> all;
        for (int a = 0; a <= n_a; ++a) {
            for (int b = 0; b <= n_b; ++b) {
                const double x_a = a;
                const double x_b = b;
                all.push_back(
                    cxm::miettinen_nurminen({x_a, static_cast<double>(n_a)}, {x_b, static_cast<double>(n_b)}));
            }
        }
        const auto coverage = [&, a = n_a, b = n_b](double p_a, double p_b) {
            const std::vector<double> of_a = binomial(a, p_a);
            const std::vector<double> of_b = binomial(b, p_b);
            double sum = 0;
            std::size_t at = 0;
            for (const double chance_a : of_a) {
                for (const double chance_b : of_b) {
                    sum += holds(all[at++], p_b - p_a) ? chance_a * chance_b : 0;
                }
            }
            return sum;
        };
        row line(std::to_string(n_a) + ", " + std::to_string(n_b));
        constexpr double pairs[][2] = {{.05, .05}, {.05, .1}, {.1, .3}, {.5, .5}, {.5, .6}};
        for (const auto& p : pairs) {
            line.show(coverage(p[0], p[1]));
        }
        for (int i = 1; i < 50; ++i) {
            for (int j = 1; j < 50; ++j) {
                line.count(coverage(i / 50.0, j / 50.0));
            }
        }
        line.end();
    }
    row::finish();
}

}  // namespace coverage
