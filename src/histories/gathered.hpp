#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "histories/question.hpp"
#include "tables/block_list.hpp"
#include "tables/text_table.hpp"
#include "values/fixed.hpp"

namespace cxm {

/// A row that is kept: 16 bytes, beside which labels and amounts stand where they are asked for.
struct gathered_event {
    std::int64_t time;
    std::uint32_t person;
    std::uint32_t events;  ///< a bit for each that it is
};

/// Rows of some people, who are told apart by a hash of their ids; those whose ids differ in capitals and spaces alone
/// are together.
struct gathered_part {
    explicit gathered_part(memory_budget& budget) : ids(budget), events(budget), labels(budget), amounts(budget) {}

    /// The number of a person; `is_new` where there was none.
    std::uint32_t person_of(std::string_view id, bool& is_new) { return person_of({0, id}, id, is_new); }

    /// The same, of an id that is made ready to be looked for, with the value 0.
    std::uint32_t person_of(const kept_text& wanted, std::string_view id, bool& is_new);

    text_table ids;  ///< with the numbers of persons
    std::uint32_t persons = 0;
    block_list<gathered_event> events;
    block_list<std::uint32_t> labels;
    block_list<int128> amounts;
};

inline constexpr std::size_t parts_of_people = 64;

/// The part that an id belongs to. Of a text, be it blank, at least 16 bytes are readable.
std::size_t part_of(std::string_view id);

/// Labels by their numbers.
class label_numbers {
public:
    explicit label_numbers(memory_budget& budget) : budget_(&budget), numbers_(budget) {}

    std::uint32_t number_of(std::string_view text, bool& is_new);
    const std::vector<std::string>& texts() const { return texts_; }

private:
    memory_budget* budget_;
    text_table numbers_;
    std::vector<std::string> texts_;
};

}  // namespace cxm
