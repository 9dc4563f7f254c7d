#include "rows/front_currencies.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "bytes/byte_source.hpp"
#include "rows/front_cells.hpp"
#include "text/problem.hpp"
#include "text/utf8.hpp"

namespace cxm {

namespace {

bool names_currencies(const std::string& column) {
    constexpr std::string_view names[] = {"currency", "currency_code", "currency code", "currencycode", "curr",
                                          "devise",   "währung",       "moneda",        "valuta",       "ccy"};
    return std::find(std::begin(names), std::end(names), in_lower_case(column)) != std::end(names);
}

}  // namespace

std::string warning_of_currencies(const wanted_cells& wanted, const front_source& table, const csv_layout& layout) {
    const auto at = std::find_if(layout.header.begin(), layout.header.end(), names_currencies);
    const bool is_read = at != layout.header.end() &&
                         std::find(wanted.columns.begin(), wanted.columns.end(), *at) != wanted.columns.end();
    if (!wanted.reads_money || at == layout.header.end() || is_read) {
        return {};
    }
    csv_layout of_column = layout;
    of_column.wanted = {static_cast<std::size_t>(at - layout.header.begin())};
    std::set<std::string> named;
    for_front_cells(table, of_column, [&](std::size_t, std::string_view text) {
        if (!text.empty()) {
            named.emplace(text);
        }
    });
    if (named.size() < 2) {
        return {};
    }
    return fmt::format(
        "{}: the column {}, which is not read, has {} and {}: amounts of several currencies make no sum; keep them apart by "
        "--by, or take one by --where",
        name_of(layout.file), quote_of(*at), quote_of(*named.begin()), quote_of(*std::next(named.begin())));
}

}  // namespace cxm
