#include "tally/counter.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

#include "rows/encoding.hpp"
#include "rows/truth.hpp"

namespace cxm {

std::uint32_t shared_counts::number_of(std::int32_t period, const std::vector<const std::string_view*>& labels,
                                       std::size_t row) {
    const std::lock_guard lock(one_);
    return groups_.find_one(period, labels, row);
}

counter::counter(const program& plan, shared_counts& shared, memory_budget& budget)
    : watch(plan.where, plan.where_cells),
      plan_(plan),
      groups_(plan.labels.size(), plan.words, budget),
      shared_(shared),
      texts_(shared.texts),
      dates_(plan.every, plan.times.date_format, plan.times.zone),
      prepared_(plan),
      labels_(plan.labels.size()),
      values_(plan, budget) {
    for (const program::survey& survey : plan.surveys) {
        // Of answers that are texts a blank one alone is plain.
        plain_answers_.emplace_back(survey.low, survey.answers.empty() ? survey.high : survey.low - 1, survey.reversed);
        answer_words_.emplace_back(survey, plan.columns[survey.cell]);
    }
    for (const label_source& source : plan.label_sources) {
        label_makers_.push_back(source.is == label_source::kind::text
                                    ? nullptr
                                    : std::make_unique<label_maker>(source, plan.times.date_format, plan.times.zone));
    }
    for (const auto& m : plan.measures) {
        distinct_number_.push_back(distinct_measures_);
        distinct_measures_ += m.kind == counting::distinct ? 1 : 0;
        measure_watches.emplace_back(m.where, m.where_cells);
    }
}

void counter::add(const row_batch& given) {
    rows += given.size;
    const row_batch& batch = prepared_.of(given);
    pick(batch);
    fitting += picked_.size();
    // The order of the columns is that in which the faults of a row are told of.
    if (plan_.start != program::none) {
        add_stays(batch);
    }
    if (plan_.counts_rows) {
        find_periods(batch);
        find_groups(batch);
        for (std::size_t i = 0; i < plan_.surveys.size(); ++i) {
            if (plan_.weight == program::none) {
                add_scores(i, batch.column(plan_.surveys[i].cell));
            } else {
                add_weighted(i, batch);
            }
        }
        for (std::size_t i = 0; i < plan_.measures.size(); ++i) {
            add_measure(i, batch);
        }
    }
    if (fault_) {
        fault_->cell = plan_.column_of(fault_->cell);
        throw *std::exchange(fault_, std::nullopt);
    }
}

void counter::pick(const row_batch& given) {
    counted_ = first_rows(given.size);
    picked_.resize(given.size);
    if (plan_.where.steps.empty()) {
        std::iota(picked_.begin(), picked_.end(), 0u);
        return;
    }
    counted_ = rows_where(plan_.where, plan_.where_cells, watch, given);
    std::size_t kept = 0;
    for (row_mask left = counted_; left != 0; left &= left - 1) {
        picked_[kept++] = static_cast<std::uint32_t>(std::countr_zero(left));
    }
    picked_.resize(kept);
}

row_mask counter::rows_where(const condition& c, const std::vector<std::size_t>& cells, condition_watch& watched,
                             const row_batch& batch) {
    if (c.steps.empty()) {
        return counted_;
    }
    const row_mask meeting = evaluate(c, cells, batch, counted_, numbers, fault_).yes;
    watched.note(batch, counted_, meeting);
    counted_ &= first_rows(fault_ ? fault_->row : batch.size);
    return meeting;
}

std::uint32_t counter::period_of(std::size_t cell, std::string_view text, std::int32_t& day) {
    if (text.empty()) {
        return date_reader::no_period;
    }
    try {
        return dates_.period_of(text, day);
    } catch (bad_date& wrong) {
        throw cell_problem{cell, std::move(wrong.finding)};
    }
}

void counter::find_periods(const row_batch& batch) {
    if (plan_.period == program::none) {
        periods_.assign(picked_.size(), date_reader::no_period);
        return;
    }
    periods_.resize(picked_.size());
    const std::string_view* const cells = batch.column(plan_.period);
    std::uint32_t met[row_batch::most];
    dates_.find(cells, batch.size, met);
    for_picked([=, this, &met, periods = periods_.data()](std::size_t k, std::size_t row) {
        periods[k] = met[row];
        if (periods[k] == date_reader::unmet) {
            std::int32_t day = 0;
            periods[k] = period_of(plan_.period, cells[row], day);
            without_date += periods[k] == date_reader::no_period ? 1 : 0;
        }
    });
}

void counter::make_labels(std::size_t number, const std::string_view* cells) {
    label_maker& maker = *label_makers_[number];
    for_picked([&, cell = plan_.labels[number]](std::size_t, std::size_t row) {
        maker.labels[row] = maker.label_of(cell, cells[row], numbers);
    });
}

void counter::find_groups(const row_batch& batch) {
    for (std::size_t i = 0; i < labels_.size(); ++i) {
        labels_[i] = batch.column(plan_.labels[i]);
        if (label_makers_[i]) {
            make_labels(i, labels_[i]);
            labels_[i] = label_makers_[i]->labels.data();
        }
    }
    groups_of_.resize(picked_.size());
    const std::size_t known = groups_.size();
    groups_.find({picked_, periods_.data(), dates_.firsts(), labels_}, groups_of_.data());
    if (groups_.size() == known) {
        return;
    }
    for_picked([&](std::size_t k, std::size_t row) {
        for (std::size_t i = 0; i < labels_.size() && groups_of_[k] >= known; ++i) {
            require_utf8(plan_.labels[i], labels_[i][row]);
        }
        if (distinct_measures_ != 0 && groups_of_[k] == shared_number_.size()) {
            shared_number_.push_back(shared_.number_of(dates_.firsts()[periods_[k]], labels_, row));
        }
    });
}

}  // namespace cxm
