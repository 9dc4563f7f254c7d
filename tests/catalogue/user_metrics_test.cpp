#include "catalogue/metrics_in_use.hpp"
#include "catch.hpp"

#include <cxm/metrics/customers.hpp>
#include <cxm/outcome.hpp>
#include <cxm/spell.hpp>

#include "records/records_from.hpp"

using namespace cxm;

namespace {

std::string one(std::string_view key, std::string_view formula, std::string_view unit = "ratio") {
    return fmt::format(R"({{"key": "{}", "title": "T", "formula": "{}", "unit": "{}", "better": "higher"}})", key,
                       formula, unit);
}

std::string refusal_of(const std::string& json) {
    return refused([&] {
        catalogue own;
        constexpr std::string_view commands[] = {"report", "check"};
        own.add(json, "mine.json", commands);
    });
}

}  // namespace

TEST_CASE("a metric of the user's own stands behind ours, in a theme of its own") {
    catalogue known;
    const std::size_t before = known.metrics().size();
    known.add("[" + one("kept", "1 - churn") + "]", "mine.json");
    REQUIRE(known.metrics().size() == before + 1);
    const metric* kept = known.find_metric("kept");
    REQUIRE(kept != nullptr);
    CHECK(known.metrics().back() == kept);
    CHECK(known.themes().back().title == "Your own");
    CHECK(spell(kept->value) == "1 - customers_lost / customers_start");
    CHECK((*kept)(customers_lost = 100, customers_start = 1000).value == 0.9);
}

TEST_CASE("metrics of one file build on each other in any order, and on those of an earlier file") {
    catalogue known;
    known.add("{\"metrics\": [" + one("b", "2 * a") + "," + one("a", "1 - churn") + "]}", "mine.json");
    known.add("[" + one("c", "b + a") + "]", "more.json");
    CHECK(spell(known.find_metric("b")->value) == "2 * (1 - customers_lost / customers_start)");
    CHECK((*known.find_metric("c"))(customers_lost = 1, customers_start = 4).value == 2.25);
}

TEST_CASE("definitions that go in a circle are refused") {
    CHECK(refusal_of("[" + one("a", "b + 1") + ",\n" + one("b", "a + 1") + "]").starts_with("mine.json:"));
    CHECK(refusal_of("[" + one("a", "a + 1") + "]") == "mine.json:1: a is defined by itself; break the cycle");
}

TEST_CASE("an unknown name is refused with the nearest") {
    CHECK(
        refusal_of("[\n" + one("a", "customer_lost / customers_start") + "]") ==
        "mine.json:2: a: formula: at byte 1: found 'customer_lost'; it is neither a measure nor a metric (did you mean "
        "'customers_lost'?)");
}

TEST_CASE("money is not added to people, nor shown as what it is not") {
    CHECK(refusal_of("[" + one("a", "revenue + customers_lost") + "]") ==
          "mine.json:1: a: formula: cannot add people to money");
    CHECK(refusal_of("[" + one("a", "revenue / customers_start") + "]") ==
          "mine.json:1: a: the formula comes to money, which cannot be shown as ratio");
    CHECK(refusal_of("[" + one("a", "revenue / customers_start", "money") + "]").empty());
    CHECK(refusal_of("[" + one("a", "revenue / support_cost", "share") + "]") ==
          "mine.json:1: a: a share is one count over another; \"ratio\" shows any fraction");
    CHECK(refusal_of("[" + one("a", "clicks / visitors", "share") + "]").empty());
}

TEST_CASE("keys that are taken, by metrics, measures, commands or columns, are refused") {
    for (const std::string key : {"churn", "clicks", "report", "period", "metric"}) {
        CHECK(refusal_of("[" + one(key, "1 - churn") + "]") ==
              "mine.json:1: key '" + key + "' is taken; choose another");
    }
    CHECK(refusal_of("[" + one("a", "1 - churn") + ",\n" + one("a", "1 - churn") + "]") ==
          "mine.json:2: key 'a' is taken; choose another");
    for (const std::string key : {"", "A", "1a", "a b", "a-b", "é"}) {
        CHECK(refusal_of("[" + one(key, "1 - churn") + "]").starts_with("mine.json:1: key '"));
    }
}

TEST_CASE("a metric needs key, title, formula, unit and better, and nothing that nobody knows") {
    for (const std::string name : {"title", "formula", "unit", "better"}) {
        std::string json = one("a", "1 - churn");
        json.replace(json.find("\"" + name), name.size() + 1, "\"source");
        CHECK(refusal_of("[" + json + "]") == "mine.json:1: a needs \"" + name + "\"");
    }
    CHECK(refusal_of(R"([{"key": "a", "titel": "T"}])") == "mine.json:1: unknown key 'titel' (did you mean 'title'?)");
    CHECK(refusal_of("[5]") == "mine.json:1: a metric must be an object, not a number");
    CHECK(refusal_of("{}") == "mine.json:1: a metrics file needs \"metrics\", a list");
}

TEST_CASE("texts that a terminal would obey are refused") {
    for (const std::string name : {"title", "meaning", "guide", "pitfalls", "rivals", "source"}) {
        std::string json = one("a", "1 - churn");
        json.insert(json.size() - 1, name == "title" ? "" : ", \"" + name + "\": \"x\"");
        CHECK(refusal_of("[" + json + "]").empty());
        const std::size_t at = json.find("\"" + name + "\": \"") + name.size() + 5;
        json.insert(at, "\\u001b[31m");
        CHECK(refusal_of("[" + json + "]") == "mine.json:1: " + name + ": '\\u{1b}' cannot be printed");
    }
}

TEST_CASE("a refused file leaves the catalogue as it was") {
    catalogue known;
    const std::size_t before = known.metrics().size();
    CHECK(refused([&] { known.add("[" + one("kept", "1 - churn") + "," + one("b", "nothing") + "]", "mine.json"); }) !=
          "");
    CHECK(known.metrics().size() == before);
    CHECK(known.find_metric("kept") == nullptr);
}
