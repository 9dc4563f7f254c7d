#include <cstdio>
#include <string>

#include <cxm/cxm.hpp>

using namespace cxm;

// A measure is what you count, a metric is arithmetic over measures and over other metrics.
inline constexpr measure demos{"demos", "Demonstrations held in the period.", unit::things};
inline constexpr measure demos_won{"demos_won", "Of them, those that led to a contract.", unit::things};

inline constexpr metric win_rate{
    .key = "win_rate",
    .title = "Win rate",
    .meaning = "Share of the demonstrations that led to a contract.",
    .value = demos_won / demos,
    .shown = as::share,
    .within = &demos,
    .better = good::higher,
};
inline constexpr metric kept{
    .key = "kept",
    .title = "Kept",
    .meaning = "Share of the customers of the start who did not leave.",
    .value = 1 - churn,
    .better = good::higher,
};

static_assert(kept(customers_lost = 100, customers_start = 1000).value == 0.9);

int main() {
    const estimate made = estimate_of(win_rate, demos = 80, demos_won = 12);
    if (!made.limits) {
        return 1;
    }
    std::printf("%s = %s = %.1f %% (%.1f to %.1f %%, %s)\n", std::string(win_rate.key).c_str(),
                spell(win_rate.value, in_order(win_rate, {demos = 80, demos_won = 12})).c_str(),
                100 * made.comes_to.value, 100 * made.limits->low, 100 * made.limits->high,
                std::string(made.limits->method).c_str());
    // win_rate = 12 / 80 = 15.0 % (8.8 to 24.4 %, wilson)
}
