#include <algorithm>

#include "sql/query.hpp"
#include "text/ascii.hpp"
#include "text/problem.hpp"

// How tables are named.
namespace cxm {

namespace {

bool is_name_byte(char c) { return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'z') || c == '_' || c == '$'; }

}  // namespace

std::string sql_table(const sql_dialect& in, const std::string& table) {
    if (table.empty() || table.find(';') != std::string::npos || table.find("--") != std::string::npos ||
        table.find("/*") != std::string::npos || table.find_first_of("\n\r") != std::string::npos) {
        throw bad_usage("--table: " + quote_of(table) +
                        " is no table; write survey, shop.survey, or read_csv('survey.csv')");
    }
    if (table.find_first_of("'\"`(") != std::string::npos) {
        return table;
    }
    std::string written;
    for (std::size_t at = 0; at <= table.size();) {
        const std::size_t end = std::min(table.find('.', at), table.size());
        const std::string name = table.substr(at, end - at);
        const bool plain = !name.empty() && !is_digit(name[0]) && std::all_of(name.begin(), name.end(), is_name_byte);
        written += (written.empty() ? "" : ".") + (plain ? name : sql_name(in, name));
        at = end + 1;
    }
    return written;
}

}  // namespace cxm
