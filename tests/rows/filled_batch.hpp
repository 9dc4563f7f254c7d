#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "rows/row_batch.hpp"

namespace cxm::testing {

/// A batch with its texts, of which no more bytes are readable than it promises, and those behind a text are not zeros.
class filled_batch {
public:
    explicit filled_batch(std::size_t columns) : rows(columns), columns_(columns) {}

    void add(const std::vector<std::string>& cells) {
        for (std::size_t column = 0; column < columns_; ++column) {
            const std::size_t size = cells[column].size();
            std::vector<char>& room = rooms_.emplace_back(cells[column].begin(), cells[column].end());
            room.resize(size < 16 ? 16 : size, '1');
            rows.column(column)[rows.size] = std::string_view(room.data(), size);
        }
        ++rows.size;
    }

    row_batch rows;

private:
    std::size_t columns_;
    std::deque<std::vector<char>> rooms_;
};

}  // namespace cxm::testing
