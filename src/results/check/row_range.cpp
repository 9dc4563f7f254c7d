#include "results/check/row_range.hpp"

#include <cxm/period.hpp>
#include <string>

#include "values/calendar_words.hpp"

namespace cxm {

std::vector<row_range> groups_of(const records& whole) {
    std::vector<row_range> groups;
    for (std::size_t row = 0; row < whole.size(); ++row) {
        if (row == 0 || !same_labels(whole, row - 1, whole, row)) {
            groups.push_back({row, row});
        }
        groups.back().end = row + 1;
    }
    return groups;
}

std::optional<std::size_t> last_complete(const records& whole, row_range rows) {
    for (std::size_t row = rows.end; row > rows.first; --row) {
        if (whole.is_complete(row - 1)) {
            return row - 1;
        }
    }
    return std::nullopt;
}

bool is_before(std::string_view one, std::string_view other) {
    const period a = parse_period(one).value_or(period{});
    const period b = parse_period(other).value_or(period{});
    return a.of != grain::free && a.of == b.of && a.last < b.last;
}

namespace {

bool same_period(std::string_view a, std::string_view b) {
    const period of_a = parse_period(a).value_or(period{});
    return a == b || (of_a.of != grain::free && of_a == parse_period(b));
}

}  // namespace

std::optional<std::size_t> find_period(const records& whole, row_range rows, std::string_view name) {
    const std::string spelled = as_period(name);
    for (std::size_t row = rows.first; row < rows.end; ++row) {
        if (whole.periods[row] == name || same_period(whole.periods[row], spelled)) {
            return row;
        }
    }
    return std::nullopt;
}

}  // namespace cxm
