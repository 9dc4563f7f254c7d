#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cxm {

/// A cell that cannot be counted; the scanner that gave it adds the place.
struct cell_problem {
    std::size_t cell;
    std::string finding;
    bool not_utf8 = false;  ///< the finding is to be the byte's offset
};

/// Takes rows: the cells of the wanted columns, in the order they were asked for. A blank cell is empty;
/// of any other at least 16 bytes are readable, for cells are compared by whole words.
class row_sink {
public:
    virtual ~row_sink() = default;

    /// Throws cell_problem. The cells are gone after the call.
    virtual void add(const std::string_view* cells) = 0;
};

}  // namespace cxm
