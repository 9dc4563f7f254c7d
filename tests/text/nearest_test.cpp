#include "text/nearest.hpp"

#include <string>

#include "catch.hpp"

using namespace cxm;

TEST_CASE("a misspelt key has the nearest one as its suggestion, or none that is near") {
    CHECK(nearest("chrun", {"churn", "clv"}) == "churn");
    CHECK(nearest("customer_lost", {"customers_start", "customers_lost"}) == "customers_lost");
    CHECK(nearest("frobnicate", {"churn", "nps"}).empty());
    CHECK(nearest("", {"churn"}).empty());
    CHECK(nearest(std::string(100, 'x'), {"churn"}).empty());
    CHECK(nearest("CHURN", {"nps", "churn"}) == "churn");
    CHECK(nearest("pro", {"Pro"}) == "Pro");
    CHECK(did_you_mean("nsp", {"nps"}) == " (did you mean 'nps'?)");
    CHECK(did_you_mean("frobnicate", {"nps"}).empty());
}

TEST_CASE("names between commas are known for several, if each is one") {
    using names = std::vector<std::string_view>;
    CHECK(cxm::several_of("plan,land", {"land", "plan", "x"}) == names{"plan", "land"});
    CHECK(cxm::several_of("plan", {"plan"}).empty());
    CHECK(cxm::several_of("plan,other", {"plan"}).empty());
    CHECK(cxm::several_of("plan,", {"plan"}).empty());
    CHECK(cxm::several_of("", {}).empty());
}

TEST_CASE("the names there are, are told, but not without end") {
    CHECK(cxm::those_there_are("labels", {"plan", "land"}) == "; the labels are plan, land");
    CHECK(cxm::those_there_are("labels", {}) == "; there are no labels");
    CHECK(cxm::those_there_are("labels", std::vector<std::string_view>(1000, "plan")).size() < 450);
}
