#include "write/csv/excel.hpp"

#include <stdexcept>

#include "catch.hpp"
#include "write/csv/cell.hpp"

using namespace cxm;

namespace {

const excel_form& french_form() {
    for (const excel_form& form : excel_forms) {
        if (form.region == "fr") {
            return form;
        }
    }
    throw std::logic_error("no French form");
}

std::string in_french(std::string_view csv) { return for_excel(csv, french_form()); }

}  // namespace

TEST_CASE("numbers get a decimal comma, and cells a semicolon between them") {
    CHECK(in_french("a,b\n1.5,-2.25\n") == "a;b\r\n1,5;-2,25\r\n");
    CHECK(in_french("1.5e-07,12,\n") == "1,5e-07;12;\r\n");
}

TEST_CASE("texts stay as they are, and in quotes where they hold the separator") {
    CHECK(in_french("v1.2.3,a;b\n") == "v1.2.3;\"a;b\"\r\n");
    CHECK(in_french("\"a,b\",\"he said \"\"1.5\"\"\"\n") == "\"a,b\";\"he said \"\"1.5\"\"\"\r\n");
}

TEST_CASE("a line that ends within quotes does not end the row") {
    CHECK(in_french("\"a\nb\",1.5\n") == "\"a\nb\";1,5\r\n");
}

TEST_CASE("a label that looks like a decimal is no number") {
    std::string row;
    csv_writer to(row, csv_texts::for_excel);
    to.text("1.10");
    to.number(1.1);
    to.text("=1+1");
    to.end_line();
    CHECK(in_french(row) == "\"1.10\";1,1;'=1+1\r\n");
}

TEST_CASE("nothing becomes nothing") { CHECK(in_french("").empty()); }
