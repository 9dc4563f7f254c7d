#include "histories/orders.hpp"

#include <set>

#include "catch.hpp"
#include "tally/raw_file.hpp"
#include "text/problem.hpp"
#include "values/points_in_time.hpp"

namespace {

using cxm::testing::raw_file;

cxm::people_question question() {
    cxm::people_question asked;
    asked.id = "id";
    asked.time = "day";
    asked.amounts_are_paid = true;
    asked.skips_nobody = true;
    asked.clock = cxm::clock_of_rows::as_written;
    return asked;
}

std::int32_t january(unsigned day) { return cxm::calendar::day_number(2024, 1, day); }

/// What is read of the text of a file, with so many threads.
cxm::order_reading read(const cxm::people_question& asked, const std::string& text, const cxm::order_days& days,
                        unsigned threads = 1) {
    const raw_file file(text);
    cxm::row_options options;
    options.threads = threads;
    options.chunk_size = 1 << 12;
    cxm::people_histories people(asked, {file.path()}, options);
    return cxm::read_orders(people, days);
}

std::string refusal_of(const cxm::people_question& asked, const std::string& text) {
    try {
        (void)read(asked, text, {january(31)});
    } catch (const cxm::bad_input& refused) {
        return refused.what();
    }
    return "none";
}

}  // namespace

TEST_CASE("orders are gathered by customer, whatever the order of the rows, and those of one day are one") {
    const auto found = read(question(),
                            "id,day\nben,2024-01-08\nann,2024-01-22\nann,2024-01-01\nann,2024-01-22T09:00:00\n"
                            "ann,2024-01-15\n",
                            {january(22)});
    REQUIRE(found.customers.size() == 2);
    CHECK(found.customers[0].name == "ann");
    CHECK(found.customers[0].now.of == cxm::purchase_history{2, 3, 3});
    CHECK(found.customers[1].now.of == cxm::purchase_history{0, 0, 2});
}

TEST_CASE("orders after the observation are counted apart, and customers who came after it are left out") {
    cxm::order_days days{january(15), 14};
    const auto found = read(question(),
                            "id,day\nann,2024-01-01\nann,2024-01-08\nann,2024-01-22\nann,2024-02-22\n"
                            "ben,2024-01-29\n",
                            days);
    REQUIRE(found.customers.size() == 1);
    CHECK(found.customers[0].now.of == cxm::purchase_history{1, 1, 2});
    CHECK(found.customers[0].now.later == 1);
    CHECK(found.late_rows == 1);
}

TEST_CASE("a customer is known at a cut by the orders up to it, and not at all before the first") {
    cxm::order_days days{january(29)};
    days.cut = january(15);
    const auto found =
        read(question(), "id,day\nann,2024-01-01\nann,2024-01-08\nann,2024-01-22\nben,2024-01-20\n", days);
    REQUIRE(found.customers.size() == 2);
    REQUIRE(found.customers[0].before);
    CHECK(found.customers[0].before->of == cxm::purchase_history{1, 1, 2});
    CHECK(found.customers[0].before->later == 1);
    CHECK_FALSE(found.customers[1].before);
}

TEST_CASE("amounts of a day are added, and the mean is of the repeat days") {
    cxm::people_question asked = question();
    asked.amount = "paid";
    const auto found =
        read(asked, "id,day,paid\nann,2024-01-01,100\nann,2024-01-08,4\nann,2024-01-08,6\nann,2024-01-15,4\n",
             {january(31)});
    CHECK(found.customers.at(0).now.mean == 7);
    CHECK_THAT(refusal_of(asked, "id,day,paid\nann,2024-01-01,-3\n"), Catch::Contains("a refund is no order"));
    CHECK_THAT(refusal_of(asked, "id,day,paid\nann,2024-01-01,\n"), Catch::Contains("is blank"));
}

TEST_CASE("a customer belongs where the last known order says, and nowhere where none says") {
    cxm::people_question asked = question();
    asked.label = "plan";
    const raw_file file("id,day,plan\nann,2024-01-20,web\nann,2024-01-02,shop\nann,2024-01-22,\nann,2024-01-30,late\n"
                        "ben,2024-01-03,\n");
    cxm::people_histories people(asked, {file.path()}, {});
    const auto found = cxm::read_orders(people, {january(25), 6});
    REQUIRE(found.customers.size() == 2);
    CHECK(people.labels().at(found.customers[0].label) == "web");
    CHECK(found.customers[1].label == cxm::no_label);
}

TEST_CASE("customers fall into bands by what they bought of late and before, and who bought nothing then is counted") {
    cxm::order_days days{january(30)};
    days.window = 5;
    days.tested = january(20);
    days.learned = january(10);
    days.ahead = 10;
    // Stopped on the 20th (one on the 12th, none from the 16th on), and nothing after; begun on the 10th.
    const auto found = read(question(),
                            "id,day\nann,2024-01-06\nann,2024-01-12\nben,2024-01-14\nben,2024-01-18\n"
                            "ben,2024-01-22\n",
                            days);
    const auto of = [](const cxm::band_counts& counts, cxm::activity_band band) {
        return counts[static_cast<std::size_t>(band)];
    };
    using cxm::activity_band;
    CHECK(of(found.bands.learned, activity_band::begun).customers == 1);
    CHECK(of(found.bands.learned, activity_band::begun).none == 0);
    CHECK(of(found.bands.tested, activity_band::stopped).customers == 1);
    CHECK(of(found.bands.tested, activity_band::stopped).none == 1);
    CHECK(of(found.bands.tested, activity_band::alike).customers == 1);
    CHECK(of(found.bands.tested, activity_band::alike).none == 0);
    CHECK(of(found.bands.now, activity_band::quiet).customers == 1);
    CHECK(of(found.bands.now, activity_band::stopped).customers == 1);
}

TEST_CASE("orders without a customer are left out and counted") {
    const raw_file file("id,day\n,2024-01-01\nann,2024-01-02\n,soon\n");
    cxm::people_histories people(question(), {file.path()}, {});
    CHECK(people.of_nobody == 2);
    CHECK(people.people == 1);
    CHECK(cxm::moment_text(*people.first) == "2024-01-02");
}

TEST_CASE("the customers are the same for any number of threads") {
    std::string text = "id,day\n";
    for (int i = 0; i < 3000; ++i) {
        text += "customer " + std::to_string(i % 397) + ",2024-01-" + (i % 31 < 9 ? "0" : "") +
                std::to_string(i % 31 + 1) + "\n";
    }
    const auto one = read(question(), text, {january(31)});
    const auto three = read(question(), text, {january(31)}, 3);
    REQUIRE(one.customers.size() == 397);
    REQUIRE(three.customers.size() == 397);
    for (std::size_t i = 0; i < one.customers.size(); ++i) {
        CHECK(one.customers[i].name == three.customers[i].name);
        CHECK(one.customers[i].now.of == three.customers[i].now.of);
    }
}
