#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include <cxm/compare.hpp>
#include <cxm/interval.hpp>

#include "nets.hpp"
#include "table.hpp"

namespace coverage {

inline constexpr int draws = 20000;

/// Draws answers; own arithmetic, since the standard's distributions differ between libraries.
class survey {
public:
    double chance() { return static_cast<double>(random_() >> 11) * 0x1p-53; }

    std::size_t answer(const std::vector<double>& shares) {
        double left = chance();
        std::size_t at = 0;
        while (at + 1 < shares.size() && left >= shares[at]) {
            left -= shares[at++];
        }
        return at;
    }

    cxm::net_answers nets(const profile& of, int n) {
        cxm::net_answers made{0, 0, 0};
        for (int i = 0; i < n; ++i) {
            const std::size_t at = answer({of.promoters, of.passives, of.detractors});
            ++(at == 0 ? made.promoters : at == 1 ? made.passives : made.detractors);
        }
        return made;
    }

private:
    std::mt19937_64 random_{20240229};
};

/// Answers that are all equal have no interval and are left out.
inline void cover_means(survey& from) {
    const struct {
        const char* text;
        std::vector<double> shares;
    } shapes[] = {{"even", {1 / 7., 1 / 7., 1 / 7., 1 / 7., 1 / 7., 1 / 7., 1 / 7.}},
                  {"middling", {.05, .10, .20, .30, .20, .10, .05}},
                  {"satisfied", {.03, .03, .04, .10, .20, .30, .30}},
                  {"split", {.40, .10, .03, .02, .05, .10, .30}},
                  {"delighted", {.02, .01, .01, .01, .05, .20, .70}}};
    head("Means of answers 1 to 7: t, simulated",
         {"n", "even", "middling", "satisfied", "split", "delighted", "mean", "least"});
    for (const int n : {5, 10, 30, 100, 300}) {
        row line(std::to_string(n));
        for (const auto& shape : shapes) {
            double truth = 0;
            for (std::size_t i = 0; i < 7; ++i) {
                truth += static_cast<double>(i + 1) * shape.shares[i];
            }
            int held = 0;
            int made = 0;
            for (int i = 0; i < draws; ++i) {
                double sum = 0;
                double squares = 0;
                for (int k = 0; k < n; ++k) {
                    const double answer = static_cast<double>(from.answer(shape.shares) + 1);
                    sum += answer;
                    squares += answer * answer;
                }
                const auto limits = cxm::mean_interval(sum, squares, n, 0.95, cxm::bounds{1, 7});
                made += limits.has_value();
                held += limits && holds(*limits, truth);
            }
            line.show(static_cast<double>(held) / made);
            line.count(static_cast<double>(held) / made);
        }
        line.end();
    }
    row::finish();
}

inline void cover_net_differences(survey& from) {
    constexpr int pairs[][2] = {{0, 0}, {0, 1}, {2, 0}, {3, 4}, {1, 1}};
    std::vector<std::string> columns{"n of A, B"};
    for (const auto& pair : pairs) {
        columns.push_back(std::string(profiles[pair[0]].text) + ", " + profiles[pair[1]].text);
    }
    columns.insert(columns.end(), {"mean", "least"});
    head("Differences of two NPS: adjusted Wald, simulated", columns);
    constexpr int sizes[][2] = {{10, 10}, {50, 50}, {20, 200}, {200, 200}};
    for (const auto& n : sizes) {
        row line(std::to_string(n[0]) + ", " + std::to_string(n[1]));
        for (const auto& pair : pairs) {
            const profile& a = profiles[pair[0]];
            const profile& b = profiles[pair[1]];
            int held = 0;
            for (int i = 0; i < draws; ++i) {
                const cxm::net_answers of_a = from.nets(a, n[0]);
                const cxm::net_answers of_b = from.nets(b, n[1]);
                held += holds(*cxm::net_difference(of_a, of_b).limits, b.net() - a.net());
            }
            line.show(static_cast<double>(held) / draws);
            line.count(static_cast<double>(held) / draws);
        }
        line.end();
    }
    row::finish();
}

}  // namespace coverage
