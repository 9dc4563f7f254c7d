// How often the default 95 % intervals hold the truth: prints the tables of docs/coverage.md, reads nothing.

#include <cxm/interval.hpp>

#include "coverage/nets.hpp"
#include "coverage/predictions.hpp"
#include "coverage/shares.hpp"
#include "coverage/simulated.hpp"

int main() {
    using namespace coverage;
    cover_shares("Shares: Wilson (the default), exact", [](double x, double n) { return cxm::wilson(x, n); });
    cover_shares("Shares: Wald (the textbook's, for comparison), exact",
                 [](double x, double n) { return cxm::wald(x, n); });
    cover_rates();
    cover_nets("NPS: adjusted Wald (the default), exact",
               [](double p, double q, double d) { return cxm::net_adjusted_wald(p, q, d); });
    cover_nets("NPS: Wald (for comparison), exact",
               [](double p, double q, double d) { return cxm::net_wald(p, q, d); });
    survey from;
    cover_means(from);
    cover_share_differences();
    cover_net_differences(from);
    cover_curves();
    cover_purchases();
}
