#include "text/pieces.hpp"

#include <algorithm>

namespace cxm {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view spaces = " \t";
    const std::size_t first = std::min(text.find_first_not_of(spaces), text.size());
    return text.substr(first, text.find_last_not_of(spaces) + 1 - first);
}

std::vector<std::string_view> between_commas(std::string_view text) {
    std::vector<std::string_view> pieces;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find(',', from), text.size());
        pieces.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return pieces;
}

void group_digits(std::string& number) {
    const std::size_t first = number.starts_with('-') ? 1 : 0;
    std::size_t at = std::min(number.find('.'), number.size());
    while (at > first + 3) {
        at -= 3;
        number.insert(at, 1, ',');
    }
}

}  // namespace cxm
