#include "write/one.hpp"

#include "catch.hpp"
#include "write/sample_report.hpp"

using namespace cxm;

TEST_CASE("A metric on its own is a line with its interval and n") {
    CHECK(write_one(sample::value(nps, 40, 32.77, 46.75, 500), {}, {}) ==
          "nps  40.0   95 % interval 32.8 to 46.8   n 500\n");
    CHECK(write_one(sample::value(churn, 0.1, 0.083, 0.12, 1000), {}, {}) ==
          "churn  10.0 %   95 % interval 8.3 to 12.0 %   n 1,000\n");
}

TEST_CASE("A metric without an interval says why on a second line") {
    const result r = sample::value(cac, 1200);
    CHECK(write_one(r, "EUR", {.width = 120}) == "cac  1,200.00 EUR\n     no interval: " + why_no_interval(r) + "\n");
}

TEST_CASE("A metric without a number says why") {
    CHECK(write_one(sample::from(churn, {0, 0}), {}, {}) == "churn  undefined   customers_start is 0\n");
    CHECK(write_one(sample::from(churn, {1, not_given}), {}, {}) == "churn  missing   customers_start is missing\n");
}

TEST_CASE("A note stands below the number that it is about") {
    result r = sample::value(nps, 40, 32.77, 46.75, 500);
    r.note = "as you know";
    CHECK(write_one(r, {}, {}) == "nps  40.0   95 % interval 32.8 to 46.8   n 500\n     as you know\n");
}

TEST_CASE("Several metrics stand in the same columns") {
    const std::vector<result> some = {sample::value(nps, 40, 32.77, 46.75, 500),
                                      sample::value(roi_multiple, 3, 2, 4, 7),
                                      sample::value(churn, 0.1, 0.083, 0.12, 1000)};
    CHECK("\n" + write_ones(some, {}, {}) == R"(
nps             40.0   95 % interval 32.8 to 46.8    n 500
roi_multiple   3.00×   95 % interval 2.00 to 4.00×   n 7
churn         10.0 %   95 % interval 8.3 to 12.0 %   n 1,000
)");
}

TEST_CASE("In colour a metric on its own has the same text") {
    CHECK(write_one(sample::value(nps, 40, 32.77, 46.75, 500), "", {.colour = true}) ==
          "nps  \x1b[1m40.0\x1b[0m   95 % interval 32.8 to 46.8   n 500\n");
}

TEST_CASE("In ASCII a multiple ends in an x") {
    CHECK(write_one(sample::value(roi_multiple, 3, 2, 4, 7), "", {.ascii = true}) ==
          "roi_multiple  3.00x   95 % interval 2.00 to 4.00x   n 7\n");
}
