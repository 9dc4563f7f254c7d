#include "write/sparkline.hpp"

#include <limits>
#include <vector>

#include <cxm/measure.hpp>

#include "catch.hpp"

using namespace cxm;

namespace {

std::string line(const std::vector<double>& values, bool ascii = false) { return sparkline(values, ascii); }

}  // namespace

TEST_CASE("A sparkline goes from the lowest value to the highest") {
    CHECK(line({0, 1, 2, 3, 4, 5, 6, 7}) == "▁▂▃▄▅▆▇█");
    CHECK(line({0, 1, 2, 3, 4, 5, 6, 7}, true) == "_.:-=+*#");
    CHECK(line({-5, 5, 0}) == "▁█▅");
}

TEST_CASE("A sparkline shows gaps as spaces and none at its end") {
    CHECK(line({not_given, 1, not_given, 2, not_given}) == " ▁ █");
    CHECK(line({not_given}).empty());
    CHECK(line({}).empty());
}

TEST_CASE("A sparkline of equal values stays in the middle, and one of the largest doubles is drawn") {
    CHECK(line({3, 3, 3}) == "▄▄▄");
    CHECK(line({std::numeric_limits<double>::lowest(), std::numeric_limits<double>::max()}) == "▁█");
}
