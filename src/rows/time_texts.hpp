#pragma once

#include <string>
#include <string_view>

#include "plan/condition.hpp"

namespace cxm {

/// Whether a text is of the calendar, and texts like it do not stand in the order of time: `15/03/2024`, `Mar 2024`.
bool is_out_of_order(std::string_view text);

/// Whether a text has a day between other numbers, as `15/03/2024`, `3.15.24`; cheap, for cells.
bool is_like_slashed_day(std::string_view text);

/// Whether a cell is a date or time within the period that a text names, and longer written: `2024-01-31 09:30` in
/// `2024-01-31`. By their bytes such cells come after it.
bool lies_within(std::string_view cell, std::string_view named);

/// What comes after the period that a text names, written alike: `2024-02-01` after `2024-01-31`; empty where it names
/// none.
std::string after_period(std::string_view named);

}  // namespace cxm
