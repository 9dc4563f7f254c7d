#include "page/svg/drawing.hpp"

#include <optional>
#include <vector>

#include "catch.hpp"

TEST_CASE("a course is broken where there is no point, and a point alone has no line") {
    using cxm::point;
    const std::vector<std::optional<point>> through = {point{0, 0},  point{1, 1}, std::nullopt,  point{3, 3},
                                                       std::nullopt, point{5, 5}, point{6, 6.25}};
    cxm::drawing to(10, 10);
    to.course(through, {cxm::ink::usual, 1});
    const std::string& drawn = to.body();
    CHECK(drawn.find("points=\"0,0 1,1\"") != drawn.npos);
    CHECK(drawn.find("points=\"5,5 6,6.3\"") != drawn.npos);
    CHECK(drawn.find("3,3") == drawn.npos);
}
