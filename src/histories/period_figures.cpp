#include "histories/period_figures.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "histories/question.hpp"
#include "text/packed_texts.hpp"
#include "text/problem.hpp"
#include "values/dates.hpp"

namespace cxm {

int128* period_figures::at(std::int32_t period, std::uint32_t label) {
    const std::uint64_t key = std::uint64_t{static_cast<std::uint32_t>(period)} << 32 | label;
    const auto [at, is_new] = places_.try_emplace(key, values_.size());
    if (is_new) {
        constexpr std::size_t about = 64;
        budget_->take(about + 2 * sizeof(int128) * figures_);
        values_.resize(values_.size() + figures_);
    }
    return values_.data() + at->second;
}

void period_figures::add(std::int32_t period, std::uint32_t label, std::size_t figure, int128 amount) {
    if (!cxm::add(at(period, label)[figure], amount)) {
        throw bad_input("", "the sum of the amounts is beyond 1.7e20, the largest that is exact");
    }
}

void period_figures::absorb(const period_figures& other) {
    other.for_each([&](std::int32_t period, std::uint32_t label, const int128* values) {
        for (std::size_t i = 0; i < figures_; ++i) {
            add(period, label, i, values[i]);
        }
    });
}

std::int32_t period_finder::first_of(std::int32_t day) {
    if (every_ == grain::free) {
        return no_day;
    }
    if (!met_ || day < last_.first || day > last_.last) {
        last_ = containing(day, every_);
        met_ = true;
    }
    return last_.first;
}

std::vector<period> periods_between(std::int32_t first, std::int32_t last, grain every) {
    constexpr std::size_t most_periods = 10000;
    std::vector<period> periods;
    for (period p = containing(first, every); p.first <= last; p = next(p)) {
        if (periods.size() == most_periods) {
            throw bad_input("", fmt::format("the rows go from {} to {}, over {} periods: is a date wrong? Longer "
                                            "periods, or --where, make them fewer",
                                            spell(containing(first, grain::day)), spell(containing(last, grain::day)),
                                            most_periods));
        }
        periods.push_back(p);
    }
    return periods;
}

namespace {

std::vector<std::string> texts_of(const std::vector<std::string>& labels, std::uint32_t label) {
    return label == no_label ? std::vector<std::string>() : unpacked(labels[label]);
}

}  // namespace

void add_rows(const period_figures& of, const std::vector<std::string>& labels, std::size_t figures,
              figure_table& into) {
    of.for_each([&](std::int32_t period, std::uint32_t label, const int128* values) {
        into.rows.push_back(
            {period, texts_of(labels, label), {values, values + figures}, std::vector<std::uint8_t>(figures)});
    });
}

void add_stock_rows(const period_figures& of, const std::vector<std::string>& labels, std::size_t figures,
                    const std::vector<period>& periods, const stock_rule& stock, memory_budget& budget,
                    figure_table& into) {
    std::map<std::uint32_t, std::map<std::int32_t, const int128*>> by_label;
    of.for_each(
        [&](std::int32_t period, std::uint32_t label, const int128* values) { by_label[label][period] = values; });
    const std::size_t measures = into.measures.size();
    for (const auto& [label, known] : by_label) {
        const std::vector<std::string> texts = texts_of(labels, label);
        budget.take(periods.size() *
                    (sizeof(figure_row) + measures * (sizeof(int128) + 1) + texts.size() * sizeof(std::string)));
        int128 there = 0;
        for (const period& p : periods) {
            figure_row row{p.first, texts, std::vector<int128>(measures), std::vector<std::uint8_t>(measures)};
            if (const auto at = known.find(p.first); at != known.end()) {
                std::copy(at->second, at->second + figures, row.values.begin());
            }
            row.values[stock.opening] = there;
            for (const std::size_t gain : stock.gains) {
                there += row.values[gain];
            }
            for (const std::size_t loss : stock.losses) {
                there -= row.values[loss];
            }
            row.values[stock.closing] = there;
            into.rows.push_back(std::move(row));
        }
    }
}

}  // namespace cxm
