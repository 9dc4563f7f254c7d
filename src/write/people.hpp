#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <cxm/metric.hpp>

#include "languages/wording.hpp"

namespace cxm {

/// Whether people read it as a percentage.
bool is_percentage(as shown);

/// Two decimals for money, scores and multiples, one for the others.
int usual_decimals(as shown);

/// Whether a number's text has no digit but 0.
bool reads_as_zero(std::string_view text);

/// Grouped, with fixed decimals, never `-0.0`; what would be too long to read goes into powers of ten.
std::string fixed(double value, int decimals, const wording& say = {});

/// How many decimals show a value to people: the unit's own, and more where the value would read as 0 % or 100 %.
int people_decimals(as shown, double value);

/// Whether a value has so many digits that decimals beside them are noise in a table: from 10,000 on.
bool is_large(as shown, double value);

/// A value without its unit, grouped: `70.0` for a share of 0.7; seconds as `4 h 21 min`. Only 0 reads as zero, only a
/// whole share as 100.
std::string people_number(as shown, double value, int decimals, const wording& say = {});

/// The signs beside numbers, and the words.
struct notation {
    std::string_view currency = {};
    bool ascii = false;  ///< `3.00x` for `3.00×`
    wording say = {};
};

/// What follows the number: `%`, `×`, the currency, or nothing.
std::string_view people_unit(as shown, const notation& in);

/// A number and what follows it: `70.0 %`, `3.00×`.
std::string with_unit(std::string number, as shown, const notation& in);

/// `8.3 to 12.0 %`, of numbers that are texts.
std::string people_span(std::string_view low, std::string_view high, const wording& say = {});

/// `70.0 %`, `40.0`, `1,200.00 EUR`, `3.00×`, `1 min 25 s`.
std::string people_value(const metric& m, double value, const notation& in);

/// How many decimals keep the ends of an interval apart: `2.08 to 2.14`, not `2.1 to 2.1`.
int range_decimals(as shown, const interval& limits, int decimals);

/// `8.3 to 12.0 %`; an infinite end reads `inf`.
std::string people_range(const metric& m, const interval& limits, int decimals, const notation& in);

/// `1,254`.
std::string people_count(double count, const wording& say = {});

/// What is said of one, or of several, with the number in its `{}`: `3 paths`, of `{} path` and `{} paths`.
std::string counted(const wording& say, double count, std::string_view one, std::string_view several);
std::string counted(const wording& say, std::uint64_t count, std::string_view one, std::string_view several);

/// `1 person`, `1,254 people`.
std::string people_in_words(std::uint64_t n, const wording& say = {});

/// `95 %`.
std::string people_level(double level, const wording& say = {});

/// A share in percent with one decimal: `44.4 %`.
std::string people_percent(double share, const wording& say = {});

}  // namespace cxm
