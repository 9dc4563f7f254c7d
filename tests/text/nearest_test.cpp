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
