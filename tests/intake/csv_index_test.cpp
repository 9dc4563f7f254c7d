#include "intake/csv_index.hpp"

#include <random>
#include <string>

#include "catch.hpp"
#include "intake/csv_cells.hpp"

using namespace cxm;

namespace {

constexpr std::size_t columns = 5;

/// Rows of short cells, long ones, and quoted ones with separators in them.
std::string some_rows(std::size_t count, std::mt19937& random) {
    std::string text;
    for (std::size_t i = 0; i < count * columns; ++i) {
        const auto kind = random() % 40;
        text += kind == 0 ? "\"a,\"\"b\nc\"" : std::string(kind == 1 ? random() % 300 : random() % 9, 'x');
        text += i % columns + 1 < columns ? ',' : '\n';
    }
    return text;
}

}  // namespace

TEST_CASE("the ends of cells found at once are those that are found one by one") {
    std::mt19937 random(4);
    const std::string text = some_rows(20000, random);  // several times what is looked at at a time
    csv_cells cells(text, ',');
    csv_index index(cells.end, ',');
    std::size_t known = 0;
    while (cells.at < cells.end) {
        index.pass(cells.at);
        const bool has = index.has(cells.at, columns);
        for (std::size_t i = 0; i < columns; ++i) {
            csv_cell cell;
            cells.next(cell);
            REQUIRE((!has || index.end_of(i) == cells.at - 1));
        }
        known += has ? 1 : 0;
    }
    CHECK(known > 19900);
}

TEST_CASE("what stands behind odd quotes is not known, and what is far behind is again") {
    std::string text = "a,b\"c,d\n";
    for (int i = 0; i < 10000; ++i) {
        text += "1,2,3\n";
    }
    csv_index index(text.data() + text.size(), ',');
    CHECK_FALSE(index.has(text.data(), 3));
    CHECK_FALSE(index.has(text.data() + 8, 3));
    const char* const far = text.data() + 8 + 6 * 5000;
    index.pass(far);
    REQUIRE(index.has(far, 3));
    CHECK(index.end_of(2) == far + 5);
}
