#include "rows/condition_watch.hpp"

#include <string>

#include "catch.hpp"
#include "rows/filled_batch.hpp"
#include "rows/truth.hpp"

using namespace cxm;
using namespace cxm::testing;

namespace {

const std::vector<std::size_t> first_cell = {0};

/// Lets a watch look at rows of one column.
void note(condition_watch& watch, const condition& c, const std::vector<std::string>& cells) {
    number_reader numbers;
    std::optional<cell_problem> fault;
    for (std::size_t first = 0; first < cells.size(); first += row_batch::most) {
        filled_batch batch(1);
        for (std::size_t i = first; i < std::min(cells.size(), first + row_batch::most); ++i) {
            batch.add({cells[i]});
        }
        const row_mask asked = first_rows(batch.rows.size);
        watch.note(batch.rows, asked, evaluate(c, first_cell, batch.rows, asked, numbers, fault).yes);
    }
}

std::vector<std::string> numbered(std::size_t count) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < count; ++i) {
        cells.push_back("a text of some length " + std::to_string(i));
    }
    return cells;
}

}  // namespace

TEST_CASE("a text is looked for among any number of values, and others are not named where there are many") {
    const condition c = parse_condition("plan != 'pro'");
    condition_watch without(c, first_cell);
    note(without, c, numbered(1000));
    CHECK(without.objections("row") == std::vector<std::string>{"plan is compared with 'pro', which no row has"});

    condition_watch at_the_end(c, first_cell);
    std::vector<std::string> cells = numbered(1000);
    cells.push_back("pro");
    note(at_the_end, c, cells);
    CHECK(at_the_end.objections("row").empty());
}

TEST_CASE("what two watches of a condition saw is what one would have seen") {
    const condition c = parse_condition("plan in ('pro', 'free', 'Plus')");
    condition_watch one(c, first_cell);
    condition_watch other(c, first_cell);
    note(one, c, {"pro", "", "a plan with a long name", "a plan with a long name"});
    note(other, c, {"free", "PRO"});
    one.absorb(other);
    CHECK(one.objections("row") ==
          std::vector<std::string>{"plan is compared with 'Plus', which no row has; plan is 'PRO', 'pro', 'free', "
                                   "'a plan with a long name'",
                                   "plan is compared with 'pro', and is 'PRO' too: lower(plan) takes them as one"});

    condition_watch many(c, first_cell);
    note(many, c, numbered(1000));
    many.absorb(one);
    CHECK(many.objections("row") == std::vector<std::string>{"plan is compared with 'Plus', which no row has"});
}

TEST_CASE("a condition that a column of dates meets is no slip") {
    const condition c = parse_condition("day <= '2024-01-31' and day >= '2024-01-01' and day < '2024-02-01T00:00:00'");
    condition_watch watch(c, first_cell);
    note(watch, c, {"2024-01-31", "2024-01-02", "2024-02-01", ""});
    CHECK(watch.objections("row").empty());
}
