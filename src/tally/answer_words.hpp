#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "tally/program.hpp"

namespace cxm {

/// The answers of one survey's cells that are no plain numbers: texts that the plan names, and numbers with a label,
/// `10 - Extremely likely`.
class answer_words {
public:
    /// Both must outlive it; the column is for messages.
    answer_words(const program::survey& of, std::string_view column);

    /// The place of a cell on the scale; throws cell_problem.
    std::size_t place_of(std::string_view cell);

private:
    std::size_t place_of_text(std::string_view cell) const;
    std::size_t place_of_number(std::string_view cell) const;

    const program::survey& of_;
    std::string_view column_;
    std::unordered_map<std::string, std::size_t> named_;  ///< in small letters
    std::unordered_map<std::string, std::size_t> met_;    ///< as they are written
};

}  // namespace cxm
