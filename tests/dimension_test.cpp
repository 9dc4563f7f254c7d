#include "catch.hpp"

#include <string>

#include <cxm/dimension.hpp>

using namespace cxm;

namespace {

constexpr measure people{"people", "People.", unit::people};
constexpr measure items{"items", "Items.", unit::things};
constexpr measure score{"score", "Score.", unit::points};
constexpr measure euros{"euros", "Euros.", unit::money};
constexpr measure time_spent{"time_spent", "Time.", unit::seconds};
constexpr measure factor{"factor", "Factor.", unit::number};

std::string refused(const formula& f) {
    try {
        return "allowed as " + std::string(name(dimension(f)));
    } catch (const unit_error& error) {
        return error.what();
    }
}

}  // namespace

TEST_CASE("sums keep the kind of their parts") {
    CHECK(dimension(people + people) == unit::people);
    CHECK(dimension(euros - euros) == unit::money);
    CHECK(dimension(1 - factor) == unit::number);
    CHECK(dimension(1 - people / people) == unit::number);
}

TEST_CASE("like over like is a number, and so are counts over counts") {
    CHECK(dimension(euros / euros) == unit::number);
    CHECK(dimension(items / people) == unit::number);
    CHECK(dimension(factor / euros) == unit::number);
    CHECK(dimension(people / euros) == unit::number);
    CHECK(dimension(items / time_spent) == unit::number);
}

TEST_CASE("an amount over a count or a number keeps its unit") {
    CHECK(dimension(euros / people) == unit::money);
    CHECK(dimension(time_spent / items) == unit::seconds);
    CHECK(dimension(score / people) == unit::points);
    CHECK(dimension(euros / 12) == unit::money);
    CHECK(dimension(people / 12) == unit::people);
}

TEST_CASE("products with numbers and counts keep the unit of the other") {
    CHECK(dimension(100 * euros) == unit::money);
    CHECK(dimension(people * 2) == unit::people);
    CHECK(dimension(euros * people) == unit::money);
    CHECK(dimension(people * time_spent) == unit::seconds);
    CHECK(dimension(people * items) == unit::number);
}

TEST_CASE("what cannot be mixed is refused in words") {
    CHECK(refused(euros + people) == "cannot add people to money");
    CHECK(refused(people - euros) == "cannot subtract money from people");
    CHECK(refused(1 - people) == "cannot subtract people from number");
    CHECK(refused(people + items) == "cannot add things to people");
    CHECK(refused(euros * euros) == "cannot multiply money by money");
    CHECK(refused(euros * time_spent) == "cannot multiply money by seconds");
    CHECK(refused(euros / time_spent) == "cannot divide money by seconds");
    CHECK(refused(people / score) == "cannot divide people by points");
    CHECK(refused(formula()) == "there is nothing to compute");
}
