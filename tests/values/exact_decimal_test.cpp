#include "values/exact_decimal.hpp"

#include "catch.hpp"

using namespace cxm;

namespace {

std::optional<exact_decimal> read(std::string_view cell, char mark = '.') {
    number_reader reader(mark);
    return read_exact(cell, reader);
}

}  // namespace

TEST_CASE("cells are read with all their digits, however small the last is") {
    CHECK(read("1e-19") == exact_decimal{1, 19});
    CHECK(read("0.0000000000000000002") == exact_decimal{2, 19});
    CHECK(read("-0.12345678901234567890") == exact_decimal{-1234567890123456789, 19});
    CHECK(read("0,00000000000000000020", ',') == exact_decimal{2, 19});
    CHECK(read("1.50e1") == exact_decimal{15, 0});
    CHECK(read("1e21") == exact_decimal{int128{1'000'000'000'000} * 1'000'000'000, 0});
    CHECK(read("1.000000000000000000000000000000000000000000000000") == exact_decimal{1, 0});
    CHECK(read("0e999") == exact_decimal{0, 0});
    CHECK(compare(*read("1e-300"), *read("2e-300")) < 0);
    CHECK(compare(*read("1e-300"), *read("-7")) > 0);
}

TEST_CASE("a cell with more digits than fit is no exact number, nor is a text") {
    CHECK(read("170141183460469231731687303715884105727"));
    CHECK_FALSE(read("170141183460469231731687303715884105728"));
    CHECK_FALSE(read("1e39"));
    CHECK_FALSE(read("0.12345678901234567890123456789012345678901"));
    CHECK_FALSE(read("a number of some sort"));
    CHECK_FALSE(read("1e"));
}

TEST_CASE("a cell with an exponent tells a file's decimal mark as others do") {
    number_reader either(std::nullopt);
    CHECK(read_exact("1,5e1", either) == exact_decimal{15, 0});
    CHECK(either.saw_commas());
}
