#include "tally/tally.hpp"

#include <map>
#include <random>
#include <string>

#include "catch.hpp"
#include "tally/raw_file.hpp"

using namespace cxm;
using namespace cxm::testing;

namespace {

plan nps_by_month() {
    plan p;
    add_period(p, "at:month");
    add_survey(p, survey_kinds[0], "score");
    return p;
}

plan stays(const std::string& grain_of) {
    plan p;
    add_period(p, ":" + grain_of);
    add_subscriptions(p, "start,end");
    return p;
}

/// Answers at random, `from` to `to` of a fixed sequence.
std::string answers(unsigned from, unsigned to) {
    std::mt19937 draw(7);
    std::string text = "id,at,plan,score,spend,note\n";
    for (unsigned i = 0; i < to; ++i) {
        const unsigned month = 1 + static_cast<unsigned>(draw()) % 6;
        const unsigned score = static_cast<unsigned>(draw()) % 12;
        const unsigned plan_of = static_cast<unsigned>(draw()) % 3;
        const std::string row = "C" + std::to_string(draw() % 50) + ",2024-0" + std::to_string(month) + "-1" +
                                std::to_string(draw() % 10) + "," + "abc"[plan_of] + "," +
                                (score == 11 ? "" : std::to_string(score)) + "," + std::to_string(draw() % 1000) + "." +
                                std::to_string(draw() % 100) + ",\"a \"\"note\"\",\nwith all\"\n";
        text += i >= from ? row : "";
    }
    return text;
}

plan everything() {
    plan p = nps_by_month();
    add_label(p, "plan");
    add_where(p, "spend > 100 or score is blank");
    add_measure(p, "revenue=sum spend");
    add_measure(p, "conversions=count where score >= 9");
    return p;
}

}  // namespace

TEST_CASE("answers fall to promoters, passives and detractors, blanks to none") {
    const raw_file file(
        "at,score\n2024-01-05,10\n2024-01-06,9\n2024-02-01,8\n2024-02-01,7.0\n2024-02-01,6\n2024-02-01,\n2024-02-01,0\n");
    CHECK(lines_of(count(nps_by_month(), file).counted) ==
          "2024-01: detractors 0 passives 0 promoters 2\n2024-02: detractors 2 passives 2 promoters 0\n");
    for (const char* off : {"11", "-1", "6.5", "x", "1e1x"}) {
        const raw_file bad("at,score\n2024-01-05,10\n2024-01-05," + std::string(off) + "\n");
        const std::string hint = *off == 'x'   ? "; answers in words are named, the best first: --nps "
                                                 "'score:…|…|…'"
                                 : *off == '-' ? " (if it is no answer: --blank score=-1)"
                                               : "";
        CHECK(refusal(nps_by_month(), bad) ==
              "FILE:3: score: '" + std::string(off) + "' is not on the scale 0..10" + hint);
    }
    const raw_file never("at,score\n2024-02-30,10\n");
    CHECK(refusal(nps_by_month(), never) == "FILE:2: at: '2024-02-30' is a day that does not exist");
}

TEST_CASE("ratings and efforts give counts, points and their squares") {
    plan p;
    add_survey(p, survey_kinds[1], "r:1..5");
    add_survey(p, survey_kinds[2], "e:1..7");
    const std::string text = lines_of(count(p, raw_file("r,e\n5,7\n4,1\n1,\n,2\n")).counted);
    for (const char* part : {" csat_answers 3", " csat_satisfied 2", " csat_points 10", " csat_points_squared 42",
                             " effort_answers 3", " effort_points 10", " effort_points_squared 54"}) {
        INFO(text);
        CHECK(holds(text, part));
    }
}

TEST_CASE("answers on 0..10 that never pass 5 are warned about") {
    const auto warnings = count(nps_by_month(), raw_file("at,score\n2024-01-01,5\n2024-01-01,4\n")).warnings;
    REQUIRE(warnings.size() == 1);
    CHECK(holds(warnings[0], "'score' goes only to 5"));
    CHECK(count(nps_by_month(), raw_file("at,score\n2024-01-01,5\n2024-01-01,6\n")).warnings.empty());
}

TEST_CASE("the same for any number of threads, size of chunks and cut into files") {
    const raw_file whole(answers(0, 600));
    const tally_result expected = count(everything(), whole);
    CHECK(expected.rows == 600);
    const std::string text = lines_of(expected.counted);
    const raw_file first(answers(0, 250));
    const raw_file rest(answers(250, 600));
    for (const unsigned threads : {1u, 2u, 3u, 7u}) {
        for (const std::size_t size : {1u, 13u, 64u, 1000u, 1u << 18}) {
            tally_options options;
            options.threads = threads;
            options.chunk_size = size;
            INFO(threads << " threads, chunks of " << size);
            CHECK(lines_of(count(everything(), whole, options).counted) == text);
            CHECK(lines_of(tally(everything(), catalogue(), {rest.path(), first.path()}, options).counted) == text);
        }
    }
}

