#include <cstdio>

#include <cxm/cxm.hpp>

using namespace cxm;

// Metrics are constants: this one is computed by the compiler.
static_assert(nps(promoters = 300, passives = 100, detractors = 100).value == 40);

int main() {
    const outcome lost = churn(customers_lost = 100, customers_start = 1000);
    std::printf("churn %.1f %%\n", 100 * lost.value);  // churn 10.0 %

    // No number is no 0: the outcome says why there is none.
    const outcome none = churn(customers_lost = 0, customers_start = 0);
    if (!none) {
        std::printf("churn: %s\n", reason(churn.value, none).c_str());  // churn: customers_start is 0
    }
    return lost.ok() && !none.ok() ? 0 : 1;
}
