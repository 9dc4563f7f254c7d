#include <cmath>
#include <cxm/contrast.hpp>
#include <cxm/metrics/commerce.hpp>
#include <cxm/metrics/customers.hpp>
#include <cxm/metrics/experience.hpp>
#include <cxm/metrics/marketing.hpp>
#include <cxm/metrics/surveys.hpp>
#include <cxm/metrics/value.hpp>
#include <random>
#include <span>
#include <vector>

#include "catch.hpp"

using namespace cxm;

namespace {

bool near(double a, double b, double within = 1e-6) { return std::fabs(a - b) <= within; }

bool excludes_no_change(const interval& limits) { return limits.low > 0 || limits.high < 0; }

contrast of_conversion(double x_a, double n_a, double x_b, double n_b, const contrast_options& options = {}) {
    const double before[] = {x_a, n_a};
    const double after[] = {x_b, n_b};
    return contrast_of(conversion, before, after, options);
}

}  // namespace

TEST_CASE("a share that rises clearly is better where higher is better") {
    const contrast c = of_conversion(200, 4000, 250, 4000);
    CHECK(*c.change == 0.0125);
    CHECK(near(c.limits->low, 0.0024104));
    CHECK(near(c.limits->high, 0.0226659));
    CHECK(near(c.relative_limits->low, 0.0436577));
    CHECK(near(*c.p, 0.0152622));
    CHECK(c.is == verdict::better);
}

TEST_CASE("the same rise is worse where lower is better") {
    const double before[] = {200, 4000};
    const double after[] = {250, 4000};
    CHECK(contrast_of(churn, before, after).is == verdict::worse);
}

TEST_CASE("a change of NPS has points, an interval and a p, and no relative change") {
    const double before[] = {120, 70, 60};
    const double after[] = {150, 45, 55};
    const contrast c = contrast_of(nps, before, after);
    CHECK(near(*c.change, 22.0, 1e-9));
    CHECK(near(c.limits->low, 7.569694));
    CHECK(near(c.limits->high, 35.908567));
    CHECK(near(*c.p, 0.0026381));
    CHECK_FALSE(c.relative);
    CHECK(c.is == verdict::better);
}

TEST_CASE("the verdict on a share never contradicts the N-1 test unless Fisher decides") {
    std::mt19937_64 random(7);
    int clear = 0;
    for (int i = 0; i < 400; ++i) {
        const auto draw = [&](double most) {
            return std::floor(std::uniform_real_distribution(0.0, most + 1)(random));
        };
        const double n_a = 40 + draw(400);
        const double n_b = 40 + draw(400);
        const contrast c = of_conversion(draw(n_a), n_a, draw(n_b), n_b);
        if (c.test == "n-1") {
            CHECK((c.is != verdict::no_clear_change) == (*c.p < 0.05));
        }
        clear += c.is != verdict::no_clear_change ? 1 : 0;
    }
    CHECK(clear > 50);
    CHECK(clear < 400);
}

TEST_CASE("few cases are judged by Fisher's test, which can withhold a verdict") {
    const contrast c = of_conversion(0, 12, 4, 12);
    CHECK(c.test == "fisher");
    CHECK(*c.p > 0.05);
    CHECK(c.is == verdict::no_clear_change);
}

TEST_CASE("a share that rises from 0 rises without end, and at least so much") {
    const contrast c = of_conversion(0, 40, 4, 50);
    REQUIRE(c.relative);
    CHECK(std::isinf(*c.relative));
    REQUIRE(c.relative_limits);
    CHECK(std::isinf(c.relative_limits->high));
    CHECK(near(c.relative_limits->low, miettinen_nurminen_ratio({0, 40}, {4, 50}).low - 1));
    CHECK(c.relative_limits->low < 0);
    CHECK(of_conversion(0, 400, 40, 500).relative_limits->low > 0);
    CHECK_FALSE(of_conversion(0, 40, 0, 50).relative);
    const double none[] = {0, 0, 0, 1000};
    const double some[] = {4, 1, 0, 1000};
    const contrast rate = contrast_of(engagement, none, some);
    CHECK(std::isinf(*rate.relative));
    CHECK(std::isinf(rate.relative_limits->high));
    CHECK(std::isfinite(rate.relative_limits->low));
}

