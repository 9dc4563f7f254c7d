#include "rows/record_filter.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "rows/cell_text.hpp"
#include "rows/csv_form.hpp"
#include "rows/row_batch.hpp"
#include "rows/truth.hpp"
#include "text/nearest.hpp"
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
        for (const column_text& column : c.columns) {
            sources_.push_back(source_of(column.name, block));
            through_.push_back(&column.through);
        }
    }

    const row_batch& batch(std::size_t first, std::size_t size) {
        batch_.size = size;
        for (std::size_t cell = 0; cell < sources_.size(); ++cell) {
            for (std::size_t row = 0; row < size; ++row) {
                cell_room& room = room_[cell * row_batch::most + row];
                batch_.column(cell)[row] =
                    text_through(*through_[cell], text_of(sources_[cell], first + row, room), room.changed);
            }
        }
        return batch_;
    }

private:
    struct cell_room {
        char bytes[32];
        std::string changed;
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
    std::vector<const std::vector<text_function>*> through_;
};

/// Refuses a column that the block lacks and that may be meant as a text; does nothing where there is none.
void refuse_unquoted(const condition& c, const records& block, std::size_t row) {
    for (const std::string& name : c.perhaps_texts) {
        const cell_source from = source_of(name, block);
        if (from.texts == nullptr && from.numbers == nullptr) {
            throw bad_input(place_and_title(block, row),
                            "there is nothing called " + quoted(name) + quotes_for_text(name, c.perhaps_texts));
        }
    }
}

/// Gives each batch of a block, with the place of its first record, and the rows of it that meet a condition.
template <class Each>
void for_batches(const condition& c, const std::vector<std::size_t>& cells_of, const records& block, Each each) {
    record_rows rows(c, block);
    number_reader numbers;
    std::optional<cell_problem> fault;
    for (std::size_t first = 0; first < block.size(); first += row_batch::most) {
        const row_batch& batch = rows.batch(first, std::min(block.size() - first, row_batch::most));
        const truths told = evaluate(c, cells_of, batch, first_rows(batch.size), numbers, fault);
        if (fault) {
            refuse_unquoted(c, block, first + fault->row);
            throw bad_input(place_and_title(block, first + fault->row),
                            shown(c.columns[fault->cell].name) + ": " + fault->finding);
        }
        each(first, batch, told.yes);
    }
}

std::vector<std::size_t> numbered(std::size_t count) {
    std::vector<std::size_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), std::size_t{0});
    return numbers;
}

void append_rows(std::size_t first, row_mask rows, std::vector<std::size_t>& to) {
    for (; rows != 0; rows &= rows - 1) {
        to.push_back(first + static_cast<std::size_t>(std::countr_zero(rows)));
    }
}

}  // namespace

std::vector<std::size_t> rows_that_meet(const condition& c, const records& block) {
    std::vector<std::size_t> meeting;
    for_batches(c, numbered(c.columns.size()), block,
                [&](std::size_t first, const row_batch&, row_mask met) { append_rows(first, met, meeting); });
    return meeting;
}

record_filter::record_filter(plan::row_condition given)
    : given_(std::move(given)), cells_of_(numbered(given_.meets.columns.size())) {}

record_filter::sight::sight(const record_filter& of)
    : has_column(of.cells_of_.size()), watch(of.given_.meets, of.cells_of_) {}

void record_filter::sight::absorb(const sight& other) {
    for (std::size_t i = 0; i < has_column.size(); ++i) {
        has_column[i] = has_column[i] || other.has_column[i];
    }
    watch.absorb(other.watch);
}

records record_filter::take(const records& block, sight& seen) const {
    for (std::size_t i = 0; i < cells_of_.size(); ++i) {
        const cell_source from = source_of(given_.meets.columns[i].name, block);
        seen.has_column[i] = seen.has_column[i] || from.texts != nullptr || from.numbers != nullptr;
    }
    std::vector<std::size_t> meeting;
    for_batches(given_.meets, cells_of_, block, [&](std::size_t first, const row_batch& batch, row_mask met) {
        seen.watch.note(batch, first_rows(batch.size), met);
        append_rows(first, met, meeting);
    });
    return picked(block, meeting);
}

void record_filter::judge(const sight& seen, const std::vector<std::string_view>& names, bool may_take_none) const {
    for (std::size_t i = 0; i < cells_of_.size(); ++i) {
        if (!seen.has_column[i]) {
            const std::string& column = given_.meets.columns[i].name;
            throw bad_usage("--where: no record has " + quoted(column) + did_you_mean(column, names));
        }
    }
    if (!seen.watch.was_met() && !may_take_none) {
        throw bad_input(
            "", fmt::format("none of {} record{} meets the condition {}{}", seen.watch.rows(),
                            seen.watch.rows() == 1 ? "" : "s", shown(given_.text), seen.watch.values_there_are()));
    }
}

}  // namespace cxm
