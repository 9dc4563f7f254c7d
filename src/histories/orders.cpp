#include "histories/orders.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "values/fixed.hpp"
#include "values/points_in_time.hpp"

namespace cxm {

namespace {

/// Days with a purchase after one day and up to another.
double purchases_within(std::span<const dated_amount> bought, std::int32_t after, std::int32_t last) {
    double days = 0;
    std::int32_t before = after;
    for (const dated_amount& one : bought) {
        if (one.day > after && one.day <= last && one.day != before) {
            ++days;
            before = one.day;
        }
    }
    return days;
}

}  // namespace

band_count* order_reading::place_in(band_counts& counts, std::int32_t day) {
    if (bought_.front().day > day) {
        return nullptr;
    }
    const double recent = purchases_within(bought_, day - days_.window, day);
    const double earlier = purchases_within(bought_, day - 2 * days_.window, day - days_.window);
    return &counts[static_cast<std::size_t>(band_of(recent, earlier))];
}

void order_reading::add_bands() {
    const auto add_to = [&](band_counts& counts, const std::optional<std::int32_t>& day) {
        if (band_count* const band = day ? place_in(counts, *day) : nullptr) {
            ++band->customers;
            band->none += purchases_within(bought_, *day, *day + days_.ahead) == 0 ? 1 : 0;
        }
    };
    add_to(bands.learned, days_.learned);
    add_to(bands.tested, days_.tested);
    add_to(bands.now, days_.end);
}

void order_reading::add(std::string_view name, std::span<const history_event> history) {
    bought_.clear();
    std::uint32_t label = no_label;
    for (std::size_t i = 0; i < history.size(); ++i) {
        const history_event& each = history[i];
        const std::int32_t day = day_of(each.time);
        if (day > days_.end + days_.later) {
            late_rows += history.size() - i;
            break;
        }
        bought_.push_back({day, to_double(each.amount)});
        label = day <= days_.end && each.label != no_label ? each.label : label;
    }
    auto now = summarise_customer(0, bought_, {days_.end, days_.unit, days_.later});
    if (!now) {
        return;
    }
    if (days_.window > 0) {
        add_bands();
    }
    ordering_customer& one = customers.emplace_back(ordering_customer{std::string(name), label, *now});
    if (days_.cut) {
        one.before = summarise_customer(0, bought_, {*days_.cut, days_.unit, days_.end - *days_.cut});
    }
}

void order_reading::absorb(order_reading& other) {
    customers.insert(customers.end(), std::make_move_iterator(other.customers.begin()),
                     std::make_move_iterator(other.customers.end()));
    other.customers = {};
    late_rows += other.late_rows;
    const auto add = [](band_counts& to, const band_counts& more) {
        for (std::size_t i = 0; i < activity_bands; ++i) {
            to[i].customers += more[i].customers;
            to[i].none += more[i].none;
        }
    };
    add(bands.learned, other.bands.learned);
    add(bands.tested, other.bands.tested);
    add(bands.now, other.bands.now);
}

order_reading read_orders(people_histories& of, const order_days& days) {
    std::vector<order_reading> readers(of.workers(), order_reading(days));
    of.read([&](unsigned worker, std::string_view name, std::span<const history_event> history) {
        readers[worker].add(name, history);
    });
    for (std::size_t i = 1; i < readers.size(); ++i) {
        readers[0].absorb(readers[i]);
    }
    std::sort(readers[0].customers.begin(), readers[0].customers.end(),
              [](const ordering_customer& a, const ordering_customer& b) { return a.name < b.name; });
    return std::move(readers[0]);
}

}  // namespace cxm
