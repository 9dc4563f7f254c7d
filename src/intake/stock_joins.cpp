#include "intake/stock_joins.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cxm/metrics/customers.hpp>
#include <cxm/spell.hpp>
#include <numeric>
#include <tuple>

#include "records/labels.hpp"
#include "tables/hash.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

std::uint64_t group_of(const records& block, std::size_t row) {
    std::uint64_t group = 0;
    // A sum, as labels may come in any order.
    for_each_label(block, row,
                   [&](std::string_view name, std::string_view value) { group += hash_of(value, hash_of(name, 0)); });
    return group;
}

}  // namespace

void stock_joins::add(const records& block) {
    const records::number_column* const start = block.find(customers_start);
    const records::number_column* const end = block.find(customers_end);
    if (start == nullptr || end == nullptr) {
        return;
    }
    const bool in_file = !block.source.empty() && !block.lines.empty();
    if (in_file) {
        sources_.push_back(shown(block.source));
    }
    for (std::size_t row = 0; row < block.size() && stocks_.size() < most; ++row) {
        const period when = parse_period(block.periods[row]).value_or(period{});
        if (when.of == grain::free) {
            continue;
        }
        if (!in_file) {
            sources_.push_back(title(block, row));
        }
        stocks_.push_back({group_of(block, row), when, start->values[row], end->values[row], sources_.size() - 1,
                           in_file ? block.lines[row] : 0});
    }
}

void stock_joins::add(const stock_joins& later) {
    const std::size_t before = sources_.size();
    sources_.insert(sources_.end(), later.sources_.begin(), later.sources_.end());
    for (const stock& s : later.stocks_) {
        if (stocks_.size() == most) {
            return;
        }
        stocks_.push_back(s);
        stocks_.back().source += before;
    }
}

std::string stock_joins::place(const stock& s) const {
    return s.line == 0 ? sources_[s.source] : fmt::format("{}:{}: {}", sources_[s.source], s.line, spell(s.when));
}

std::vector<remark> stock_joins::remarks() const {
    std::vector<std::size_t> order(stocks_.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    const auto key = [&](std::size_t i) {
        return std::tuple(stocks_[i].group, stocks_[i].when.of, stocks_[i].when.first, i);
    };
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    std::vector<std::pair<std::size_t, std::size_t>> gaps;
    for (std::size_t i = 1; i < order.size(); ++i) {
        const stock& before = stocks_[order[i - 1]];
        const stock& after = stocks_[order[i]];
        const bool follows = before.group == after.group && next(before.when) == after.when;
        if (follows && before.end != after.start && !is_missing(before.end) && !is_missing(after.start)) {
            gaps.emplace_back(order[i], order[i - 1]);
        }
    }
    std::sort(gaps.begin(), gaps.end());
    std::vector<remark> remarks;
    for (const auto& [after, before] : gaps) {
        remarks.push_back(
            {place(stocks_[after]),
             fmt::format("customers_start is {}, but {} ended with customers_end {}", spell(stocks_[after].start),
                         spell(stocks_[before].when), spell(stocks_[before].end))});
    }
    return remarks;
}

}  // namespace cxm
