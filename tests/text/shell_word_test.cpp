#include "text/shell_word.hpp"

#include "catch.hpp"

using namespace cxm;

TEST_CASE("a word for the shell is quoted only where it needs it") {
    CHECK(shell_word("customer_lost") == "customer_lost");
    CHECK(shell_word("Größe") == "Größe");
    CHECK(shell_word("Zufriedenheit (1-5)") == "'Zufriedenheit (1-5)'");
    CHECK(shell_word("o'clock") == "'o'\\''clock'");
    CHECK(shell_word("$HOME") == "'$HOME'");
    CHECK(shell_word("") == "''");
}
