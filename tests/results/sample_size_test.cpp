#include "results/sample_size.hpp"

#include <cmath>
#include <cxm/metrics/marketing.hpp>
#include <cxm/metrics/surveys.hpp>
#include <string>

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
    q.variances = {0.64, 0.64};
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
    q.per_group = {3841, 3841};
    CHECK(std::fabs(answer_of(q)->power - 0.8) < 1e-4);
}

TEST_CASE("5,000 in each group tell 5.17 % from 4 %") {
    sample_question q = about(conversion);
    q.from = 0.04;
    q.per_group = {5000, 5000};
    CHECK(std::fabs(answer_of(q)->to - 0.05171937064242355) < 1e-9);
}

TEST_CASE("The smallest difference of NPS that a size shows takes that size") {
    sample_question q = about(nps);
    q.per_group = {1000, 1000};
    const double change = answer_of(q)->change;
    q.per_group.reset();
    q.from = 0;
    q.to = change;
    CHECK(std::fabs(answer_of(q)->exact - 1000) < 1e-6);
}

TEST_CASE("Unequal groups need more answers together than equal ones, each as many as was asked for") {
    sample_question q = about(conversion);
    q.from = 0.10;
    q.to = 0.12;
    q.ratio = of_groups{3, 1};
    const auto answer = answer_of(q);
    CHECK(is_missing(answer->n));
    CHECK(answer->ns->second == 2519);
    CHECK(answer->ns->first == 7556);
    CHECK(answer->ns->first + answer->ns->second > 2 * 3841);
    q.ratio = of_groups{1, 3};
    CHECK(answer_of(q)->ns->first < answer_of(q)->ns->second);
}

TEST_CASE("Each group of an NPS test has a variance of its own") {
    sample_question q = about(nps);
    q.from = 35;
    q.to = 40;
    q.variances = of_groups{0.64, 0.36};
    // (1.96 + 0.84)^2 (0.64 + 0.36) / 0.05^2
    CHECK(answer_of(q)->n == 3140);
    q.ratio = of_groups{2, 1};
    CHECK(answer_of(q)->ns->second == 2135);
    CHECK(answer_of(q)->ns->first == 4270);
}

TEST_CASE("Two sizes that differ show what the sizes of a test in that ratio were planned for") {
    sample_question q = about(conversion);
    q.from = 0.10;
    q.to = 0.12;
    q.per_group = {7556, 2519};
    CHECK(std::fabs(answer_of(q)->power - 0.8) < 2e-3);
    q.to.reset();
    CHECK(std::fabs(answer_of(q)->to - 0.12) < 1e-4);
}

TEST_CASE("Of few people fewer need to answer, and never more than there are") {
    sample_question q = about(csat);
    q.margin = 0.05;
    q.population = 800;
    CHECK(answer_of(q)->n == 260);
    q.population = 10;
    CHECK(answer_of(q)->n == 10);
    q.population = 1;
    CHECK(answer_of(q)->n == 1);
}

TEST_CASE("Answers that are all alike know nothing of how answers differ, so no size comes of them") {
    sample_question q = about(nps);
    q.margin = 5;
    q.variances = of_groups{0, 0};
    CHECK_FALSE(answer_of(q));
    CHECK(std::string(why_no_size(q)).find("all alike") != std::string::npos);
    q = about(csat);
    q.margin = 0.05;
    q.expected = 1.0;
    CHECK_FALSE(answer_of(q));
    q.expected = 0.99;
    CHECK(answer_of(q)->n == 16);
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
    q = about(conversion);
    q.margin = 0.1;
    q.ratio = of_groups{3, 1};
    CHECK_THROWS_AS(answer_of(q), bad_usage);
    q = about(conversion);
    q.from = 0.1;
    q.to = 0.2;
    q.population = 100;
    CHECK_THROWS_AS(answer_of(q), bad_usage);
}
