#include "results/sample_size.hpp"

#include <cmath>
#include <cxm/metrics/marketing.hpp>
#include <cxm/metrics/surveys.hpp>

#include "catch.hpp"
#include "text/problem.hpp"

using namespace cxm;

namespace {

sample_question about(const metric& m) { return {&m, {}, {}, {}, {}, {}, {}}; }

}  // namespace

TEST_CASE("Five points of NPS take 1,537 answers at worst, and 984 where they vary as 300, 100 and 100 do") {
    sample_question q = about(nps);
    q.margin = 5;
    CHECK(answer_of(q)->n == 1537);
    q.variance = 0.64;
    CHECK(answer_of(q)->n == 984);
}

TEST_CASE("Five points of a share take 385 answers") {
    sample_question q = about(csat);
    q.margin = 0.05;
    CHECK(answer_of(q)->n == 385);
}

TEST_CASE("10 % and 12 % are told apart by 3,841 in each group, who do so with a power of 80 %") {
    sample_question q = about(conversion);
    q.from = 0.10;
    q.to = 0.12;
    CHECK(answer_of(q)->n == 3841);
    q.per_group = 3841;
    CHECK(std::fabs(answer_of(q)->power - 0.8) < 1e-4);
}

TEST_CASE("5,000 in each group tell 5.17 % from 4 %") {
    sample_question q = about(conversion);
    q.from = 0.04;
    q.per_group = 5000;
    CHECK(std::fabs(answer_of(q)->to - 0.05171937064242355) < 1e-9);
}

TEST_CASE("The smallest difference of NPS that a size shows takes that size") {
    sample_question q = about(nps);
    q.per_group = 1000;
    const double change = answer_of(q)->change;
    q.per_group.reset();
    q.from = 0;
    q.to = change;
    CHECK(std::fabs(answer_of(q)->exact - 1000) < 1e-6);
}

TEST_CASE("Values that are the same are told apart by no size") {
    sample_question q = about(conversion);
    q.from = q.to = 0.1;
    CHECK_FALSE(answer_of(q));
}

TEST_CASE("A question that lacks or mixes something is refused") {
    sample_question q = about(conversion);
    CHECK_THROWS_AS(answer_of(q), bad_usage);
    q.to = 0.1;
    CHECK_THROWS_AS(answer_of(q), bad_usage);
    q.margin = 0.1;
    CHECK_THROWS_AS(answer_of(q), bad_usage);
}
