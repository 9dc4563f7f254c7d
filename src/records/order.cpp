#include <algorithm>
#include <cxm/period.hpp>
#include <numeric>
#include <unordered_map>

#include "records/labels.hpp"
#include "records/records.hpp"
#include "values/calendar_words.hpp"

namespace cxm {

namespace {

template <class Value>
std::vector<Value> picked(const std::vector<Value>& from, const std::vector<std::size_t>& order) {
    std::vector<Value> to;
    to.reserve(from.empty() ? 0 : order.size());
    for (std::size_t i = 0; !from.empty() && i < order.size(); ++i) {
        to.push_back(from[order[i]]);
    }
    return to;
}

}  // namespace

namespace {

/// The places of free labels among each other: of months by their names, of others by appearance.
class free_order {
public:
    explicit free_order(const records& rows) : months_(rows.in_order) {
        for (const std::string_view period : rows.periods) {
            const auto known = parse_period(period);
            months_ = months_ && ((known && known->of != grain::free) || month_named(period) != 0);
        }
    }

    std::int64_t of(std::string_view label) {
        const auto next = static_cast<std::int64_t>(places_.size());
        return months_ ? month_named(label) : places_.try_emplace(label, next).first->second;
    }

private:
    bool months_;
    std::unordered_map<std::string_view, std::int64_t> places_;
};

}  // namespace

std::vector<std::size_t> order_of(const records& rows) {
    const std::vector<std::size_t> groups = group_numbers(rows);
    free_order free_labels(rows);
    struct place_in_order {
        std::size_t group;
        bool dated;
        std::int64_t first;
        std::int64_t last;

        auto operator<=>(const place_in_order&) const = default;
    };
    std::vector<place_in_order> rank;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto known = parse_period(rows.periods[row]);
        const bool dated = known && known->of != grain::free;
        const std::int64_t first = dated ? known->first : free_labels.of(rows.periods[row]);
        rank.push_back({groups[row], dated, first, dated ? known->last : first});
    }
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank[a] < rank[b]; });
    return order;
}

records picked(const records& from, const std::vector<std::size_t>& order) {
    records to;
    to.source = from.source;
    to.currency = from.currency;
    to.in_order = from.in_order;
    to.owners = from.owners;
    to.periods = picked(from.periods, order);
    to.lines = picked(from.lines, order);
    to.sources = picked(from.sources, order);
    to.partial = picked(from.partial, order);
    to.pooled_from = picked(from.pooled_from, order);
    for (const records::number_column& column : from.numbers) {
        to.numbers.push_back({column.of, picked(column.values, order), picked(column.why, order)});
    }
    for (const records::label_column& column : from.labels) {
        to.labels.push_back({column.name, picked(column.values, order)});
    }
    return to;
}

records ordered(const records& rows) { return picked(rows, order_of(rows)); }

}  // namespace cxm
