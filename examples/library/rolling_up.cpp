#include <cmath>
#include <cstdio>

#include <cxm/cxm.hpp>

using namespace cxm;

struct month {
    double start;
    double lost;
};

// Three months of a subscription; customers join in each, so the starts do not fall.
constexpr month months[] = {{1000, 50}, {1030, 41}, {1049, 47}};

int main() {
    // Each measure joins by its own rule: what is lost adds up, the start of the quarter is that of its first month.
    pooled lost(customers_lost.joins);
    pooled start(customers_start.joins);
    for (int i = 0; i < 3; ++i) {
        lost.add(months[i].lost, i);
        start.add(months[i].start, i);
    }
    std::printf("lost %.0f, start %.0f\n", lost.value(), start.value());  // lost 138, start 1000

    // 138 / 1000 is no churn: some of the 138 joined after the start. The shares kept are multiplied instead.
    counted_share kept[3];
    for (int i = 0; i < 3; ++i) {
        kept[i] = {months[i].start - months[i].lost, months[i].start};
    }
    const kept_share quarter = chain_kept(kept);
    std::printf("churn %.2f %%\n", 100 * (1 - quarter.comes_to.value));  // churn 12.87 %

    // At that pace for a year: not 4 x 12.87 %.
    std::printf("a year %.1f %%\n", 100 * annualised(1 - quarter.comes_to.value, 4));  // a year 42.4 %
    return std::fabs(quarter.comes_to.value - 0.8713) < 5e-5 ? 0 : 1;
}
