#include "rows/record_filter.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "rows/csv_form.hpp"
#include "rows/record_rows.hpp"
#include "rows/row_batch.hpp"
#include "rows/truth.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "values/fixed.hpp"

namespace cxm {

namespace {

/// Refuses a column that the block lacks and that may be meant as a text; does nothing where there is none.
void refuse_unquoted(const condition& c, const records& block, std::size_t row) {
    for (const std::string& name : c.perhaps_texts) {
        if (!has_column(block, name)) {
            throw bad_input(place_and_title(block, row),
                            "there is nothing called " + quote_of(name) + quotes_for_text(name, c.perhaps_texts));
        }
    }
}

/// Gives each batch of a block, with the place of its first record, and the rows of it that meet a condition.
template <class Each>
void for_batches(const period_condition& of, const std::vector<std::size_t>& cells_of, const records& block,
                 Each each) {
    const condition& c = of.asked();
    record_rows rows(of, block);
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

record_filter::record_filter(plan::row_condition given)
    : given_(std::move(given)), meets_(given_.meets), cells_of_(numbered(meets_.asked().columns.size())) {}

record_filter::sight::sight(const record_filter& of)
    : has_column(of.cells_of_.size()), watch(of.meets_.asked(), of.cells_of_) {}

void record_filter::sight::absorb(const sight& other) {
    for (std::size_t i = 0; i < has_column.size(); ++i) {
        has_column[i] = has_column[i] || other.has_column[i];
    }
    watch.absorb(other.watch);
}

records record_filter::take(const records& block, sight& seen) const {
    for (std::size_t i = 0; i < cells_of_.size(); ++i) {
        seen.has_column[i] = seen.has_column[i] || has_column(block, meets_.asked().columns[i].name);
    }
    std::vector<std::size_t> meeting;
    for_batches(meets_, cells_of_, block, [&](std::size_t first, const row_batch& batch, row_mask met) {
        seen.watch.note(batch, first_rows(batch.size), met);
        append_rows(first, met, meeting);
    });
    return picked(block, meeting);
}

void record_filter::judge(const sight& seen, const std::vector<std::string_view>& names, bool may_take_none,
                          const std::string& place) const {
    for (std::size_t i = 0; i < cells_of_.size(); ++i) {
        if (!seen.has_column[i]) {
            const std::string& column = meets_.asked().columns[i].name;
            throw bad_usage("--where: no record has " + quote_of(column) + did_you_mean(column, names));
        }
    }
    if (!seen.watch.was_met() && !may_take_none) {
        throw bad_input(
            place, fmt::format("none of {} record{} meets the condition {}{}", seen.watch.rows(),
                               seen.watch.rows() == 1 ? "" : "s", shown(given_.text), seen.watch.values_there_are()));
    }
}

bool holds_of_any(const condition& c, const records& block) {
    const record_filter filter(plan::row_condition{c, {}});
    record_filter::sight seen(filter);
    return filter.take(block, seen).size() != 0;
}

}  // namespace cxm
