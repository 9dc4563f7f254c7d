#include "look/column_counts.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"

using namespace cxm;

namespace {

column_counts counted(const std::vector<std::string>& cells, std::size_t most) {
    column_counts counts(most);
    for (std::string cell : cells) {
        cell.append(16, '\0');
        const std::string_view of_a_row(cell.data(), cell.size() - 16);
        counts.add({&of_a_row, 1});
    }
    return counts;
}

std::vector<std::string> numbered(int from, int to) {
    std::vector<std::string> cells;
    for (int i = from; i < to; ++i) {
        cells.push_back(std::to_string(i) + ".5");
    }
    return cells;
}

}  // namespace

TEST_CASE("kinds of cells are told apart, however often one is there") {
    column_counts counts =
        counted({"", "3", "3", "-1.5", "2024-01-05", "2024-01-07T10:00:00Z", "2024-02", "x", "€ 4.50"}, 100);
    counts.finish();
    CHECK(counts.blank == 1);
    CHECK(counts.filled == 8);
    CHECK(counts.numbers == 3);
    CHECK(counts.fractions == 1);
    CHECK(counts.least == -1.5);
    CHECK(counts.most == 4.5);
    CHECK(counts.days == 2);
    CHECK(counts.stamps == 1);
    CHECK(counts.periods == 1);
    CHECK(counts.amounts == 1);
    CHECK(counts.texts().size() == 7);
}

TEST_CASE("numbers beyond the range of integers are whole too") {
    column_counts counts = counted({"1e18", "9223372036854775808", "-1e300", "0.5"}, 100);
    counts.finish();
    CHECK(counts.numbers == 4);
    CHECK(counts.fractions == 1);
}

TEST_CASE("what two threads count is what one does, also where there are too many different texts") {
    for (const std::size_t most : {5u, 15u, 100u}) {
        INFO(most);
        column_counts whole = counted(numbered(0, 20), most);
        column_counts first = counted(numbered(0, 12), most);
        first.absorb(counted(numbered(12, 20), most));
        column_counts second = counted(numbered(12, 20), most);
        second.absorb(counted(numbered(0, 12), most));
        for (column_counts* each : {&whole, &first, &second}) {
            each->finish();
            CHECK(each->is_over() == (most < 20));
            CHECK(each->texts().size() == (most < 20 ? 0u : 20u));
            CHECK(each->numbers == 20);
            CHECK(each->fractions == 20);
            CHECK(each->least == 0.5);
            CHECK(each->most == 19.5);
        }
    }
}

TEST_CASE("a format of dates is one that reads all of them") {
    column_counts either = counted({"01/02/2024", "03/04/2024"}, 10);
    either.finish();
    column_counts day_first = counted({"01/02/2024", "13/04/2024"}, 10);
    day_first.finish();
    const auto fits = [](const column_counts& counts, std::string_view format) {
        for (std::size_t i = 0; i < std::size(date_formats); ++i) {
            if (date_formats[i] == format) {
                return (counts.formats >> i & 1) != 0;
            }
        }
        return false;
    };
    CHECK(fits(either, "%d/%m/%Y"));
    CHECK(fits(either, "%m/%d/%Y"));
    CHECK(fits(day_first, "%d/%m/%Y"));
    CHECK_FALSE(fits(day_first, "%m/%d/%Y"));
}

TEST_CASE("numbers too many to be told apart are counted as others are") {
    std::vector<std::string> cells = numbered(-9, 40);
    cells.insert(cells.end(), {"", "7", "12", "1e3", "-0.25"});
    column_counts many = counted(cells, 5);
    column_counts few = counted(cells, 100);
    many.finish();
    few.finish();
    CHECK(many.is_over());
    CHECK_FALSE(few.is_over());
    for (const auto count : {&column_counts::blank, &column_counts::filled, &column_counts::numbers,
                             &column_counts::fractions, &column_counts::others}) {
        CHECK(many.*count == few.*count);
    }
    CHECK(many.least == few.least);
    CHECK(many.most == few.most);
}

TEST_CASE("dates after too many of them are dates, and other texts among them are not") {
    std::vector<std::string> cells;
    for (int day = 10; day < 29; ++day) {
        cells.push_back("2024-03-" + std::to_string(day) + "T10:00:00");
    }
    cells.insert(cells.end(), {"soon", "1234-56-78x"});
    column_counts counts = counted(cells, 5);
    counts.finish();
    CHECK(counts.days == 19);
    CHECK(counts.stamps == 19);
    CHECK(counts.others == 2);
}
