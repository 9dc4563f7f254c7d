#include "histories/count_plan.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "histories/person_stays.hpp"
#include "tally/raw_file.hpp"
#include "text/packed_texts.hpp"

using namespace cxm;
using namespace cxm::testing;

namespace {

/// Orders at random, some of them twice, with answers and stays beside them.
std::vector<std::string> rows_at_random() {
    std::mt19937 draw(5);
    std::vector<std::string> rows;
    for (int i = 0; i < 400; ++i) {
        const auto number = [&](unsigned most) { return std::to_string(draw() % most); };
        const std::string month = std::to_string(1 + draw() % 6);
        rows.push_back(number(300) + ",C" + number(40) + ",2024-0" + month + "-1" + number(10) + "," + number(3) + "," +
                       number(1000) + "." + number(100) + "," + number(11) + ",2024-0" +
                       std::to_string(7 + draw() % 3) + "-01\n");
    }
    return rows;
}

const std::string header = "id,who,at,land,paid,score,until\n";

std::string joined(const std::vector<std::string>& rows, std::size_t from, std::size_t to) {
    std::string text = header;
    for (std::size_t i = from; i < to; ++i) {
        text += rows[i];
    }
    return text;
}

plan orders_by_land() {
    plan p;
    add_period(p, ":month");
    add_label(p, "land");
    add_orders(p, "who,at,paid");
    set_lost_after(p, "40d");
    set_one_per(p, "id:last");
    add_survey(p, survey_kinds[0], "score");
    return p;
}

plan stays_by_land() {
    plan p;
    add_period(p, ":month");
    add_label(p, "land");
    add_subscriptions(p, "at,until");
    add_people(p, "who");
    set_rejoin_within(p, "20d");
    add_leaving(p, "score > 3");
    return p;
}

plan amounts_by_land() {
    plan p;
    add_label(p, "land");
    add_amounts(p, "who,at,paid");
    set_one_per(p, "id");
    return p;
}

std::string counted(const plan& how, const std::vector<std::string>& files, const tally_options& options = {}) {
    return lines_of(count_plan(how, catalogue(), files, options).counted);
}

std::int64_t at(period_figures& of, std::int32_t period, std::size_t figure) {
    return static_cast<std::int64_t>(of.at(period, 0)[figure] / fixed_of(1));
}

}  // namespace

TEST_CASE("people are the same for any number of threads, size of chunks, order of rows and cut into files") {
    std::vector<std::string> rows = rows_at_random();
    const raw_file whole(joined(rows, 0, rows.size()));
    std::shuffle(rows.begin(), rows.end(), std::mt19937(9));
    const raw_file first(joined(rows, 0, 150));
    const raw_file rest(joined(rows, 150, rows.size()));
    for (const plan& how : {orders_by_land(), stays_by_land(), amounts_by_land()}) {
        const std::string text = counted(how, {whole.path()});
        CHECK(text.size() > 500);
        for (const unsigned threads : {1u, 3u}) {
            for (const std::size_t size : {1u, 64u, 1u << 18}) {
                tally_options options;
                options.threads = threads;
                options.chunk_size = size;
                INFO(threads << " threads, chunks of " << size);
                CHECK(counted(how, {whole.path()}, options) == text);
                CHECK(counted(how, {first.path(), rest.path()}, options) == text);
            }
        }
    }
}

TEST_CASE("of a person there before a period and at its end nothing is counted in it") {
    memory_budget budget(0);
    period_figures figures(3, budget);
    // Lost and back in period 20, lost in 40; there for a part of period 50; back in 60.
    std::vector<person_stay> stays = {{10, 20, 0}, {20, 40, 0}, {50, 50, 0}, {60, still_there, 0}};
    count_stays(stays, {0, 1, 2}, figures);
    CHECK(at(figures, 10, 0) == 1);
    CHECK(at(figures, 20, 1) == 0);
    CHECK(at(figures, 20, 2) == 0);
    CHECK(at(figures, 40, 1) == 1);
    CHECK(at(figures, 50, 0) + at(figures, 50, 1) + at(figures, 50, 2) == 0);
    CHECK(at(figures, 60, 2) == 1);
}

TEST_CASE("who comes and goes within the first period and comes again in it is new") {
    memory_budget budget(0);
    period_figures figures(3, budget);
    std::vector<person_stay> stays = {{10, 10, 0}, {10, 30, 0}};
    count_stays(stays, {0, 1, 2}, figures);
    CHECK(at(figures, 10, 0) == 1);
    CHECK(at(figures, 10, 2) == 0);
    CHECK(at(figures, 30, 1) == 1);
}

TEST_CASE("a key names columns, a period and which row counts") {
    plan p;
    set_one_per(p, "user, survey, month:last");
    CHECK(p.one_per->columns == std::vector<std::string>{"user", "survey"});
    CHECK(p.one_per->every == grain::month);
    CHECK(p.one_per->counts == counted_row::last);
    CHECK(spell(*p.one_per) == "user, survey, month:last");
    CHECK_THROWS_AS(set_one_per(p, "user"), bad_usage);
    plan of_month;
    set_one_per(of_month, "month");
    CHECK(of_month.one_per->columns == std::vector<std::string>{"month"});
    for (const char* const odd : {"", "user,,month", ":last"}) {
        plan none;
        CHECK_THROWS_AS(set_one_per(none, odd), bad_usage);
    }
}

TEST_CASE("a plan with orders is written as it is read") {
    plan p = orders_by_land();
    CHECK(p.orders->lost_after == 40 * 86'400'000'000);
    CHECK_THROWS_AS(set_lost_after(p, "1d"), bad_usage);
    CHECK_THROWS_AS(add_orders(p, "a,b"), bad_usage);
    const plan read =
        parse_plan(R"({"people": {"id": "who", "time": "at"}, "orders": {}, "amounts": {"mrr": "paid"}})", "x");
    CHECK(read.orders == order_source{"who", "at"});
    CHECK(read.amounts == amount_source{"who", "at", "paid"});
    CHECK_THROWS_AS(parse_plan(R"({"orders": {"id": "who"}})", "x"), bad_usage);
}

TEST_CASE("texts that are packed come out as they went in") {
    const std::vector<std::string> texts = {"", "a", std::string(300, 'b'), std::string("\0c", 2)};
    std::string together;
    for (const std::string& text : texts) {
        append_packed(together, text);
    }
    CHECK(unpacked(together) == texts);
    CHECK(unpacked("").empty());
}
