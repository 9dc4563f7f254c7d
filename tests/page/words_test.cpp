#include "page/words.hpp"

#include "catch.hpp"

TEST_CASE("a sentence takes what stands in its gaps") {
    CHECK(cxm::say(cxm::page_word::targets_missed, 3, 5) == "3 of 5 targets missed");
    CHECK(cxm::say(cxm::page_word::target) == "target");
}
