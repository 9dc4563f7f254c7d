#include <optional>
#include <vector>

#include <nlohmann/json.hpp>

#include <cxm/association.hpp>

#include "catch.hpp"
#include "reference/operations.hpp"

using namespace cxm;

namespace {

using rc = reference_case;
using cells = std::vector<std::optional<double>>;

void check_trend(rc& c) {
    std::vector<scored_group> groups;
    for (const auto& group : c.lists("groups")) {
        groups.push_back({group[0], group[1], group[2]});
    }
    const share_trend made = cochran_armitage(groups, c.level());
    c.check_cells("rates", made.shares);
    c.check("z", made.z.value());
    c.check("p_value", made.p.value());
    c.check("ratio_last_to_first", made.ratio.value().estimate.value());
    c.check("ratio_lower", made.ratio->limits.low);
    c.check("ratio_upper", made.ratio->limits.high);
}

void check_ranks(rc& c) {
    const rank_correlation made = spearman(c.list("a"), c.list("b"));
    if (!c.is_ok()) {
        CHECK_FALSE(made.rho);
        CHECK_FALSE(made.p);
        CHECK(made.why == "fewer than 3 pairs");
        return;
    }
    c.check("n", static_cast<double>(made.n));
    c.check("rho", made.rho.value());
    c.check("p_value", made.p.value());
    c.check_json("method", made.method == "permutation" ? "exact permutation" : "t approximation");
}

void check_lags(rc& c) {
    const auto lags = c.inputs().at("lags").get<std::vector<int>>();
    const lagged_correlations made = spearman_lags(c.list("a"), c.list("b"), lags);
    cells n, rho, p, adjusted;
    for (const lagged_correlation& each : made.lags) {
        n.push_back(static_cast<double>(each.at_lag.n));
        rho.push_back(each.at_lag.rho);
        p.push_back(each.at_lag.p);
        adjusted.push_back(each.adjusted_p);
    }
    c.check_cells("n", n);
    c.check_cells("rho", rho);
    c.check_cells("p_value", p);
    c.check_cells("p_holm", adjusted);
    c.check("rho_of_changes", made.of_changes.rho.value());
}

}  // namespace

TEST_CASE("associations are those of the reference") {
    check_operations({{"trend_test", check_trend}, {"spearman", check_ranks}, {"spearman_lags", check_lags}});
}
