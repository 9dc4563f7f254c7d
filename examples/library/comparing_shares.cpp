#include <cstdio>

#include <cxm/cxm.hpp>

using namespace cxm;

// An A/B test: 200 of 4,000 visitors bought in the control group, 250 of 4,000 with the variant.
int main() {
    const proportion control{200, 4000};
    const proportion variant{250, 4000};

    for (const proportion& p : {control, variant}) {
        const interval limits = wilson(p.x, p.n);
        std::printf("%.2f %% (%.2f to %.2f %%)\n", 100 * p.x / p.n, 100 * limits.low, 100 * limits.high);
    }
    const interval change = miettinen_nurminen(control, variant);
    const z_test test = n_minus_1_test(control, variant);
    std::printf("%+.2f pp (%+.2f to %+.2f pp), p = %.3f\n", 100 * (variant.x / variant.n - control.x / control.n),
                100 * change.low, 100 * change.high, test.p);
    // +1.25 pp (+0.24 to +2.27 pp), p = 0.015

    // The limits leave 0 out exactly where p is below 0.05.
    return (change.low > 0) == (test.p < 0.05) ? 0 : 1;
}