TEST_CASE("the tallies of shards add up to the tally of the whole") {
    std::map<std::string, double> sums;
    const auto add_up = [&](const records& all, double sign) {
        for (std::size_t row = 0; row < all.size(); ++row) {
            for (const auto& column : all.numbers) {
                const std::string key = std::string(all.periods[row]) + std::string(all.labels[0].values[row]);
                sums[key + std::string(column.of->key)] +=
                    is_missing(column.values[row]) ? 0 : sign * column.values[row];
            }
        }
    };
    add_up(count(everything(), raw_file(answers(0, 600))).counted, 1);
    CHECK(sums.size() >= 18 * 5);
    for (const auto& [from, to] : {std::pair(0u, 100u), std::pair(100u, 101u), std::pair(101u, 600u)}) {
        add_up(count(everything(), raw_file(answers(from, to))).counted, -1);
    }
    for (const auto& [key, sum] : sums) {
        INFO(key);
        CHECK(std::abs(sum) < 1e-6);
    }
}

TEST_CASE("distinct counts each text once a group, over all threads") {
    plan p;
    add_label(p, "plan");
    add_measure(p, "customers_active=distinct id where score is not blank");
    const raw_file file("plan,id,score\na,1,5\na,1,6\na,01,\nb,1,5\na,,5\nb,2,5\na,\"1\",7\nb,3,\n");
    for (const unsigned threads : {1u, 2u, 7u}) {
        tally_options options;
        options.threads = threads;
        options.chunk_size = 5;
        CHECK(lines_of(count(p, file, options).counted) == " a: customers_active 1\n b: customers_active 2\n");
        options.chunk_size = 100;
        CHECK(lines_of(count(p, raw_file(answers(0, 600)), options).counted) ==
              lines_of(count(p, raw_file(answers(0, 600))).counted));
    }
}

TEST_CASE("stays give customers at the start, new, lost and at the end of every period") {
    const raw_file file(
        "start,end\n2023-12-31,2024-02-01\n2024-01-01,\n2024-01-31,2024-01-31\n2024-02-10,2024-04-30\n");
    CHECK(lines_of(count(stays("month"), file).counted) ==
          "2023-12: customers_end 1 customers_lost 0 customers_new 1 customers_start 0\n"
          "2024-01: customers_end 2 customers_lost 0 customers_new 1 customers_start 1\n"
          "2024-02: customers_end 2 customers_lost 1 customers_new 1 customers_start 2\n"
          "2024-03: customers_end 2 customers_lost 0 customers_new 0 customers_start 2\n"
          "2024-04: customers_end 1 customers_lost 1 customers_new 0 customers_start 2\n");
    tally_options some;
    some.from = parse_period("2024-02");
    some.to = parse_period("2024-02");
    CHECK(lines_of(count(stays("month"), file, some).counted) ==
          "2024-02: customers_end 2 customers_lost 1 customers_new 1 customers_start 2\n");
    some.from = parse_period("2024-05");
    some.to = parse_period("2024-06");
    CHECK(lines_of(count(stays("month"), file, some).counted) ==
          "2024-05: customers_end 1 customers_lost 0 customers_new 0 customers_start 1\n"
          "2024-06: customers_end 1 customers_lost 0 customers_new 0 customers_start 1\n");
    CHECK(holds(refusal(stays("day"), raw_file("start,end\n2024-01-02,2024-01-01\n")), "before the stay begins"));
    CHECK(holds(refusal(stays("day"), raw_file("start,end\n,2024-01-01\n")), "FILE:2: start: is blank"));
}

TEST_CASE("what columns make is summed exactly, and is blank where one of them is") {
    plan p;
    add_label(p, "k");
    add_measure(p, "revenue=sum price * quantity - \"off %\" / 100 where quantity > 0");
    const tally_result tallied = count(p, raw_file("k,price,quantity,off %\na,0.1,3,5\na,19.99,2,0\na,-1.5,2,\n"
                                                   "b,,1,1\nc,-0.000000001,0.000000001,0\nd,1,0,0\n"
                                                   "e,123456789012,123456789,0\n"));
    CHECK(
        lines_of(tallied.counted) ==
        " a: revenue 40.23\n b: revenue missing\n c: revenue -1e-18\n d: revenue 0\n e: revenue 15241578751672002560\n");
    CHECK(holds(refusal(p, raw_file("k,price,quantity,off %\na,1,1,1\na,x,1,1\n")),
                "FILE:3: price: 'x' is not a number"));
    CHECK(holds(refusal(p, raw_file("k,price,quantity,off %\na,0.0000000001,0.0000000001,1\n")), "over 18 decimals"));
    CHECK(holds(refusal(p, raw_file("k,price,quantity,off %\na,9999999999999,9999999999,1\n")), "too large"));
}

