#include "tally/blank_hint.hpp"

#include "catch.hpp"

namespace {

std::string hint(std::string_view cell, std::string_view column = "rating") {
    return cxm::answer_hint({cxm::survey_kinds[1], column, 1, 5}, cell);
}

}  // namespace

TEST_CASE("words and marks for nothing may be blanked everywhere") {
    CHECK(cxm::blank_hint("N/A") == " (if that means none: --blank N/A)");
    CHECK(cxm::blank_hint("-") == " (if that means none: --blank -)");
    CHECK(cxm::blank_hint("?") == " (if that means none: --blank '?')");
    CHECK(cxm::blank_hint("Keine Angabe") == " (if that means none: --blank 'Keine Angabe')");
    CHECK(hint("NULL") == " (if that means none: --blank NULL)");
}

TEST_CASE("nobody is told to blank what looks like an answer") {
    for (const char* const cell : {"Very satisfied", "Yes", "no", "6", "10", "4.5", "très bien", "満足"}) {
        INFO(cell);
        CHECK(cxm::blank_hint(cell).empty());
        CHECK(hint(cell).find("--blank") == std::string::npos);
    }
    CHECK(hint("Very satisfied") == "; answers in words are named, the best first: --csat 'rating:…,…|…,…'");
    CHECK(hint("good", "How was it?").find("--csat 'COLUMN:") != std::string::npos);
}

TEST_CASE("numbers that stand for no answer are blanked in their column alone") {
    for (const char* const cell : {"0", "-1", "99", "999"}) {
        CHECK(hint(cell) == " (if it is no answer: --blank rating=" + std::string(cell) + ")");
    }
    CHECK(hint("0", "How was it?") == " (if it is no answer: --blank 'How was it?=0')");
}
