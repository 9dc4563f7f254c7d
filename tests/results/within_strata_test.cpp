#include "results/within_strata.hpp"

#include <cxm/metrics/customers.hpp>
#include <cxm/metrics/marketing.hpp>
#include <cxm/metrics/surveys.hpp>

#include "catch.hpp"
#include "near.hpp"
#include "records/records_from.hpp"
#include "records/roll_up.hpp"

using namespace cxm;

namespace {

constexpr std::string_view punctures = "size,visitors,conversions\nsmall,270,234\nlarge,80,55\n";
constexpr std::string_view operations = "size,visitors,conversions\nlarge,263,192\nsmall,87,81\n";

}  // namespace

TEST_CASE("kidney stones of one size do not show the treatments to differ, in whatever order the sizes stand") {
    const stratification within =
        stratify(records_from(punctures), records_from(operations), "size", {&conversion}, {});
    REQUIRE(within.changes.size() == 1);
    CHECK(within.label == "size");
    CHECK(within.changes[0].strata.size() == 2);
    CHECK(near(*within.changes[0].found.odds_ratio, 1.447, 5e-4));
    CHECK(near(within.changes[0].found.p, 0.119, 5e-4));
    CHECK(within.changes[0].is == verdict::no_clear_change);
}

TEST_CASE("what is clear within the strata is better or worse by the metric's direction") {
    const records before = records_from("plan,customers_start,customers_lost\na,1000,100\nb,500,20\n");
    const records after = records_from("plan,customers_start,customers_lost\na,500,90\nb,1000,70\n");
    CHECK(stratify(before, after, "plan", {&churn}, {}).changes[0].is == verdict::worse);
    CHECK(stratify(after, before, "plan", {&churn}, {}).changes[0].is == verdict::better);
}

TEST_CASE("a stratum that one side lacks adds nothing, and one where nobody was lost has no verdict to give") {
    const records before = records_from("plan,customers_start,customers_lost\na,1000,0\nb,500,20\n");
    const records after = records_from("plan,customers_start,customers_lost\na,900,0\nc,10,1\n");
    const stratification within = stratify(before, after, "plan", {&churn}, {});
    REQUIRE(within.changes.size() == 1);
    CHECK(within.changes[0].strata.size() == 1);
    CHECK(within.changes[0].is == verdict::none);
}

TEST_CASE("NPS, what is missing in a stratum, and churn over several periods are not compared within") {
    const records before = records_from(
        "period,plan,customers_start,customers_lost,promoters,passives,detractors,visitors,conversions\n"
        "2024-01,a,100,10,1,1,1,10,1\n2024-02,a,100,10,1,1,1,10,1\n2024-01,b,100,10,1,1,1,,\n2024-02,b,100,9,1,1,1,,\n");
    const records joined = roll_up(before, std::nullopt);
    const stratification within = stratify(joined, joined, "plan", {&churn, &nps, &conversion}, {});
    CHECK(within.changes.empty());
    CHECK(within.unstratified == std::vector<const metric*>{&churn, &nps, &conversion});
}

TEST_CASE("churn and retention are one test within strata too, so that two metrics are not adjusted for") {
    const records before = records_from(
        "plan,customers_start,customers_new,customers_lost,customers_end\na,1000,0,100,900\nb,500,0,20,480\n");
    const records after = records_from(
        "plan,customers_start,customers_new,customers_lost,customers_end\na,500,0,90,410\nb,1000,0,70,930\n");
    const stratification twins = stratify(before, after, "plan", {&churn, &retention}, {});
    REQUIRE(twins.changes.size() == 2);
    CHECK_FALSE(twins.changes[1].adjusted_p.has_value());
    CHECK(twins.changes[1].level == 0.95);
    CHECK(twins.changes[0].is == twins.changes[1].is);
}

TEST_CASE("several shares within strata are judged together, with intervals as wide as that takes") {
    const auto rows = [](int lost) {
        return records_from("plan,customers_start,customers_lost,visitors,conversions\na,1000," + std::to_string(lost) +
                            ",500,40\nb,500,20,600,50\n");
    };
    const stratification two = stratify(rows(100), rows(130), "plan", {&churn, &conversion}, {});
    REQUIRE(two.changes.size() == 2);
    CHECK(near(*two.changes[0].adjusted_p, 2 * two.changes[0].found.p, 1e-12));
    CHECK(two.changes[0].found.risk_limits->level == 0.975);
}
