#include <cxm/histogram.hpp>

#include <stdexcept>

#include <cxm/metrics/customers.hpp>
#include <cxm/metrics/surveys.hpp>

#include "catch.hpp"

using namespace cxm;

namespace {

using counts = std::vector<double>;

/// Without the squared weights behind the counts: answers that are counted have none.
counts unweighted(const metric& m, const counts& answers, answer_scale of) {
    counts made = from_histogram(m, answers, of);
    CHECK(is_missing(made.back()));
    made.pop_back();
    return made;
}

}  // namespace

TEST_CASE("0 to 6 are detractors, 7 and 8 passives, 9 and 10 promoters") {
    const counts made = from_histogram(nps, counts{1, 1, 1, 1, 1, 1, 1, 10, 10, 100, 100}, {0, 10});
    CHECK(made[position(nps.value, detractors)] == 7);
    CHECK(made[position(nps.value, passives)] == 20);
    CHECK(made[position(nps.value, promoters)] == 200);
}

TEST_CASE("a share counts the two highest answers") {
    CHECK(unweighted(csat, counts{1, 2, 3, 4, 5}, {1, 5}) == counts{9, 15});
    CHECK(unweighted(csat, counts{1, 2, 3, 4, 5, 6, 7}, {1, 7}) == counts{13, 28});
}

TEST_CASE("a mean takes sums, squares and the scale's first answer into account") {
    CHECK(unweighted(csat_mean, counts{1, 0, 2}, {1, 3}) == counts{7, 3, 19});
    CHECK(unweighted(csat_mean, counts{1, 0, 2}, {0, 2}) == counts{4, 3, 8});
}

TEST_CASE("counts that do not fit the scale are refused, and promoters of another scale") {
    CHECK_THROWS_AS(from_histogram(csat, counts{1, 2, 3}, answer_scale{1, 5}), std::invalid_argument);
    CHECK_THROWS_AS(from_histogram(nps, counts(5, 1.0), answer_scale{1, 5}), std::invalid_argument);
    CHECK_THROWS_AS(from_histogram(nps, counts(11, 1.0), answer_scale{1, 11}), std::invalid_argument);
}

TEST_CASE("metrics of answers are counted from histograms, others are not") {
    CHECK((counts_answers(nps) && counts_answers(csat) && counts_answers(csat_mean) && counts_answers(ces)));
    CHECK_FALSE((counts_answers(churn) || counts_answers(response_rate)));
    CHECK((usual_scale(nps).highest == 10 && usual_scale(ces).highest == 7 && usual_scale(csat).highest == 5));
}
