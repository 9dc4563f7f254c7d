#pragma once

#include <cmath>
#include <cstddef>
#include <cstdio>
#include <string>
#include <vector>

#include <cxm/interval.hpp>

namespace coverage {

inline constexpr double slack = 1e-12;  // a limit that equals the truth but for rounding holds it

inline bool holds(const cxm::interval& limits, double truth) {
    return limits.low - slack <= truth && truth <= limits.high + slack;
}

/// Collects coverages of a row and keeps the mean and the least.
class row {
public:
    explicit row(const std::string& head) { std::printf("| %s |", head.c_str()); }

    void show(double coverage) { std::printf(" %.1f |", 100 * coverage); }
    void count(double coverage) {
        sum_ += coverage;
        least_ = std::fmin(least_, coverage);
        ++number_;
    }
    void end() { std::printf(" %.1f | %.1f |\n", 100 * sum_ / number_, 100 * least_); }
    static void finish() { std::printf("\n"); }

private:
    double sum_ = 0;
    double least_ = 1;
    int number_ = 0;
};

inline void head(const std::string& title, const std::vector<std::string>& columns) {
    std::printf("## %s\n\n|", title.c_str());
    for (const std::string& column : columns) {
        std::printf(" %s |", column.c_str());
    }
    std::printf("\n|---|");
    for (std::size_t i = 1; i < columns.size(); ++i) {
        std::printf("--:|");
    }
    std::printf("\n");
}

}  // namespace coverage