TEST_CASE("the limits of a change of NPS hold it, though they are centred elsewhere") {
    const contrast c =
        contrast_of(nps, {promoters = 1, passives = 0, detractors = 0}, {promoters = 0, passives = 0, detractors = 1});
    CHECK(*c.change == -200);
    CHECK(c.limits->low == -200);
}

TEST_CASE("a rate is judged by the ratio of its events, which agrees with the exact test") {
    const double before[] = {500, 200, 50, 10000};
    const double after[] = {560, 220, 70, 10000};
    const contrast c = contrast_of(engagement, before, after);
    REQUIRE(c.relative_limits);
    CHECK_FALSE(c.limits);
    CHECK(excludes_no_change(*c.relative_limits) == (*c.p < 0.05));
}

TEST_CASE("money means have a change and no verdict, with the reason") {
    const double before[] = {1000, 10};
    const double after[] = {1500, 10};
    const contrast c = contrast_of(average_transaction, before, after);
    CHECK(*c.change == 50);
    CHECK(*c.relative == 0.5);
    CHECK(c.is == verdict::none);
    CHECK_FALSE(c.why.empty());
}

TEST_CASE("a value with limits of its own is better or worse by them, and each side's distances are its own") {
    const readings before = {revenue = 50000, customers_active = 1000, customers_lost = 50, customers_start = 1000};
    const readings after = {revenue = 60000, customers_active = 1000, customers_lost = 40, customers_start = 1000};
    const contrast c = contrast_of(clv_observed, before, after);
    CHECK(near(*c.change, 500));
    CHECK(near(*c.relative, 0.5));
    REQUIRE(c.limits);
    const estimate a = estimate_of(clv_observed, before);
    const estimate b = estimate_of(clv_observed, after);
    CHECK(near(c.limits->low, 500 - std::hypot(1500 - b.limits->low, a.limits->high - 1000), 1e-9));
    CHECK(near(c.limits->high, 500 + std::hypot(b.limits->high - 1500, 1000 - a.limits->low), 1e-9));
    CHECK(c.limits->method == "mover");
    CHECK(c.limits->low > 0);
    CHECK(c.is == verdict::better);
    const contrast back = contrast_of(clv_observed, after, before);
    CHECK(near(back.limits->low, -c.limits->high, 1e-9));
    CHECK(back.is == verdict::worse);
    CHECK_FALSE(c.p);
}

TEST_CASE("returns on experience and their terms are compared by their limits") {
    const auto year = [](double count) {
        return in_order(rox, {experience_cost = 50000, experience_customers = 20000, reference_customers = 10000,
                              experience_conversions = count, reference_conversions = 380, conversion_value = 120,
                              experience_stayed = 16000, reference_stayed = 8000, stay_value = 9,
                              mentions_positive = 12, mentions_negative = 2, mention_value = 4});
    };
    const contrast up = contrast_of(rox, year(900), year(1500));
    CHECK(near(*up.change, 600 * 120.0 / 50000, 1e-12));
    CHECK_FALSE(up.relative);
    REQUIRE(up.limits);
    CHECK(up.is == verdict::better);
    CHECK(contrast_of(rox, year(1500), year(900)).is == verdict::worse);
    CHECK(contrast_of(rox, year(900), year(901)).is == verdict::no_clear_change);
    for (const metric* term : rox.terms) {
        const auto inputs = std::span(term->example.inputs).first(term->value.inputs().size());
        const contrast same = contrast_of(*term, inputs, inputs);
        CHECK(same.is == verdict::no_clear_change);
        CHECK(same.change == 0.0);
        CHECK(same.limits);
    }
}

