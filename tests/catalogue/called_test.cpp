#include "catalogue/called.hpp"

#include <map>
#include <sstream>

#include "catch.hpp"

namespace {

std::string called(std::string_view name) {
    const cxm::catalogue known;
    const cxm::measure* const m = cxm::measure_called(known, name);
    return m == nullptr ? "" : std::string(m->key);
}

}  // namespace

TEST_CASE("no two measures are called alike by others, and none as a measure or a metric is called here") {
    const cxm::catalogue known;
    std::map<std::string, std::string_view> measure_of;
    for (const cxm::measure* m : known.measures()) {
        std::istringstream names{std::string(m->also_called)};
        for (std::string name; std::getline(names >> std::ws, name, ',');) {
            INFO(name << " of " << m->key);
            CHECK(measure_of.try_emplace(name, m->key).second);
            CHECK(known.find_measure(name) == nullptr);
            CHECK(known.find_metric(name) == nullptr);
            CHECK(called(name) == m->key);
        }
    }
}

TEST_CASE("a measure is known by what others call it, in any case, with any marks and in any order of words") {
    CHECK(called("churned") == "customers_lost");
    CHECK(called("Cust Lost") == "customers_lost");
    CHECK(called("new_customers") == "customers_new");
    CHECK(called("New-Customers ") == "customers_new");
    CHECK(called("customersNew") == "customers_new");
    CHECK(called("customers_new") == "customers_new");
}

TEST_CASE("other names are of no measure") {
    for (const char* const name : {"", "_", "customers", "lost_churned", "score"}) {
        CHECK(called(name).empty());
    }
    CHECK(called(std::string(100, 'a')).empty());
}

TEST_CASE("what others call it is no spelling of a measure, its words in another order are") {
    const cxm::catalogue known;
    CHECK(!cxm::is_spelled_nearly(known, "churned"));
    CHECK(cxm::is_spelled_nearly(known, "new_customers"));
    CHECK(cxm::is_spelled_nearly(known, "customer_lost"));
    CHECK(cxm::meant_measure(known, "churned") == " (did you mean 'customers_lost'?)");
    CHECK(cxm::meant_measure(known, "customer_lost") == " (did you mean 'customers_lost'?)");
    CHECK(cxm::meant_measure(known, "xyz").empty());
}
