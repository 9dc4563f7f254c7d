#include "histories/gatherer.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "rows/encoding.hpp"
#include "rows/truth.hpp"
#include "text/packed_texts.hpp"
#include "text/problem.hpp"
#include "values/number.hpp"
#include "values/points_in_time.hpp"

namespace cxm {

gatherer::gatherer(const history_program& program, memory_budget& budget)
    : watch(program.asked.where.meets, program.where_cells),
      labels(budget),
      program_(program),
      prepared_(program),
      times_(program.asked) {
    for (const label_source& source : program.sources) {
        label_makers_.push_back(source.is == label_source::kind::text
                                    ? nullptr
                                    : std::make_unique<label_maker>(source, program.asked.date_format,
                                                                    program.asked.time_zone.empty()
                                                                        ? zone_wanted{}
                                                                        : parse_zone_wanted(program.asked.time_zone)));
    }
    for (std::size_t i = 0; i < program.event_cells.size(); ++i) {
        event_watches.emplace_back(program.asked.events[i].meets, program.event_cells[i]);
    }
    for (std::size_t i = 0; i < parts_of_people; ++i) {
        parts.emplace_back(budget);
    }
}

row_mask gatherer::rows_where(const condition& c, const std::vector<std::size_t>& cells, condition_watch& watched,
                              const row_batch& batch, row_mask asked) {
    if (c.steps.empty()) {
        return asked;
    }
    asked &= first_rows(fault_ ? fault_->row : batch.size);
    const row_mask meeting = evaluate(c, cells, batch, asked, numbers, fault_).yes;
    watched.note(batch, asked, meeting);
    return meeting;
}

void gatherer::add(const row_batch& given) {
    rows += given.size;
    const row_batch& batch = prepared_.of(given);
    const row_mask taken =
        rows_where(program_.asked.where.meets, program_.where_cells, watch, batch, first_rows(given.size));
    std::uint32_t events[row_batch::most] = {};
    for (std::size_t i = 0; i < event_watches.size(); ++i) {
        row_mask meeting =
            rows_where(program_.asked.events[i].meets, program_.event_cells[i], event_watches[i], batch, taken);
        for (; meeting != 0; meeting &= meeting - 1) {
            events[std::countr_zero(meeting)] |= std::uint32_t{1} << i;
        }
    }
    const row_mask sound = taken & first_rows(fault_ ? fault_->row : batch.size);
    look_ahead(batch, sound);
    for (row_mask left = sound; left != 0; left &= left - 1) {
        const auto row = static_cast<std::size_t>(std::countr_zero(left));
        try {
            add_row(batch, row, events[row]);
        } catch (cell_problem& problem) {
            problem.row = row;
            fault_ = std::move(problem);
            break;
        }
    }
    if (fault_) {
        fault_->cell = program_.column_of(fault_->cell);
        throw *std::exchange(fault_, std::nullopt);
    }
}

void gatherer::look_ahead(const row_batch& batch, row_mask wanted) {
    for (row_mask left = wanted; left != 0; left &= left - 1) {
        const auto row = static_cast<std::size_t>(std::countr_zero(left));
        const std::string_view id = batch.column(program_.id)[row];
        row_owner& owner = owners_[row];
        owner = {&parts[part_of(id)], {0, id}};
        __builtin_prefetch(owner.part->ids.place(owner.wanted));
    }
    for (row_mask left = wanted; left != 0; left &= left - 1) {
        const row_owner& owner = owners_[std::countr_zero(left)];
        if (owner.wanted.is_longer()) {
            __builtin_prefetch(owner.part->ids.place_of_bytes(owner.wanted));
        }
    }
}

void gatherer::add_row(const row_batch& batch, std::size_t row, std::uint32_t events) {
    const std::string_view id = batch.column(program_.id)[row];
    if (id.empty() && program_.asked.skips_nobody) {
        ++of_nobody;
        return;
    }
    if (id.empty()) {
        throw cell_problem{program_.id, "is blank: nobody knows whose row it is (--where 'not " + program_.asked.id +
                                            " is blank' leaves such rows out)"};
    }
    const std::int64_t time = time_of(batch.column(program_.time)[row]);
    first = fitting == 0 ? time : std::min(first, time);
    last = fitting == 0 ? time : std::max(last, time);
    ++fitting;
    const std::string_view label =
        program_.label == wanted_cells::none ? blank_cell : batch.column(program_.label)[row];
    gathered_part& part = *owners_[row].part;
    bool is_new = false;
    const std::uint32_t person = part.person_of(owners_[row].wanted, id, is_new);
    if (is_new) {
        require_utf8(program_.id, id);
    }
    if (!keeps(events, !label.empty())) {
        return;
    }
    ++kept;
    part.events.push_back({time, person, events});
    if (program_.label != wanted_cells::none) {
        part.labels.push_back(label_of(label));
    }
    if (!program_.by.empty()) {
        part.labels.push_back(labels_of(batch, row));
    }
    if (program_.end != wanted_cells::none) {
        part.amounts.push_back(end_of(batch.column(program_.end)[row], batch.column(program_.time)[row], time));
    }
    if (program_.amount != wanted_cells::none) {
        part.amounts.push_back(amount_of(batch.column(program_.amount)[row], events != 0));
    }
}

std::int64_t gatherer::time_of(std::string_view cell) {
    if (cell.empty()) {
        throw cell_problem{program_.time, "is blank: nobody knows when it was (--where 'not " + program_.asked.time +
                                              " is blank' leaves such rows out)"};
    }
    try {
        return times_.read(cell);
    } catch (bad_date& wrong) {
        throw cell_problem{program_.time, std::move(wrong.finding)};
    }
}

std::uint32_t gatherer::label_of(std::string_view cell) {
    bool is_new = false;
    const std::uint32_t number = cell.empty() ? no_label : labels.number_of(cell, is_new);
    if (is_new) {
        require_utf8(program_.label, cell);
    }
    return number;
}

std::uint32_t gatherer::labels_of(const row_batch& batch, std::size_t row) {
    together_.clear();
    for (std::size_t i = 0; i < program_.by.size(); ++i) {
        const std::string_view cell = batch.column(program_.by[i])[row];
        append_packed(together_, label_makers_[i] ? label_makers_[i]->label_of(program_.by[i], cell, numbers) : cell);
    }
    constexpr std::size_t readable = 16;
    const std::size_t size = together_.size();
    together_.append(readable, '\0');
    bool is_new = false;
    const std::uint32_t number = labels.number_of(std::string_view(together_).substr(0, size), is_new);
    for (std::size_t i = 0; is_new && i < program_.by.size(); ++i) {
        require_utf8(program_.by[i], batch.column(program_.by[i])[row]);
    }
    return number;
}

int128 gatherer::end_of(std::string_view cell, std::string_view start, std::int64_t time) {
    if (cell.empty()) {
        return no_end;
    }
    try {
        const std::int32_t day = times_.read_day(cell);
        if (day >= open_end) {
            ++open_ends;
            return no_end;
        }
        if (day * microseconds_a_day < time) {
            throw cell_problem{program_.end, quote_of(cell) + " is before the stay begins, " + quote_of(start)};
        }
        return day;
    } catch (bad_date& wrong) {
        throw cell_problem{program_.end, std::move(wrong.finding)};
    }
}

int128 gatherer::amount_of(std::string_view cell, bool is_event) {
    if (program_.asked.amount_of_events && !is_event) {
        return 0;
    }
    if (cell.empty() && program_.asked.amounts_are_paid) {
        throw cell_problem{program_.amount, "is blank; leave such orders out by --where, or count orders alone"};
    }
    if (cell.empty()) {
        ++without_amount;
        return 0;
    }
    const std::optional<int128> amount = numbers.fixed(cell);
    if (!amount) {
        std::string objection = numbers.objection_to(cell);
        throw cell_problem{program_.amount, !objection.empty()
                                                ? std::move(objection)
                                                : quote_of(cell) + " is not a number" + remedy(cell, numbers.mark())};
    }
    if (!program_.asked.least_amount.empty() && *amount < 0) {
        throw cell_problem{program_.amount,
                           quote_of(cell) + " is below 0, which " + program_.asked.least_amount + " is"};
    }
    if (program_.asked.amount_of_events && *amount < 0) {
        throw cell_problem{program_.amount, quote_of(cell) + " is below 0, which no conversion is worth"};
    }
    if (program_.asked.amounts_are_paid && *amount < 0) {
        throw cell_problem{program_.amount,
                           quote_of(cell) + " is below 0: a refund is no order; leave it out by --where"};
    }
    return *amount;
}

bool gatherer::keeps(std::uint32_t events, bool has_label) const {
    switch (program_.asked.keeps) {
        case kept_rows::of_events: return events != 0;
        case kept_rows::of_events_or_labels: return events != 0 || has_label;
        default: return true;
    }
}

}  // namespace cxm
