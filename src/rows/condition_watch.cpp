#include "rows/condition_watch.hpp"

#include <algorithm>
#include <bit>

#include <fmt/format.h>

#include "plan/condition_text.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "values/fixed.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

using kind = condition_step::kind;

constexpr std::size_t most_values = 256;
constexpr std::size_t longest_value = 256;
constexpr std::size_t most_shown = 5;

template <class Each>
void for_rows(row_mask rows, Each each) {
    for (; rows != 0; rows &= rows - 1) {
        each(static_cast<std::size_t>(std::countr_zero(rows)));
    }
}

bool is_order(comparison_operator how) {
    return how != comparison_operator::equal && how != comparison_operator::unequal;
}

std::string_view sign_of(comparison_operator how) {
    constexpr std::string_view signs[] = {"<", "<=", ">", ">=", "=", "!="};
    return signs[static_cast<int>(how)];
}

}  // namespace

condition_watch::condition_watch(const condition& c, const std::vector<std::size_t>& cells_of)
    : condition_(&c), cells_of_(&cells_of) {
    for (const condition_step& step : c.steps) {
        const bool is_equality = step.does == kind::among || step.does == kind::like ||
                                 (step.does == kind::compare && step.how == comparison_operator::equal);
        const auto is_there = [&](const column_values& v) { return v.column == step.column; };
        if (is_equality && std::none_of(values_.begin(), values_.end(), is_there)) {
            values_.push_back({step.column});
        }
        if (step.does == kind::compare && is_order(step.how)) {
            const literal& with = c.literals[step.literals];
            if (!with.is_number && parse_number(with.text)) {
                orders_.push_back({&step});
            }
        }
    }
    met_ = c.empty();
    settle();
}

void condition_watch::look(const row_batch& rows, row_mask asked, row_mask met) {
    rows_ += met_ ? 0 : static_cast<std::uint64_t>(std::popcount(asked));
    if (met != 0 && !met_) {
        met_ = true;
        values_.clear();
    }
    for (column_values& each : values_) {
        look_at_values(each, rows, asked);
    }
    for (text_order& each : orders_) {
        look_at_order(each, rows, asked);
    }
    settle();
}

void condition_watch::look_at_values(column_values& of, const row_batch& rows, row_mask asked) {
    const std::string_view* const cells = rows.column((*cells_of_)[of.column]);
    for_rows(of.too_many ? 0 : asked, [&](std::size_t row) {
        if (!cells[row].empty() && !of.met.contains(cells[row])) {
            of.too_many |= of.met.size() == most_values || cells[row].size() > longest_value;
            if (!of.too_many) {
                of.met.emplace(cells[row]);
            }
        }
    });
}

void condition_watch::look_at_order(text_order& of, const row_batch& rows, row_mask asked) {
    const std::string_view* const cells = rows.column((*cells_of_)[of.step->column]);
    number_reader any_mark(std::nullopt);
    for_rows(of.only_numbers ? asked : 0, [&](std::size_t row) {
        of.any |= !cells[row].empty();
        of.only_numbers = of.only_numbers && (cells[row].empty() || any_mark.number(cells[row]));
    });
}

void condition_watch::settle() {
    is_watching_ = !met_ || std::any_of(orders_.begin(), orders_.end(), [](const auto& o) { return o.only_numbers; });
}

void condition_watch::absorb(const condition_watch& other) {
    rows_ += other.rows_;
    met_ |= other.met_;
    if (met_) {
        values_.clear();
    }
    for (std::size_t i = 0; i < values_.size(); ++i) {
        values_[i].met.insert(other.values_[i].met.begin(), other.values_[i].met.end());
        values_[i].too_many |= other.values_[i].too_many || values_[i].met.size() > most_values;
    }
    for (std::size_t i = 0; i < orders_.size(); ++i) {
        orders_[i].only_numbers &= other.orders_[i].only_numbers;
        orders_[i].any |= other.orders_[i].any;
    }
}

std::string condition_watch::values_there_are() const {
    std::string text;
    for (const column_values& each : values_) {
        std::vector<std::string_view> wanted;
        for (const condition_step& step : condition_->steps) {
            const bool of_column = step.does != kind::compare_numbers && step.column == each.column;
            for (std::uint32_t i = 0; of_column && i < step.count; ++i) {
                wanted.push_back(condition_->literals[step.literals + i].text);
            }
        }
        const auto is_wanted = [&](const std::string& value) {
            return std::find(wanted.begin(), wanted.end(), value) != wanted.end();
        };
        const std::string column = shown(spell(condition_->columns[each.column]));
        if (each.too_many || std::any_of(each.met.begin(), each.met.end(), is_wanted)) {
            continue;
        }
        if (each.met.empty()) {
            text += fmt::format("; {} is blank", column);
            continue;
        }
        const auto values = by_nearness(wanted.front(), {each.met.begin(), each.met.end()});
        for (std::size_t i = 0; i < std::min(values.size(), most_shown); ++i) {
            text += (i == 0 ? "; " + column + " is " : ", ") + quoted(values[i]);
        }
        text += values.size() > most_shown ? ", …" : "";
    }
    return text;
}

std::vector<std::string> condition_watch::objections() const {
    std::vector<std::string> texts;
    for (const text_order& each : orders_) {
        if (each.only_numbers && each.any) {
            const std::string column = shown(spell(condition_->columns[each.step->column]));
            const std::string& with = condition_->literals[each.step->literals].text;
            texts.push_back(
                fmt::format("{0} {1} '{2}' compares texts, and {0} holds numbers: {0} {1} {2} compares those", column,
                            sign_of(each.step->how), shown(with)));
        }
    }
    return texts;
}

}  // namespace cxm
