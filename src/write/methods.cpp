#include <algorithm>
#include <iterator>

#include "write/explain.hpp"

namespace cxm {

std::string_view method_in_words(std::string_view method) {
    struct entry {
        std::string_view method;
        std::string_view words;
    };
    constexpr entry entries[] = {
        {"wilson",
         "Wilson (1927): [x + z^2/2 -+ z sqrt(x(n-x)/n + z^2/4)] / (n + z^2). It never leaves 0 to 100 % and is "
         "right for small n and rare events."},
        {"wilson-cc", "Wilson with continuity correction (Newcombe 1998, method 4): a little wider than Wilson."},
        {"clopper-pearson", "Clopper and Pearson (1934), from Beta quantiles: covers at least the level, so wider."},
        {"jeffreys", "Jeffreys: Beta quantiles with x + 1/2 and n - x + 1/2."},
        {"agresti-coull", "Agresti and Coull (1998): Wilson's centre with a simple width."},
        {"wald", "Wald: value -+ z standard errors. For comparison only: too narrow for small n."},
        {"garwood", "Poisson limits (Garwood 1936) of the events, over the exposure: one can act many times."},
        {"adjusted-wald",
         "Adjusted Wald (Rocks 2016): 3/4 promoters, 3/2 passives and 3/4 detractors are added for the "
         "limits, not for the value."},
        {"score", "The score test of promoters less detractors, inverted (Tango 1998)."},
        {"t", "Student's t: mean -+ t s / sqrt(n), cut to the scale."},
        {"greenwood", "Product limit over the periods with Greenwood's variance, on the log-log scale."},
        {"mover", "Miettinen-Nurminen limits of both lifts and Poisson limits of the mentions, squared and added; the "
                  "parts are taken as independent, values and cost as known."},
    };
    const auto* const known =
        std::find_if(std::begin(entries), std::end(entries), [&](const entry& e) { return e.method == method; });
    return known == std::end(entries) ? std::string_view() : known->words;
}

}  // namespace cxm
