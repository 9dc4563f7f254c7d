#include "rows/truth.hpp"

#include <array>
#include <map>
#include <memory>
#include <numeric>
#include <random>
#include <string>

#include "catch.hpp"
#include "rows/filled_batch.hpp"
#include "text/problem.hpp"
#include "text/utf8.hpp"
#include "values/number.hpp"

using namespace cxm;
using namespace cxm::testing;

namespace {

enum class truth { no, yes, unknown };

/// A condition as a tree, which is spelled, and evaluated for one row after another as a reader of SQL would.
struct node {
    char does = 0;  ///< '&', '|', '!', 'b' blank, 'i' in, or a comparison
    std::size_t column = 0;
    std::string sign;
    std::vector<std::string> literals;  ///< as they are spelled
    std::unique_ptr<node> left, right;
};

const std::string column_names[] = {"a", "b", "c"};
constexpr const char* cells_met[] = {"",
                                     "",
                                     "1",
                                     "2",
                                     "10",
                                     "0",
                                     "0.5",
                                     "-1",
                                     "2.50",
                                     "1e1",
                                     "007",
                                     "x",
                                     "US",
                                     "DE",
                                     "D",
                                     "\xff",
                                     "D\xff",
                                     "\xc3\xa9",
                                     "sixteen bytes 16",
                                     "sixteen bytes 16 and more",
                                     "sixteen bytes 16 and\xff",
                                     "123456789012",
                                     "9007199254740992",
                                     "9007199254740993"};
constexpr const char* literals_met[] = {"1",
                                        "2.5",
                                        "10",
                                        "0",
                                        "-1",
                                        "9007199254740993",
                                        "'1'",
                                        "'US'",
                                        "'DE'",
                                        "'x'",
                                        "''",
                                        "'sixteen bytes 16'",
                                        "'sixteen bytes 16 and more'",
                                        "'\xc3\xa9'"};

std::unique_ptr<node> any(std::mt19937& draw, int depth) {
    auto made = std::make_unique<node>();
    const std::size_t kind = draw() % (depth == 0 ? 5 : 9);
    made->column = draw() % 3;
    const auto literal = [&] { return std::string(literals_met[draw() % std::size(literals_met)]); };
    if (kind == 0) {
        made->does = 'b';
    } else if (kind == 1) {
        made->does = 'i';
        for (unsigned i = 0; i <= draw() % 4; ++i) {
            made->literals.push_back(literal());
        }
    } else if (kind < 5) {
        constexpr const char* signs[] = {"=", "!=", "<", "<=", ">", ">="};
        made->does = 'c';
        made->sign = signs[draw() % 6];
        made->literals.push_back(literal());
    } else {
        made->does = kind == 5 ? '!' : kind % 2 == 0 ? '&' : '|';
        made->left = any(draw, depth - 1);
        made->right = made->does == '!' ? nullptr : any(draw, depth - 1);
    }
    return made;
}

std::string spelled(const node& n) {
    const std::string& column = column_names[n.column];
    switch (n.does) {
        case '!': return "not (" + spelled(*n.left) + ")";
        case '&': return "(" + spelled(*n.left) + ") and (" + spelled(*n.right) + ")";
        case '|': return "(" + spelled(*n.left) + ") or (" + spelled(*n.right) + ")";
        case 'b': return column + " is blank";
        case 'c': return column + " " + n.sign + " " + n.literals[0];
        default: break;
    }
    std::string list;
    for (const std::string& each : n.literals) {
        list += (list.empty() ? "" : ", ") + each;
    }
    return column + " in (" + list + ")";
}

/// What a cell is against a literal: less, same, more as -1, 0, 1.
int against(const std::string& cell, const std::string& literal, std::size_t column, bool same_only) {
    if (literal[0] != '\'') {
        const auto number = parse_number(cell);
        if (!number) {
            throw cell_problem{column, quote_of(cell) + " is not a number, and is compared with " + literal +
                                           " (put that in single quotes to compare texts)"};
        }
        const double other = *parse_number(literal);
        if (*number == other && cell.size() == 16) {
            return cell.compare(literal);  // whole numbers that are one double
        }
        return *number < other ? -1 : *number > other ? 1 : 0;
    }
    const std::string text = literal.substr(1, literal.size() - 2);
    if (cell == text) {
        return 0;
    }
    if (first_invalid_utf8(cell) != std::string_view::npos) {
        throw cell_problem{column, "", true};
    }
    return same_only || cell > text ? 1 : -1;
}

truth evaluated(const node& n, const std::array<std::string, 3>& cells) {
    if (n.does == '!') {
        const truth inner = evaluated(*n.left, cells);
        return inner == truth::unknown ? inner : inner == truth::yes ? truth::no : truth::yes;
    }
    if (n.does == '&' || n.does == '|') {
        const truth deciding = n.does == '&' ? truth::no : truth::yes;
        const truth left = evaluated(*n.left, cells);
        if (left == deciding) {
            return left;
        }
        const truth right = evaluated(*n.right, cells);
        return right == deciding || left != truth::unknown ? right : left;
    }
    const std::string& cell = cells[n.column];
    if (n.does == 'b') {
        return cell.empty() ? truth::yes : truth::no;
    }
    if (cell.empty()) {
        return truth::unknown;
    }
    for (const std::string& literal : n.literals) {
        const int order = against(cell, literal, n.column, n.sign.empty());
        const std::string& s = n.sign;
        if (s.empty() ? order == 0
                      : (order == 0 && (s == "=" || s == "<=" || s == ">=")) || (order != 0 && s == "!=") ||
                            (order < 0 && s[0] == '<') || (order > 0 && s[0] == '>')) {
            return truth::yes;
        }
    }
    return truth::no;
}

}  // namespace

