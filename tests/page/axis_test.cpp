#include "page/axis.hpp"

#include "catch.hpp"

using cxm::as;
using cxm::tick_texts;
using cxm::unit_ticks;

TEST_CASE("marks of shares are round percentages") {
    const std::vector<double> ticks = unit_ticks(as::share, {0.021, 0.085}, 4);
    CHECK(tick_texts(as::share, ticks, {}) == std::vector<std::string>{"4 %", "6 %", "8 %"});
}

TEST_CASE("marks that are close have as many decimals as tell them apart") {
    CHECK(tick_texts(as::points, {40.5, 41, 41.5}, {}) == std::vector<std::string>{"40.5", "41.0", "41.5"});
    CHECK(tick_texts(as::share, {0.00125, 0.0015}, {}) == std::vector<std::string>{"0.125 %", "0.150 %"});
}

TEST_CASE("every text of an axis lies within its drawing") {
    cxm::drawing to(200, 60);
    cxm::draw_names_below(to, {20, 0, 190, 40}, {"January 2024", "February 2024", "March 2024"}, {25, 105, 185});
    CHECK(to.body().find("March 2024") != std::string::npos);
    CHECK(to.body().find("February 2024") == std::string::npos);
}
