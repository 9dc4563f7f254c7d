#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "write/customers/formats.hpp"
#include "write/lines.hpp"
#include "write/look.hpp"
#include "write/people.hpp"

namespace cxm {

/// A column of it.
struct told_column {
    std::string_view title;
    unsigned expendable = 0;  ///< as a grid's
};

/// A table that is told beside the list of customers, with sentences above and below it.
struct told_part {
    std::string title;
    std::vector<told_column> columns;  ///< the first is of words, which may be foreign
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> remarks;
};

/// The segments, the bands of activity and the demand, those of them that are there.
std::vector<told_part> parts_of(const customer_list& list, const notation& in);

/// Draws one in as many columns as there is room for.
void draw_part(lines& to, const told_part& part, const look& drawn);

}  // namespace cxm