TEST_CASE("tests tell their standard error and statistic, exact ones have none") {
    const contrast difference = of_conversion(200, 4000, 250, 4000);
    CHECK(near(*difference.statistic, 2.426096772224307, 1e-9));
    CHECK(near(*difference.statistic * *difference.error, 0.0125, 1e-15));
    contrast_options pooled;
    pooled.shares = share_method::pooled;
    CHECK(near(*of_conversion(200, 4000, 250, 4000, pooled).statistic, 2.4262484174894627, 1e-9));
    const contrast nets = contrast_of(nps, {promoters = 120, passives = 60, detractors = 70},
                                      {promoters = 150, passives = 55, detractors = 45});
    CHECK(near(*nets.error, 7.229437042531474, 1e-9));
    CHECK(near(*nets.statistic, 3.007029497164054, 1e-9));
    const contrast means = contrast_of(csat_mean, {csat_points = 15, csat_points_squared = 55, csat_answers = 5},
                                       {csat_points = 34, csat_points_squared = 234, csat_answers = 6});
    CHECK(means.test == "welch");
    CHECK(near(*means.statistic * *means.error, *means.change, 1e-12));
    const contrast fisher = of_conversion(0, 12, 4, 12);
    CHECK_FALSE(fisher.error);
    CHECK_FALSE(fisher.statistic);
    CHECK_FALSE(of_conversion(0, 4000, 0, 4000).statistic);
}

TEST_CASE("without a value on one side there is nothing to compare") {
    const contrast c = of_conversion(0, 0, 5, 20);
    CHECK_FALSE(c.change);
    CHECK(c.is == verdict::none);
}

TEST_CASE("intervals at the adjusted levels agree with the adjusted p") {
    std::mt19937_64 random(11);
    for (int family = 0; family < 60; ++family) {
        std::vector<double> shift;
        std::vector<double> p;
        for (int i = 0; i < 8; ++i) {
            shift.push_back(std::floor(std::uniform_real_distribution(0.0, 80.0)(random)));
            p.push_back(*of_conversion(200, 4000, 200 + shift.back(), 4000).p);
        }
        const auto agree = [&](const std::vector<double>& adjusted, const std::vector<double>& levels) {
            for (std::size_t i = 0; i < p.size(); ++i) {
                contrast_options options;
                options.level = levels[i];
                const contrast c = of_conversion(200, 4000, 200 + shift[i], 4000, options);
                if (excludes_no_change(*c.limits) != (adjusted[i] < 0.05)) {
                    return false;
                }
            }
            return true;
        };
        CHECK(agree(holm(p), holm_levels(p)));
        CHECK(agree(benjamini_hochberg(p), benjamini_hochberg_levels(p)));
    }
}

TEST_CASE("Wald's limits of a change of NPS add nothing in either group, and its p is the plain z's") {
    contrast_options plain;
    plain.nets = net_interval::wald;
    const contrast c = contrast_of(nps, {promoters = 300, passives = 100, detractors = 100},
                                   {promoters = 330, passives = 100, detractors = 70}, plain);
    REQUIRE(c.limits);
    CHECK(c.limits->method == "wald");
    CHECK(near(c.limits->low, 2.5205799368486175));
    CHECK(near(c.limits->high, 21.479420063151384));
    CHECK(near(*c.p, 0.013097069546409434));
    CHECK(c.test == "wald");
    const contrast same = contrast_of(nps, {promoters = 3, passives = 0, detractors = 0},
                                      {promoters = 5, passives = 0, detractors = 0}, plain);
    CHECK(*same.p == 1);
    CHECK(same.is == verdict::no_clear_change);
}

TEST_CASE("whichever interval of shares is asked for, few cases are judged by Fisher's test") {
    for (const share_method method : {share_method::newcombe, share_method::koopman, share_method::katz}) {
        contrast_options asked;
        asked.shares = method;
        CHECK(of_conversion(1, 20, 6, 20, asked).test == "fisher");
        CHECK(of_conversion(200, 4000, 250, 4000, asked).test != "fisher");
    }
}

TEST_CASE("the plain test of shares, asked for by name, says where cases are few") {
    contrast_options asked;
    asked.shares = share_method::pooled;
    const contrast few = of_conversion(1, 20, 6, 20, asked);
    CHECK(few.test == "pooled-z");
    CHECK(few.why.find("few cases") == 0);
    CHECK(of_conversion(200, 4000, 250, 4000, asked).why.empty());
}
