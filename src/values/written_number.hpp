#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cxm {

/// What numbers are of, on which depends how they may be written: a whole number has no decimals, so that a mark before
/// three digits groups them; a ratio may be a percentage, seconds a stretch of time in other units.
enum class number_kind { any, whole, ratio, seconds };

/// How the numbers of a file are written, as its first part tells.
struct number_form {
    char decimal = '.';
    bool told = false;          ///< something tells so; otherwise the other mark before three digits is in doubt
    std::string currency = {};  ///< the only one that may stand beside them, as `EUR`; empty: any, or none was seen
};

/// A number as people write it, of at most 18 digits: `1 204,50`, `$1,204.50`, `(30.00)`, `24.50 EUR`.
struct written_number {
    std::uint64_t digits = 0;
    int places = 0;
    bool negative = false;
    bool in_doubt = false;           ///< its only mark may be one of thousands or of decimals
    std::string_view currency = {};  ///< as `EUR`, whichever sign stands there

    /// As the strict parser reads it, with a point.
    std::string plainly() const;
};

/// Reads a number with grouping marks, a currency, parentheses for a minus, or as a percentage where its kind allows
/// it; nothing where it is no number of the form.
std::optional<written_number> read_written(std::string_view cell, const number_form& form, number_kind of);

/// Why such a number is not taken all the same: its mark is in doubt, or it is in another currency than the form's;
/// empty where it is, or is none.
std::string objection_to_written(std::string_view cell, const number_form& form, number_kind of);

/// Whether both are there and differ.
inline bool is_other_currency(std::string_view first, std::string_view second) {
    return !first.empty() && !second.empty() && first != second;
}

/// What the numbers of a file tell of how they are written.
struct number_looks {
    bool points = false;        ///< a point that can only be one of decimals, or a comma that groups
    bool commas = false;        ///< the same the other way round
    std::string currency = {};  ///< the first that was seen

    void look(std::string_view cell);
};

}  // namespace cxm