TEST_CASE("a condition is for each row what it is row by row, and so is the first fault") {
    std::mt19937 draw(11);
    std::size_t yes = 0;
    std::size_t unknown = 0;
    std::size_t faults = 0;
    for (int round = 0; round < 20000; ++round) {
        const auto tree = any(draw, 3);
        const std::string text = spelled(*tree);
        const condition c = parse_condition(text);
        std::vector<std::size_t> cells_of;
        for (const column_text& each : c.columns) {
            cells_of.push_back(static_cast<std::size_t>(each.name[0] - 'a'));
        }
        filled_batch batch(3);
        std::vector<std::array<std::string, 3>> rows(draw() % 65);
        const std::size_t kinds = draw() % 2 == 0 ? 7 : std::size(cells_met);  // numbers and blanks alone, or all
        for (auto& row : rows) {
            for (std::string& cell : row) {
                cell = cells_met[draw() % kinds];
            }
            batch.add({row[0], row[1], row[2]});
        }
        const row_mask asked = first_rows(rows.size()) & (draw() % 2 == 0 ? ~row_mask{0} : row_mask{draw()} << 20);
        number_reader numbers;
        std::optional<cell_problem> fault;
        const truths found = evaluate(c, cells_of, batch.rows, asked, numbers, fault);
        std::optional<cell_problem> expected;
        truths answers;
        for (std::size_t row = 0; row < rows.size() && !expected; ++row) {
            if ((asked >> row & 1) == 0) {
                continue;
            }
            try {
                const truth answer = evaluated(*tree, rows[row]);
                answers.yes |= row_mask{answer == truth::yes} << row;
                answers.unknown |= row_mask{answer == truth::unknown} << row;
            } catch (cell_problem& problem) {
                expected = problem;
                expected->row = row;
            }
        }
        INFO(text);
        REQUIRE(found.yes == answers.yes);
        REQUIRE(found.unknown == answers.unknown);
        REQUIRE(fault.has_value() == expected.has_value());
        if (fault) {
            REQUIRE(fault->row == expected->row);
            REQUIRE(fault->cell == expected->cell);
            REQUIRE(fault->not_utf8 == expected->not_utf8);
            REQUIRE(fault->finding == expected->finding);
        }
        yes += answers.yes != 0 ? 1 : 0;
        unknown += answers.unknown != 0 ? 1 : 0;
        faults += expected ? 1 : 0;
    }
    CHECK(yes > 5000);
    CHECK(unknown > 5000);
    CHECK(faults > 3000);
}
