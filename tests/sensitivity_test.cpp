#include <vector>

#include <cxm/catalogue.hpp>
#include <cxm/sensitivity.hpp>

#include "catch.hpp"
#include "near.hpp"

using numbers = std::vector<double>;

TEST_CASE("the effects on a net promoter score are those of computing it again, the largest first") {
    const auto effects = cxm::sensitivity(cxm::nps, numbers{300, 100, 100});
    REQUIRE(effects.size() == 3);
    CHECK(effects[0].of->key == "promoters");
    CHECK(effects[1].of->key == "detractors");
    CHECK(effects[2].of->key == "passives");
    REQUIRE((effects[0].plus_one && effects[0].plus_percent && effects[1].plus_one && effects[2].plus_percent));
    CHECK(near(*effects[0].plus_one, 100.0 * 201 / 501 - 40, 1e-12));
    CHECK(near(*effects[0].plus_percent, 100.0 * 203 / 503 - 40, 1e-12));
    CHECK(near(*effects[1].plus_one, 100.0 * 199 / 501 - 40, 1e-12));
    CHECK(near(*effects[2].plus_percent, 100.0 * 200 / 501 - 40, 1e-12));
}

TEST_CASE("an input that cannot grow has no effect to show, and comes last") {
    const auto effects = cxm::sensitivity(cxm::churn, numbers{1000, 1000});
    REQUIRE(effects.size() == 2);
    CHECK(effects[0].of->key == "customers_start");
    CHECK(near(*effects[0].plus_percent, 1000.0 / 1010.0 - 1.0, 1e-15));
    CHECK_FALSE(effects[1].plus_one);
    CHECK_FALSE(effects[1].plus_percent);
}

TEST_CASE("one more is too much for a share that is an assumption, one per cent is not") {
    const cxm::formula& f = cxm::clv_margin.value;
    numbers inputs(f.inputs().size());
    inputs[position(f, cxm::margin_per_year)] = 100;
    inputs[position(f, cxm::discount_per_year)] = 0.1;
    inputs[position(f, cxm::retention_per_year)] = 0.8;
    const auto effects = cxm::sensitivity(cxm::clv_margin, inputs);
    REQUIRE(effects.size() == 3);
    CHECK(effects[0].of->key == "retention_per_year");
    CHECK_FALSE(effects[0].plus_one);
    CHECK(near(*effects[0].plus_percent, 100 * 1.1 / (1.1 - 0.808) - 100 * 1.1 / 0.3, 1e-9));
    CHECK(effects[1].of->key == "margin_per_year");
}

TEST_CASE("one per cent more of a loss is a smaller loss") {
    const auto effects = cxm::sensitivity(cxm::roi, numbers{-50, 100});
    REQUIRE(effects.size() == 2);
    for (const cxm::input_effect& e : effects) {
        if (e.of->key == "gain") {
            CHECK(near(*e.plus_percent, 0.005, 1e-12));
        }
    }
}

TEST_CASE("a metric without a value has no sensitivity") {
    CHECK(cxm::sensitivity(cxm::churn, numbers{0, 0}).empty());
    CHECK(cxm::sensitivity(cxm::churn, numbers{cxm::not_given, 10}).empty());
}
