#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace cxm {

/// How an engine writes what SQL says in different words. In a pattern {} or {0} is an expression, {1} the next one.
struct sql_dialect {
    std::string_view name = {};
    std::string_view engine = {};   ///< as people call it
    char quote = '"';               ///< around names
    bool escapes_names = false;     ///< a quote within a name by a backslash, not doubled
    bool escapes_texts = false;     ///< in texts a backslash is one only if doubled
    std::string_view cell = {};     ///< a column as text, which compares by its bytes
    std::string_view text = {};     ///< a value as text
    std::string_view whole = {};    ///< a text of digits, or a number, as a whole one
    std::string_view real = {};     ///< a text as a double
    std::string_view decimal = {};  ///< a text as an exact decimal of {1} digits, {2} of them places; empty: none
    std::string_view matches = {};  ///< whether {0} matches the pattern {1}; empty: no patterns but GLOB
    std::string_view ends = {};     ///< of a pattern: the end of the text and no line feed before it
    std::string_view divided = {};  ///< whole division of numbers from 0 on
    std::string_view rest = {};     ///< of that division
    std::string_view trim = {};     ///< without spaces at both ends, those of ASCII alone
    std::string_view bytes = {};    ///< how many bytes a text has
    std::string_view like = {};     ///< whether {0} is like {1}
    std::string_view local = {};  ///< `2024-03-15 12:30:00` of seconds since 1970, by the clocks of a zone; empty: none
    std::string_view ordered = {};  ///< a text in the order of its bytes
    std::string_view stop = {};     ///< an expression that ends the query with the message {}; empty: it cannot
    std::string_view kept = {};     ///< before a step that is computed once and kept, for engines that would repeat it
    std::size_t longest_name = 0;   ///< bytes; 0: no limit that matters
    int most_places_of_product = 18;  ///< that a product of decimals keeps
};

/// All that are known.
std::span<const sql_dialect> sql_dialects();

/// Throws bad_usage with the nearest.
const sql_dialect& sql_dialect_of(std::string_view name);

/// A pattern with its places filled.
std::string filled(std::string_view pattern, std::string_view a, std::string_view b = {}, std::string_view c = {});

/// `'it''s'`.
std::string sql_text(const sql_dialect& in, std::string_view text);

/// `"Country Name"`; throws bad_usage for one that the engine would cut.
std::string sql_name(const sql_dialect& in, std::string_view name);

}  // namespace cxm
