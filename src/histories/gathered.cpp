#include "histories/gathered.hpp"

#include "tables/hash.hpp"

namespace cxm {

std::uint32_t gathered_part::person_of(const kept_text& wanted, std::string_view id, bool& is_new) {
    const std::uint32_t number = ids.find_or_add(wanted.with_value(persons), id).value();
    is_new = number == persons;
    persons += is_new ? 1 : 0;
    return number;
}

std::size_t part_of(std::string_view id) {
    while (id.size() > 1 && id.front() == ' ') {
        id.remove_prefix(1);
    }
    while (id.size() > 1 && id.back() == ' ') {
        id.remove_suffix(1);
    }
    // The bit that tells small letters from capitals is set everywhere, as it is in a space.
    constexpr std::uint64_t small = 0x2020202020202020;
    const std::uint64_t begin = only_word_of(id.substr(0, 8)) | small;
    const std::uint64_t end = id.size() > 8 ? word_at(id.data() + id.size() - 8) | small : small;
    return static_cast<std::size_t>(mix(begin, end) % parts_of_people);
}

std::uint32_t label_numbers::number_of(std::string_view text, bool& is_new) {
    const auto next = static_cast<std::uint32_t>(texts_.size());
    const std::uint32_t number = numbers_.find_or_add({next, text}, text).value();
    is_new = number == next;
    if (is_new) {
        budget_->take(sizeof(std::string) + text.size());
        texts_.emplace_back(text);
    }
    return number;
}

}  // namespace cxm
