#include "rows/few_values.hpp"

#include <bit>

#include "tables/hash.hpp"

namespace cxm {

namespace {

constexpr std::size_t most_values = 256;
constexpr std::size_t longest_value = 256;
constexpr int place_bits = 9;

std::size_t place_of(const first_words& words) {
    return (words.low ^ std::rotl(words.high, 29)) * 0x9e3779b97f4a7c15u >> (64 - place_bits);
}

}  // namespace

void few_values::add(const std::string_view* cells, std::size_t size, row_mask rows) {
    recent_.resize(std::size_t{1} << place_bits);
    for (rows &= unknown(cells, size); rows != 0 && !too_many_; rows &= rows - 1) {
        const std::string_view value = cells[std::countr_zero(rows)];
        recent_value& here = recent_[place_of(first_words(value))];
        if (!value.empty() && here.longer != value) {
            add_unknown(value, here);
        }
    }
}

/// Rows whose values are none of the recent ones, without a branch on what a cell is: most rows are known.
row_mask few_values::unknown(const std::string_view* cells, std::size_t size) const {
    row_mask mask = 0;
    for (std::size_t row = size; row-- > 0;) {
        const first_words words(cells[row]);
        const recent_value& here = recent_[place_of(words)];
        const std::uint64_t other = (here.low ^ words.low) | (here.high ^ words.high) | (here.size ^ cells[row].size());
        mask = mask << 1 | static_cast<row_mask>(other != 0);
    }
    return mask;
}

void few_values::add_unknown(std::string_view value, recent_value& here) {
    auto at = met_.find(value);
    if (at == met_.end()) {
        too_many_ = met_.size() == most_values || value.size() > longest_value;
        if (too_many_) {
            return;
        }
        at = met_.emplace(value).first;
    }
    const bool is_longer = value.size() > sizeof(first_words);
    const first_words words(value);
    here = {words.low, words.high, is_longer ? ~std::uint64_t{0} : value.size(), is_longer ? *at : std::string_view()};
}

void few_values::absorb(const few_values& other) {
    met_.insert(other.met_.begin(), other.met_.end());
    too_many_ |= other.too_many_ || met_.size() > most_values;
}

}  // namespace cxm
