#include <cxm/cxm.hpp>

double churn_elsewhere() { return cxm::churn(cxm::customers_lost = 100, cxm::customers_start = 1000).value; }