TEST_CASE("texts that functions change are counted and compared as what they become") {
    plan p;
    add_where(p, "trim(plan) != lower(plan)");
    add_measure(p, "customers_active=distinct lower(trim(mail))");
    add_measure(p, "transactions=count where lower(mail) like '%@x.de' and trim(mail) is not blank");
    const tally_result tallied =
        count(p, raw_file("plan,mail\nPro, Ä@X.de\nPro,\"ä@x.de \"\nPro,  \npro,b@x.de\n Pro,ä@x.de\n"));
    CHECK(lines_of(tallied.counted) == ": customers_active 1 transactions 2\n");
}

TEST_CASE("of no row a sum is 0, and of rows that are all blank it is missing, as distinct texts are") {
    plan p;
    add_period(p, "at:month");
    add_measure(p, "revenue=sum spend where status = 'refunded'");
    add_measure(p, "customers_active=distinct id where status = 'refunded'");
    const tally_result tallied =
        count(p, raw_file("at,id,spend,status\n2024-01-01,a,5,sold\n2024-02-01,,,refunded\n2024-03-01,a,0,refunded\n"
                          "2024-03-01,,,refunded\n2024-03-01,b,,sold\n"));
    CHECK(lines_of(tallied.counted) ==
          "2024-01: customers_active 0 revenue 0\n2024-02: customers_active missing revenue missing\n"
          "2024-03: customers_active 1 revenue 0\n");
}

TEST_CASE("a sum of blanks is missing, and a blank date or label is none") {
    plan p;
    add_period(p, "at:year");
    add_label(p, "plan");
    add_measure(p, "revenue=sum spend");
    const tally_result found = count(p, raw_file("at,plan,spend\n2024-05-05,,\n,a,0.10\n,a,0.20\n"));
    CHECK(lines_of(found.counted) == " a: revenue 0.3\n2024 : revenue missing\n");
    CHECK(found.counted.labels[0].values[1].data() == nullptr);
    REQUIRE(found.warnings.size() == 1);
    CHECK(holds(found.warnings[0], "2 rows without 'at'"));
}

TEST_CASE("periods without a grain are taken as they are written") {
    plan p;
    add_period(p, "wave");
    add_measure(p, "visitors=count");
    CHECK(lines_of(count(p, raw_file("wave\nspring\nautumn\nspring\n")).counted) ==
          "autumn: visitors 1\nspring: visitors 2\n");
}

TEST_CASE("numbers that are none or too large are refused with their row") {
    plan p;
    add_measure(p, "revenue=sum spend");
    CHECK(refusal(p, raw_file("spend\n1\nabc\n")) == "FILE:3: spend: 'abc' is not a number");
    CHECK(refusal(p, raw_file("spend\n1\nn/a\n")) ==
          "FILE:3: spend: 'n/a' is not a number (if that means none: --blank n/a)");
    CHECK(lines_of(count(p, raw_file("a,spend\n1,\"1,5\"\n")).counted) == ": revenue 1.5\n");
    CHECK(holds(refusal(p, raw_file("a,spend\n1,\"1,5\"\n1,1.5\n")), "decimal points and with decimal commas"));
    CHECK(holds(refusal(p, raw_file("spend\n1e21\n")), "too large to be summed exactly"));
    CHECK(holds(refusal(p, raw_file("spend\n1e20\n1e20\n")), "FILE:3: spend: the sum is beyond"));
    CHECK(lines_of(count(p, raw_file("a;spend\n1;1,5\n1;2\n")).counted) == ": revenue 3.5\n");
    CHECK(holds(refusal(p, raw_file("a;spend\n1;1,5\n1;1.5\n")), "decimal points and with decimal commas"));
    plan counted;
    add_measure(counted, "clicks=sum spend");
    CHECK(holds(refusal(counted, raw_file("spend\n1.5\n")), "clicks: 1.5 is not a whole number"));
}

TEST_CASE("tables stop at the memory they are given") {
    plan p;
    add_measure(p, "customers_active=distinct id");
    std::string text = "id\n";
    for (int i = 0; i < 20000; ++i) {
        text += std::to_string(i) + "\n";
    }
    tally_options options;
    options.max_memory = 100000;
    CHECK(holds(refusal(p, raw_file(text), options), "needs more than the 100000 bytes of --max-memory"));
    options.max_memory = 10000000;
    CHECK(lines_of(count(p, raw_file(text), options).counted) == ": customers_active 20000\n");
}

TEST_CASE("files that are not there are refused by name") {
    CHECK_THROWS_AS(tally(nps_by_month(), catalogue(), {"no/such/file.csv"}, {}), bad_input);
}
