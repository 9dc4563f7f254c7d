#include "write/grid.hpp"

#include "catch.hpp"

using namespace cxm;

namespace {

/// A name, a value and two columns that can be done without.
grid sample_grid() {
    grid g({{.to_the_right = false},
            {.title = "value"},
            {.title = "n", .expendable = 2},
            {.title = "range", .expendable = 1}},
           2);
    g.add({{"churn"}, {"10.0 %"}, {"1,000"}, {"8.3 to 12.0"}});
    g.add({{"a longer name"}, {"5.0"}, {"7"}, {""}});
    return g;
}

std::string drawn(grid& g, std::size_t width) {
    g.fit(width);
    lines to(false);
    g.draw_titles(to, false);
    g.draw_row(to, 0, false);
    g.draw_row(to, 1, false);
    return "\n" + to.text();
}

}  // namespace

TEST_CASE("Columns are as wide as their widest cell") {
    grid g = sample_grid();
    CHECK(drawn(g, 80) == R"(
                  value      n        range
  churn          10.0 %  1,000  8.3 to 12.0
  a longer name     5.0      7
)");
    CHECK(g.left_out().empty());
}

TEST_CASE("Columns that can be done without go first where room is short, and are named") {
    grid g = sample_grid();
    CHECK(drawn(g, 40) == R"(
                  value        range
  churn          10.0 %  8.3 to 12.0
  a longer name     5.0
)");
    CHECK(left_out_note(g.left_out(), {.ascii = false}) == "… n: a wider terminal shows it");
    g.fit(26);
    CHECK(left_out_note(g.left_out(), {.ascii = true}) == "... n, range: a wider terminal shows them");
}

TEST_CASE("What fits instead of a wider column stays") {
    grid g = sample_grid();
    CHECK(drawn(g, 32) == R"(
                  value      n
  churn          10.0 %  1,000
  a longer name     5.0      7
)");
}

TEST_CASE("The first column alone is cut, and only where nothing else helps") {
    grid g = sample_grid();
    CHECK_FALSE(g.fit(20));
    CHECK(drawn(g, 20) == R"(
               value
  churn       10.0 %
  a longer …     5.0
)");
}

TEST_CASE("A column of empty cells is none") {
    grid g({{.to_the_right = false}, {.title = "p", .expendable = 1}, {}}, 0);
    g.add({{"nps"}, {""}, {"40.0"}});
    CHECK(g.fit(80));
    lines to(false);
    g.draw_row(to, 0, false);
    CHECK(to.text() == "nps  40.0\n");
    CHECK(g.left_out().empty());
}
