#include <cstring>
#include <numeric>
#include <optional>
#include <random>
#include <string>

#include "catch.hpp"
#include "rows/filled_batch.hpp"
#include "tally/counter.hpp"

using namespace cxm;
using namespace cxm::testing;

namespace {

/// A number written at random with the value that it was made of.
struct written {
    std::string text;
    int128 value = 0;
    bool blank = false;
};

written any_number(std::mt19937_64& draw, char mark) {
    const std::size_t kind = draw() % 16;
    if (kind == 0) {
        return {"", 0, true};
    }
    const std::size_t whole = 1 + draw() % (kind < 3 ? 12 : 5);
    const std::size_t places = kind % 3 == 0 ? 0 : 1 + draw() % (kind < 3 ? 6 : 3);
    written made;
    for (std::size_t i = 0; i < whole + places; ++i) {
        const bool first = i == 0 && whole > 1;
        const std::uint64_t digit = first ? 1 + draw() % 9 : draw() % 10;
        made.text += i == whole ? std::string(1, mark) : "";
        made.text += static_cast<char>('0' + digit);
        made.value = made.value * 10 + static_cast<int>(digit);
    }
    for (std::size_t i = places; i < fixed_places; ++i) {
        made.value *= 10;
    }
    if (kind == 1) {
        made = {"-" + made.text, -made.value};
    }
    if (kind == 2) {
        made = {made.text + "e0", made.value};
    }
    return made;
}

struct summed {
    explicit summed(const std::string& expression, const std::string& where = "") : budget(0) {
        plan p;
        if (!where.empty()) {
            add_where(p, where);
        }
        add_measure(p, "revenue=" + expression);
        ready = compile(p, catalogue());
        shared.emplace(ready, budget);
        counted.emplace(ready, *shared, budget);
    }

    const std::uint64_t* words() const { return counted->groups().words(0) + ready.measures[0].word; }

    memory_budget budget;
    program ready;
    std::optional<shared_counts> shared;
    std::optional<counter> counted;
};

}  // namespace

TEST_CASE("sums of decimals of all lengths are exact, and blanks no terms") {
    std::mt19937_64 draw(23);
    for (const std::string where : {"", "k = 1"}) {
        for (const auto& [reader, marks] : {std::pair{std::optional('.'), "."},
                                            {std::optional(','), ","},
                                            {std::optional<char>(), ","},
                                            {std::optional<char>(), "."},
                                            {std::optional<char>(), ".,"}}) {
            summed s(where.empty() ? "sum x" : "sum x where k = 1");
            s.counted->numbers = number_reader(reader);
            number_reader one_by_one(reader);
            int128 sum = 0;
            std::uint64_t met = 0;
            for (int batches = 0; batches < 400; ++batches) {
                filled_batch batch(2);
                for (std::size_t rows = draw() % 65; rows > 0; --rows) {
                    const written cell = any_number(draw, marks[draw() % std::strlen(marks)]);
                    const bool counts = where.empty() || draw() % 2 == 0;
                    // What does not fit may be anything.
                    batch.add({counts || draw() % 2 == 0 ? cell.text : "x", counts ? "1" : "0"});
                    met |= !counts ? 0 : cell.blank ? program::met_blank : program::met_filled;
                    if (counts && !cell.blank) {
                        sum += cell.value;
                        REQUIRE(one_by_one.fixed(cell.text) == cell.value);
                    }
                }
                s.counted->add(batch.rows);
            }
            CHECK(wide(s.words()) == sum);
            CHECK(s.words()[2] == met);
            CHECK(s.counted->numbers.saw_points() == one_by_one.saw_points());
            CHECK(s.counted->numbers.saw_commas() == one_by_one.saw_commas());
            CHECK(s.counted->numbers.saw_sure() == one_by_one.saw_sure());
            CHECK(s.counted->numbers.doubtful() == one_by_one.doubtful());
        }
    }
}

TEST_CASE("numbers that may have thousands are noted also where all others are sure") {
    for (const std::string second : {"1,204", "1.204", "12.5", "7"}) {
        summed s("sum x where x > 3");
        s.counted->numbers = number_reader(std::nullopt);
        number_reader one_by_one(std::nullopt);
        for (const std::string& text : {std::string("1,5"), std::string("20,25"), second, std::string("3,5")}) {
            filled_batch batch(1);
            batch.add({text});
            s.counted->add(batch.rows);
            (void)one_by_one.number(text);
        }
        INFO(second);
        CHECK(s.counted->numbers.saw_points() == one_by_one.saw_points());
        CHECK(s.counted->numbers.doubtful() == one_by_one.doubtful());
    }
}

TEST_CASE("the first row at fault is told of, by the first of its faults") {
    const auto fault_of = [](summed& s, const std::vector<std::vector<std::string>>& rows) {
        filled_batch batch(s.ready.columns.size());
        for (const auto& row : rows) {
            batch.add(row);
        }
        try {
            s.counted->add(batch.rows);
        } catch (const cell_problem& found) {
            return std::to_string(found.row) + " " + s.ready.columns[found.cell] + " " + found.finding;
        }
        return std::string();
    };
    summed late("sum x where y > 1", "z != 'no'");  // z, x, y
    CHECK(fault_of(late, {{"a", "1", "2"}, {"no", "bad", "bad"}, {"a", "bad", "1"}}).empty());
    CHECK(wide(late.words()) == int128{1000000000} * 1000000000);
    CHECK(fault_of(late, {{"a", "1", "2"}, {"no", "bad", "bad"}, {"a", "bad", "bad"}}).rfind("2 y", 0) == 0);
    CHECK(fault_of(late, {{"a", "1", "2"}, {"a", "bad", "2"}, {"a", "1", "bad"}}).rfind("1 x", 0) == 0);
    CHECK(fault_of(late, {{"a", "1", "2"}, {"a", "1", "bad"}, {"\xff", "1", "2"}}).rfind("1 y", 0) == 0);
    CHECK(fault_of(late, {{"a", "bad", "2"}, {"a", "1", "bad"}, {"\xff", "1", "2"}}).rfind("0 x", 0) == 0);
    CHECK(fault_of(late, {{"a", "1e20", "2"}, {"a", "1e20", "2"}, {"a", "bad", "2"}}).rfind("1 x the sum", 0) == 0);
}
