#include "rows/condition_watch.hpp"

#include <algorithm>
#include <bit>

#include "rows/column_match.hpp"
#include "rows/time_texts.hpp"
#include "values/dates.hpp"
#include "values/fixed.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

using kind = condition_step::kind;

bool is_equality(comparison_operator how) {
    return how == comparison_operator::equal || how == comparison_operator::unequal;
}

template <class Each>
void for_rows(row_mask rows, Each each) {
    for (; rows != 0; rows &= rows - 1) {
        each(static_cast<std::size_t>(std::countr_zero(rows)));
    }
}

}  // namespace

condition_watch::condition_watch(const condition& c, const std::vector<std::size_t>& cells_of)
    : condition_(&c), cells_of_(&cells_of) {
    for (const condition_step& step : c.steps) {
        add_step(step);
    }
    met_ = c.empty();
    settle();
}

void condition_watch::add_step(const condition_step& step) {
    if (step.does == kind::like || step.does == kind::answered) {
        place_of_values(step.does == kind::like ? step.column : step.other, true);
    } else if (step.does == kind::among || (step.does == kind::compare && is_equality(step.how))) {
        for (std::uint32_t i = 0; i < step.count; ++i) {
            const literal& with = condition_->literals[step.literals + i];
            const std::size_t place = place_of_values(step.column, with.is_number);
            if (!with.is_number) {
                sought_.push_back({&step, place, &with.text});
            }
        }
    } else if (step.does == kind::compare && !condition_->literals[step.literals].is_number) {
        const std::string& with = text_of(step);
        const bool is_time = !after_period(with).empty() || parse_iso_day(with).problem == nullptr;
        const bool is_number = parse_number(with).has_value();
        if (is_time || is_number || is_out_of_order(with)) {
            orders_.push_back({&step, is_number, is_time});
        }
    }
}

std::size_t condition_watch::place_of_values(std::size_t column, bool is_listed) {
    const auto known =
        std::find_if(values_.begin(), values_.end(), [&](const column_values& v) { return v.column == column; });
    const auto place = static_cast<std::size_t>(known - values_.begin());
    if (known == values_.end()) {
        values_.push_back({column, is_listed});
    }
    values_[place].is_listed &= is_listed;
    return place;
}

void condition_watch::look(const row_batch& rows, row_mask asked, row_mask met) {
    rows_ += met_ ? 0 : static_cast<std::uint64_t>(std::popcount(asked));
    met_ |= met != 0;
    for (column_values& each : values_) {
        if (!each.values.are_too_many() && !(each.is_listed && met_)) {
            each.values.add(rows.column((*cells_of_)[each.column]), rows.size, asked);
        }
    }
    for (sought_text& each : sought_) {
        if (values_[each.column].values.are_too_many() && !each.seen) {
            look_for(each, rows, asked);
        }
    }
    for (text_order& each : orders_) {
        look_at_order(each, rows, asked);
    }
    settle();
}

void condition_watch::look_for(sought_text& text, const row_batch& rows, row_mask asked) {
    const column_values& of = values_[text.column];
    text.seen = of.values.contains(*text.text) ||
                (rows_with(*text.text, rows.column((*cells_of_)[of.column]), rows.size).same & asked) != 0;
}

void condition_watch::look_at_order(text_order& of, const row_batch& rows, row_mask asked) {
    const std::string_view* const cells = rows.column((*cells_of_)[of.step->column]);
    const std::string& with = text_of(*of.step);
    number_reader any_mark(std::nullopt);
    for_rows(of.is_number && of.only_numbers ? asked : 0, [&](std::size_t row) {
        of.only_numbers = of.only_numbers && (cells[row].empty() || any_mark.number(cells[row]));
    });
    for_rows(of.any ? 0 : asked, [&](std::size_t row) { of.any |= !cells[row].empty(); });
    const bool divides = of.step->how == comparison_operator::at_most || of.step->how == comparison_operator::more;
    for_rows(of.is_time && divides && !of.has_within ? asked : 0,
             [&](std::size_t row) { of.has_within |= lies_within(cells[row], with); });
    for_rows(of.is_time && !of.has_out_of_order ? asked : 0,
             [&](std::size_t row) { of.has_out_of_order |= is_like_slashed_day(cells[row]); });
}

void condition_watch::settle() {
    const auto is_open = [&](const text_order& o) { return !o.any || o.is_time || (o.is_number && o.only_numbers); };
    is_watching_ = !met_ || std::any_of(orders_.begin(), orders_.end(), is_open) ||
                   std::any_of(values_.begin(), values_.end(),
                               [](const auto& v) { return !v.is_listed && !v.values.are_too_many(); }) ||
                   std::any_of(sought_.begin(), sought_.end(), [](const auto& s) { return !s.seen; });
}

void condition_watch::absorb(const condition_watch& other) {
    rows_ += other.rows_;
    met_ |= other.met_;
    for (std::size_t i = 0; i < sought_.size(); ++i) {
        const auto has = [&](const condition_watch& w) {
            return w.sought_[i].seen || w.values_[sought_[i].column].values.contains(*sought_[i].text);
        };
        sought_[i].seen = has(*this) || has(other);
    }
    for (std::size_t i = 0; i < values_.size(); ++i) {
        values_[i].values.absorb(other.values_[i].values);
    }
    for (std::size_t i = 0; i < orders_.size(); ++i) {
        orders_[i].only_numbers &= other.orders_[i].only_numbers;
        orders_[i].any |= other.orders_[i].any;
        orders_[i].has_within |= other.orders_[i].has_within;
        orders_[i].has_out_of_order |= other.orders_[i].has_out_of_order;
    }
}

const few_values* condition_watch::values_of(std::size_t column) const {
    const auto known =
        std::find_if(values_.begin(), values_.end(), [&](const column_values& v) { return v.column == column; });
    return known == values_.end() ? nullptr : &known->values;
}

}  // namespace cxm
