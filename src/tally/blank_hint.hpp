#pragma once

#include <string>
#include <string_view>

#include "plan/survey_kinds.hpp"

namespace cxm {

/// ` (if that means none: --blank 'N/A')`, for what people write where there is no answer; empty for other cells.
std::string blank_hint(std::string_view cell);

/// The answers of a survey: the column that they stand in, and their scale.
struct answers_in {
    const survey_kind& kind;
    std::string_view column;
    int low;
    int high;
};

/// What to do about a cell that is no answer on the scale: how to leave it out, or how to count answers in words.
std::string answer_hint(const answers_in& of, std::string_view cell);

}  // namespace cxm
