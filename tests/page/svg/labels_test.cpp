#include "page/svg/labels.hpp"

#include "catch.hpp"

using cxm::placed_label;
using cxm::spread;

TEST_CASE("labels that would collide move apart and keep their order") {
    std::vector<placed_label> labels = {{50}, {52}, {51}};
    spread(labels, 10, 0, 100);
    CHECK(labels[0].at + 10 <= labels[2].at);
    CHECK(labels[2].at + 10 <= labels[1].at);
}

TEST_CASE("labels stay within their line") {
    std::vector<placed_label> labels = {{98}, {99}, {100}};
    spread(labels, 12, 0, 100);
    CHECK(labels[0].at == 76);
    CHECK(labels[2].at == 100);
}

TEST_CASE("where there is no room the label of the lowest rank goes") {
    std::vector<placed_label> labels = {{5, 2}, {6, 1}, {7, 3}};
    spread(labels, 10, 0, 15);
    CHECK(labels[0].kept);
    CHECK_FALSE(labels[1].kept);
    CHECK(labels[2].kept);
}

TEST_CASE("a text is cut where it would be too wide, between characters") {
    CHECK(cxm::fitting_text("plus", 100, 11) == "plus");
    const std::string cut = cxm::fitting_text("東京東京東京東京", 50, 11);
    CHECK(cut.ends_with("…"));
    CHECK(cxm::text_width(cut, 11) <= 50);
}
