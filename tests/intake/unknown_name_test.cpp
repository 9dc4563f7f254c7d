#include "intake/unknown_name.hpp"

#include "catch.hpp"

using namespace cxm;

TEST_CASE("a name with numbers that is nearly a measure or a metric is told from a column of raw rows") {
    const catalogue known;
    CHECK(is_nearly_known(known, "customer_lost"));
    CHECK(is_nearly_known(known, "Customers_Lost"));
    CHECK(is_nearly_known(known, " customers_lost"));
    CHECK(is_nearly_known(known, "NPS"));
    CHECK_FALSE(is_nearly_known(known, "Zufriedenheit (1-5)"));
    CHECK_FALSE(is_nearly_known(known, "order_number"));
}

TEST_CASE("a metric's name is told with the measures that it is computed from") {
    CHECK(unknown_measure(catalogue(), "measure", "Nps", true) ==
          "unknown measure 'Nps': nps is a metric, computed from promoters, detractors and passives; give those, or "
          "--ignore Nps passes over it");
}

TEST_CASE("every metric can be the name of a column by mistake") {
    const catalogue known;
    for (const metric* m : known.metrics()) {
        const bool also_measure = known.find_measure(m->key) != nullptr;
        const std::string text = unknown_measure(known, "numeric column", m->key, true);
        CHECK((also_measure || text.find("computed from ") != std::string::npos));
        CHECK(text.find("from ;") == std::string::npos);
    }
}
