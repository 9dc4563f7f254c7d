#include "histories/orders.hpp"

#include "catch.hpp"
#include "intake/read_whole.hpp"
#include "plan/condition.hpp"
#include "text/problem.hpp"

namespace {

/// Reads the text of a file of orders into a book.
void read(cxm::order_book& book, const std::string& text, const cxm::wanted_cells& wanted) {
    const scratch_file file("orders.csv", text);
    cxm::read_findings said;
    cxm::read_rows({file.path()}, wanted, {&book}, {}, said);
}

cxm::wanted_cells cells_of(std::vector<std::string> columns) {
    cxm::wanted_cells wanted;
    wanted.columns = std::move(columns);
    return wanted;
}

const cxm::wanted_cells id_and_day = cells_of({"id", "day"});

constexpr double weeks = 7;

}  // namespace

TEST_CASE("orders are gathered by customer, whatever the order of the rows, and those of one day are one") {
    const cxm::order_form form;
    cxm::order_book book(form, id_and_day);
    read(book, "id,day\nann,2024-01-22\nben,2024-01-08\nann,2024-01-01\nann,2024-01-22\nann,2024-01-15\n", id_and_day);
    const auto summaries = book.summaries({book.last_day(), weeks});
    REQUIRE(summaries.size() == 2);
    CHECK(book.name_of_customer(summaries[0].customer) == "ann");
    CHECK(summaries[0].of == cxm::purchase_history{2, 3, 3});
    CHECK(summaries[1].of == cxm::purchase_history{0, 0, 2});
    CHECK(book.orders() == 5);
}

TEST_CASE("orders after the observation are counted apart, and customers who came after it are left out") {
    const cxm::order_form form;
    cxm::order_book book(form, id_and_day);
    read(book, "id,day\nann,2024-01-01\nann,2024-01-08\nann,2024-01-22\nben,2024-01-29\n", id_and_day);
    const auto summaries = book.summaries({book.first_day() + 14, weeks, 14});
    REQUIRE(summaries.size() == 1);
    CHECK(summaries[0].of == cxm::purchase_history{1, 1, 2});
    CHECK(summaries[0].later == 1);
}

TEST_CASE("rows that a condition leaves out are no orders, and those without a customer are counted") {
    cxm::order_form form;
    form.amounts = true;
    form.where = cxm::parse_condition("amount > 0");
    form.where_cells = {2};
    const cxm::wanted_cells how = cells_of({"id", "day", "amount"});
    cxm::order_book book(form, how);
    read(book, "id,day,amount\nann,2024-01-01,5\nann,2024-01-08,-5\nann,2024-01-15,7\n,2024-01-15,7\n", how);
    CHECK(book.orders() == 2);
    CHECK(book.without_customer() == 1);
    CHECK(book.summaries({book.last_day(), weeks})[0].mean == 7);
}

TEST_CASE("a date that is none is refused with its place") {
    const cxm::order_form form;
    cxm::order_book book(form, id_and_day);
    std::string complaint;
    try {
        read(book, "id,day\nann,2024-01-01\nann,soon\n", id_and_day);
    } catch (const cxm::bad_input& e) {
        complaint = e.what();
    }
    CHECK(complaint.find("orders.csv:3: day: 'soon' is not a date") != complaint.npos);
}
