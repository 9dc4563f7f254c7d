#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "values/written_number.hpp"

namespace cxm {

__extension__ typedef __int128 int128;

/// Decimal places of a fixed-point number: sums up to 1.7e20 are exact to these, in any order.
inline constexpr int fixed_places = 18;

/// A whole number in units of 10^-18.
constexpr int128 fixed_of(std::uint64_t whole) {
    return int128{1'000'000'000'000'000'000} * static_cast<int128>(whole);
}

struct power_table {
    std::uint64_t of[fixed_places + 1];
    double real[fixed_places + 1];
};

inline constexpr power_table powers_of_ten = [] {
    power_table powers{};
    std::uint64_t power = 1;
    for (int i = 0; i <= fixed_places; ++i) {
        powers.of[i] = power;
        powers.real[i] = static_cast<double>(power);
        power *= 10;
    }
    return powers;
}();

/// Reads cells as numbers, in the form that the file's first part tells; or with a point or a comma before the decimals
/// where the file decides.
class number_reader {
public:
    /// Without a mark, or where it may be either, both are read and told apart afterwards.
    explicit number_reader(std::optional<char> mark = '.') : number_reader(number_form{}, !mark.has_value()) {
        form_.decimal = mark.value_or('.');
    }
    explicit number_reader(number_form form, bool either = false) : form_(std::move(form)), either_(either) {}

    std::optional<double> number(std::string_view cell);

    /// In units of 10^-18, rounded where a cell has more places; nothing where it is no number or beyond 1.7e20.
    std::optional<int128> fixed(std::string_view cell, number_kind of = number_kind::any);

    /// Why a cell is not read, where it looks like a number: a mark in doubt, another currency; empty otherwise.
    std::string objection_to(std::string_view cell, number_kind of = number_kind::any) const;

    /// How short numbers may be read without this reader: the mark, and a bit for each count of places that it has to
    /// see all the same, to note what the mark says of the file, or as it may be none of decimals.
    char mark() const { return either_ && saw_commas_ ? ',' : form_.decimal; }
    unsigned noted_places(number_kind of = number_kind::any) const {
        const bool settled = saw_sure_ && saw_points_ != saw_commas_;
        constexpr unsigned maybe_thousands = 1u << 3;
        constexpr unsigned any = ~1u;
        return either_ && !settled ? any : either_ || (of == number_kind::whole && !form_.told) ? maybe_thousands : 0;
    }

    bool saw_points() const { return saw_points_; }
    bool saw_commas() const { return saw_commas_; }

    /// Whether a mark was seen that cannot be one of thousands; and a number with one that can be, empty if there is
    /// none.
    bool saw_sure() const { return saw_sure_; }
    const std::string& doubtful() const { return doubtful_; }

    /// The currency that stood beside numbers, and one of another sort; empty where there is none.
    const std::string& currency() const { return currency_; }
    const std::string& another_currency() const { return another_currency_; }

    /// The mark to read a cell with; where the file has yet to decide, it is noted.
    char mark_of(std::string_view cell);

private:
    number_form form_;
    bool either_;
    bool saw_points_ = false;
    bool saw_commas_ = false;
    bool saw_sure_ = false;
    std::string doubtful_;
    std::string currency_;
    std::string another_currency_;

    bool may_group(std::string_view cell, number_kind of) const;
    std::optional<written_number> written(std::string_view cell, number_kind of);
};

/// The nearest double.
double to_double(int128 fixed);

/// All its decimals: `4503599627370497.3`.
std::string decimal_text(int128 fixed);

/// Adds exactly; false where the sum leaves the range. exact_sum adds doubles and divides for each; cells are decimals,
/// which need neither.
inline bool add(int128& sum, int128 value) { return !__builtin_add_overflow(sum, value, &sum); }

}  // namespace cxm
