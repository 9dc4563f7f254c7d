#include "sql/patterns.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sql/stages.hpp"

namespace cxm {

namespace {

constexpr std::string_view days_that_exist =
    "([1-9][0-9]{3}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|"
    "02-(0[1-9]|1[0-9]|2[0-8]))|"
    "([1-9][0-9](0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)-02-29)";
constexpr std::string_view clock_time = "[Tt ]([01][0-9]|2[0-4]):[0-5][0-9](:([0-5][0-9]|60)([.,][0-9]+)?)?"
                                        "( ?(Z|z|UTC|GMT|[-+]([01][0-9]|2[0-3])(:?[0-5][0-9])?))?";

std::string matches(const sql_dialect& in, const std::string& cell, const std::string& pattern) {
    return filled(in.matches, cell, sql_text(in, "^(" + pattern + ")" + std::string(in.ends)));
}

/// A number of SQLite, which has no patterns of that kind: at most 15 digits that count, as doubles tell apart.
std::string is_number_by_glob(const std::string& cell) {
    return fmt::format("({0} GLOB '*[0-9]' AND {0} NOT GLOB '*[^-0-9.]*' AND {0} NOT GLOB '?*-*'\n"
                       "  AND {0} NOT GLOB '*.*.*' AND {0} NOT GLOB '.*' AND {0} NOT GLOB '-.*'\n"
                       "  AND {0} NOT GLOB '0[0-9]*' AND {0} NOT GLOB '-0[0-9]*'\n"
                       "  AND LENGTH(LTRIM(REPLACE(REPLACE({0}, '-', ''), '.', ''), '0')) <= 15)",
                       cell);
}

std::string is_day_by_glob(const std::string& cell, const std::string& zone, bool timed) {
    return fmt::format(
        "({0} GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]*' AND SUBSTR({0}, 6, 2) BETWEEN '01' AND '12'\n"
        "  AND SUBSTR({0}, 9, 2) BETWEEN '01' AND CASE WHEN SUBSTR({0}, 6, 2) IN ('04', '06', '09', '11') THEN '30'\n"
        "    WHEN SUBSTR({0}, 6, 2) <> '02' THEN '31'\n"
        "    WHEN SUBSTR({0}, 1, 4) % 4 = 0 AND (SUBSTR({0}, 1, 4) % 100 <> 0 OR SUBSTR({0}, 1, 4) % 400 = 0) "
        "THEN '29' ELSE '28' END\n"
        "  AND ({1}(SUBSTR({0}, 11) GLOB '[Tt ][0-2][0-9]:[0-5][0-9]*' AND SUBSTR({0}, 12, 2) <= '24'\n"
        "    AND (SUBSTR({0}, 17, 1) <> ':' OR SUBSTR({0}, 17) GLOB ':[0-5][0-9]*' OR SUBSTR({0}, 17) GLOB ':60*')\n"
        "    AND {0} NOT GLOB '*  *' AND {0} NOT GLOB '* '\n"
        "    AND ({2} IN ('', 'Z', 'z', 'UTC', 'GMT')\n"
        "      OR (SUBSTR({2}, 1, 3) GLOB '[-+][0-2][0-9]' AND SUBSTR({2}, 2, 2) <= '23'\n"
        "        AND (LENGTH({2}) = 3 OR SUBSTR({2}, 4) GLOB '[0-5][0-9]' OR SUBSTR({2}, 4) GLOB ':[0-5][0-9]'))))))",
        cell, timed ? "" : fmt::format("LENGTH({0}) = 10 OR ", cell), zone);
}

}  // namespace

std::string is_number(const sql_dialect& in, const std::string& cell) {
    return in.matches.empty() ? is_number_by_glob(cell)
                              : matches(in, cell, "-?(0|[1-9][0-9]{0,17})([.][0-9]{1,18}0*)?([eE][-+]?[0-9]{1,2})?");
}

std::string is_decimal(const sql_dialect& in, const std::string& cell, sql_digits most) {
    const auto digits = [](int count) {
        return count == 0 ? std::string("[.]0+") : fmt::format("[.][0-9]{{1,{}}}0*", count);
    };
    // Databases write large and small doubles with one digit before the point, and a power of ten.
    std::string powers;
    for (int power = 0; power < most.whole; ++power) {
        powers += fmt::format("{}{}", power == 0 ? "" : "|", power);
    }
    const int small = most.places / 2;
    const std::string of_small = small == 0 ? ""
                                            : fmt::format("|-?[0-9]({})?[eE]-0?[1-{}]",
                                                          digits(most.places - std::min(small, 9)), std::min(small, 9));
    return matches(in, cell,
                   fmt::format("-?(0|[1-9][0-9]{{0,{}}})({})?|-?[0-9]({})?[eE][+]?0?({}){}", most.whole - 1,
                               digits(most.places), digits(most.places), powers, of_small));
}

std::string is_maybe_grouped(const sql_dialect& in, const std::string& cell) {
    return in.matches.empty()
               ? fmt::format("(LTRIM({0}, '-') GLOB '[1-9].[0-9][0-9][0-9]' OR LTRIM({0}, '-') GLOB "
                             "'[1-9][0-9].[0-9][0-9][0-9]' OR LTRIM({0}, '-') GLOB '[1-9][0-9][0-9].[0-9][0-9][0-9]')",
                             cell)
               : matches(in, cell, "-?[1-9][0-9]{0,2}[.][0-9]{3}");
}

std::string zone_by_glob(const std::string& cell) {
    return fmt::format(
        "LTRIM(CASE WHEN SUBSTR({0}, 17, 1) <> ':' THEN SUBSTR({0}, 17)\n"
        "  WHEN SUBSTR({0}, 20) GLOB '[.,][0-9]*' THEN LTRIM(SUBSTR({0}, 21), '0123456789') ELSE SUBSTR({0}, 20) END, ' ')",
        cell);
}

std::string is_day(const sql_dialect& in, const std::string& cell, const std::string& zone, bool timed) {
    return in.matches.empty() ? is_day_by_glob(cell, zone, timed)
                              : matches(in, cell,
                                        std::string(days_that_exist) +
                                            (timed ? std::string(clock_time) : "(" + std::string(clock_time) + ")?"));
}

}  // namespace cxm
