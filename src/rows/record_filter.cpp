#include "rows/record_filter.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>

#include "rows/row_batch.hpp"
#include "rows/truth.hpp"
#include "text/problem.hpp"
#include "values/fixed.hpp"

namespace cxm {

namespace {

/// Where the cells of a condition's column come from; neither: from nowhere.
struct cell_source {
    const std::vector<std::string_view>* texts = nullptr;
    const std::vector<double>* numbers = nullptr;
};

cell_source source_of(const std::string& column, const records& block) {
    if (column == "period") {
        return {&block.periods, nullptr};
    }
    if (const records::label_column* const label = block.find_label(column)) {
        return {&label->values, nullptr};
    }
    for (const records::number_column& number : block.numbers) {
        if (number.of->key == column) {
            return {nullptr, &number.values};
        }
    }
    return {};
}

/// Records as batches of rows. Short cells are copied, for their bytes to be readable as those of a batch have to be.
class record_rows {
public:
    record_rows(const condition& c, const records& block)
        : batch_(c.columns.size()), room_(c.columns.size() * row_batch::most) {
        for (const std::string& column : c.columns) {
            sources_.push_back(source_of(column, block));
        }
    }

    const row_batch& batch(std::size_t first, std::size_t size) {
        batch_.size = size;
        for (std::size_t cell = 0; cell < sources_.size(); ++cell) {
            for (std::size_t row = 0; row < size; ++row) {
                batch_.column(cell)[row] = text_of(sources_[cell], first + row, room_[cell * row_batch::most + row]);
            }
        }
        return batch_;
    }

private:
    struct cell_room {
        char bytes[32];
    };

    static std::string_view text_of(const cell_source& from, std::size_t row, cell_room& room) {
        if (from.numbers != nullptr && !is_missing((*from.numbers)[row])) {
            const auto end = std::to_chars(room.bytes, room.bytes + sizeof room.bytes, (*from.numbers)[row]);
            return {room.bytes, static_cast<std::size_t>(end.ptr - room.bytes)};
        }
        const std::string_view text = from.texts != nullptr ? (*from.texts)[row] : std::string_view();
        if (text.empty()) {
            return blank_cell;
        }
        if (text.size() > sizeof room.bytes) {
            return text;
        }
        std::memcpy(room.bytes, text.data(), text.size());
        return {room.bytes, text.size()};
    }

    row_batch batch_;
    std::vector<cell_room> room_;
    std::vector<cell_source> sources_;
};

}  // namespace

std::vector<std::size_t> rows_that_meet(const condition& c, const records& block) {
    std::vector<std::size_t> cells(c.columns.size());
    std::iota(cells.begin(), cells.end(), std::size_t{0});
    record_rows rows(c, block);
    number_reader numbers;
    std::optional<cell_problem> fault;
    std::vector<std::size_t> meeting;
    for (std::size_t first = 0; first < block.size(); first += row_batch::most) {
        const std::size_t size = std::min(block.size() - first, row_batch::most);
        const truths told = evaluate(c, cells, rows.batch(first, size), first_rows(size), numbers, fault);
        if (fault) {
            throw bad_input(place_and_title(block, first + fault->row),
                            shown(c.columns[fault->cell]) + ": " + fault->finding);
        }
        for (row_mask left = told.yes; left != 0; left &= left - 1) {
            meeting.push_back(first + static_cast<std::size_t>(std::countr_zero(left)));
        }
    }
    return meeting;
}

}  // namespace cxm
