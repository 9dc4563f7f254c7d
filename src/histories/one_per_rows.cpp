#include "histories/one_per_rows.hpp"

#include <algorithm>
#include <bit>
#include <tuple>
#include <utility>

#include "histories/gathered.hpp"
#include "rows/truth.hpp"
#include "tables/hash.hpp"
#include "text/packed_texts.hpp"
#include "text/problem.hpp"
#include "values/calendar_words.hpp"
#include "values/points_in_time.hpp"

namespace cxm {

one_per_rows::one_per_rows(const key_program& program, file_sink& into, memory_budget& budget)
    : program_(program),
      into_(into),
      budget_(budget),
      prepared_(program),
      times_(program.times),
      passed_on_(program.columns.size()) {
    for (std::size_t i = 0; i < parts_of_people; ++i) {
        parts.emplace_back(budget);
    }
}

void one_per_rows::add(const row_batch& given) {
    rows += given.size;
    if (readers.size() <= file_) {
        readers.resize(file_ + 1);
    }
    if (!readers[file_]) {
        readers[file_] = numbers;
    }
    const std::uint64_t chunk = std::uint64_t{file_} << 40 | given.chunk;
    number_ = chunk == chunk_ ? number_ : 0;
    chunk_ = chunk;
    const row_batch& prepared = prepared_.of(given);
    row_mask counted = first_rows(given.size);
    std::optional<cell_problem> fault;
    if (!program_.where.steps.empty()) {
        counted = evaluate(program_.where, program_.where_cells, prepared, counted, numbers, fault).yes;
    }
    row_mask with_key = counted & first_rows(fault ? fault->row : given.size);
    for (row_mask left = with_key; left != 0; left &= left - 1) {
        const auto row = static_cast<std::size_t>(std::countr_zero(left));
        const bool has_key = std::all_of(program_.key.begin(), program_.key.end(),
                                         [&](std::size_t cell) { return !prepared.column(cell)[row].empty(); });
        without_key += has_key ? 0 : 1;
        with_key &= has_key ? ~row_mask{0} : ~(row_mask{1} << row);
    }
    for (row_mask left = with_key; left != 0; left &= left - 1) {
        const auto row = static_cast<std::size_t>(std::countr_zero(left));
        try {
            keep(given, prepared, row);
        } catch (cell_problem& problem) {
            problem.row = row;
            fault = std::move(problem);
            break;
        }
    }
    number_ += given.size;
    if (fault) {
        fault->cell = program_.column_of(fault->cell);
        throw cell_problem(*fault);
    }
    pass_on(given, first_rows(given.size) & ~with_key);
}

/// Rows that the condition does not take are handed on as well: they are told of where none is counted.
void one_per_rows::pass_on(const row_batch& given, row_mask wanted) {
    if (wanted == 0) {
        return;
    }
    std::size_t places[row_batch::most];
    passed_on_.size = 0;
    for (; wanted != 0; wanted &= wanted - 1) {
        const auto row = static_cast<std::size_t>(std::countr_zero(wanted));
        for (std::size_t cell = 0; cell < program_.columns.size(); ++cell) {
            passed_on_.column(cell)[passed_on_.size] = given.column(cell)[row];
        }
        places[passed_on_.size++] = row;
    }
    std::swap(numbers, into_.numbers);
    try {
        into_.add(passed_on_);
    } catch (cell_problem& problem) {
        problem.row = places[problem.row];
        std::swap(numbers, into_.numbers);
        throw;
    }
    std::swap(numbers, into_.numbers);
}

/// Whether a row has a time; a period stands for its first day.
bool one_per_rows::read_time(std::string_view cell, kept_row& into, std::int32_t& day) {
    if (cell.empty()) {
        return false;
    }
    try {
        const std::int64_t told = times_.read(cell);
        day = day_of(told);
        into.time = told - times_.ahead();
    } catch (bad_date& wrong) {
        const auto named = program_.times.date_format.empty() ? calendar_period(cell) : std::nullopt;
        if (!named || named->of <= grain::day) {
            throw cell_problem{program_.time, std::move(wrong.finding)};
        }
        day = named->first;
        into.time = day * microseconds_a_day;
    }
    return true;
}

void one_per_rows::keep(const row_batch& given, const row_batch& prepared, std::size_t row) {
    kept_row found;
    std::int32_t day = no_day;
    if (program_.time != wanted_cells::none) {
        found.has_time = read_time(prepared.column(program_.time)[row], found, day);
    }
    key_.clear();
    for (const std::size_t cell : program_.key) {
        append_packed(key_, prepared.column(cell)[row]);
    }
    if (program_.asked.every != grain::free) {
        append_packed(key_, found.has_time ? spell(containing(day, program_.asked.every)) : "");
    }
    cells_.clear();
    for (std::size_t cell = 0; cell < program_.columns.size(); ++cell) {
        append_packed(cells_, given.column(cell)[row]);
    }
    found.chunk = chunk_;
    found.number = number_ + row;
    bool is_new = false;
    kept_row& known = row_of(key_, is_new);
    std::swap(found.cells, cells_);
    if (is_new) {
        budget_.take(found.cells.size());
        known = std::move(found);
        known.cells.shrink_to_fit();
        return;
    }
    join(known, found);
    std::swap(found.cells, cells_);
}

kept_row& one_per_rows::row_of(std::string_view key, bool& is_new) {
    constexpr std::size_t readable = 16;
    const std::size_t size = key.size();
    std::string room;
    if (key.data() == key_.data()) {
        key_.append(readable, '\0');
        key = std::string_view(key_).substr(0, size);
    } else {
        room.assign(key);
        room.append(readable, '\0');
        key = std::string_view(room).substr(0, size);
    }
    keyed_part& part = parts[hash_of(key, 0) % parts_of_people];
    const auto next = static_cast<std::uint32_t>(part.rows.size());
    const std::uint32_t place = part.keys.find_or_add({next, key}, key).value();
    is_new = place == next;
    if (is_new) {
        if (part.rows.size() == part.rows.capacity()) {
            reserve(part.rows, std::max<std::size_t>(16, 2 * part.rows.size()), budget_);
        }
        part.rows.emplace_back();
    }
    return part.rows[place];
}

/// Makes of two rows of a key the one that counts: with a time rather than without; of equal times that whose bytes
/// come first, so that the order of rows decides nothing but where no time does.
void one_per_rows::join(kept_row& known, kept_row& other) {
    const std::uint64_t rows_together = known.rows + other.rows;
    const bool differ = known.differs || other.differs || known.cells != other.cells;
    if (program_.asked.counts == counted_row::same) {
        std::string most = std::max({known.cells, known.most, other.cells, other.most});
        known.most = differ ? std::move(most) : std::string();
        if (other.cells < known.cells) {
            std::swap(known.cells, other.cells);
        }
    } else {
        const auto is_before = [&](const kept_row& a, const kept_row& b) {
            if (a.has_time != b.has_time) {
                return a.has_time;
            }
            if (a.time != b.time) {
                return (a.time < b.time) == (program_.asked.counts == counted_row::first);
            }
            return program_.time != wanted_cells::none ? a.cells < b.cells
                                                       : std::tie(a.chunk, a.number) < std::tie(b.chunk, b.number);
        };
        if (is_before(other, known)) {
            budget_.take(other.cells.size());
            budget_.give_back(known.cells.size());
            std::swap(known, other);
        }
    }
    known.rows = rows_together;
    known.differs = differ;
}

}  // namespace cxm
