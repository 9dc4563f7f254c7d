#include <cstdio>

#include <cxm/cxm.hpp>

double churn_elsewhere();

// Two files that include the library must link, and agree.
int main() {
    using namespace cxm;
    const double here = churn(customers_lost = 100, customers_start = 1000).value;
    std::printf("churn %g\n", here);
    return here == 0.1 && here == churn_elsewhere() ? 0 : 1;
}
