#include "plan/column.hpp"

#include "catch.hpp"
#include "plan/expression.hpp"

using namespace cxm;

TEST_CASE("a column is spelled so that an expression reads it as it is called") {
    for (const char* name : {"spend", "Customer Name", "where", "Not", "2nd", "a.b", "prix_€", "Größe", "say \"no\"",
                             "it's", "a+b", "-1", "lower", " x", "$id"}) {
        INFO(name);
        CHECK(parse_expression("distinct " + spell_column(name)).told_by.name == name);
    }
    CHECK(spell_column("spend") == "spend");
    CHECK(spell_column("Größe") == "Größe");
    CHECK(spell_column("where") == "\"where\"");
    CHECK(spell_column("say \"no\"") == "\"say \"\"no\"\"\"");
    CHECK(spell_column("") == "\"\"");
}
