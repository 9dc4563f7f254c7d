#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include <cxm/period.hpp>

#include <fmt/format.h>

#include "bytes/byte_source.hpp"
#include "histories/orders.hpp"
#include "run/customers_request.hpp"
#include "run/flags/input_flags.hpp"
#include "run/warnings.hpp"
#include "text/problem.hpp"
#include "values/points_in_time.hpp"

namespace cxm {

namespace {

constexpr std::int32_t least_window = 3;  ///< days of recent activity that say anything
constexpr std::int32_t least_span = 21;   ///< days of orders that can be cut into two thirds and one

std::int32_t last_day_of(const std::string& text) {
    const auto day = parse_period(text);
    if (!day || day->of != grain::day) {
        throw bad_usage("--end: " + quote_of(text) + " is no day; write 2024-03-15");
    }
    return day->first;
}

/// Which days the orders are looked at from; the end of the data is later than that of the observation where the rows
/// after this are the holdout.
order_days days_of(const customers_flags& given, const people_histories& read, customers_request& into) {
    const std::string file = name_of(given.rows.files.front());
    const std::int32_t first = day_of(*read.first);
    const auto until = last_moment_of(given.rows);
    const std::int32_t data_end = until ? day_of(*until) : day_of(*read.last);
    const std::int32_t end = given.end ? last_day_of(*given.end) : data_end;
    if (end <= first) {
        throw bad_input(file, fmt::format("the first order is of {}, and the observation ends on {}: nothing can be "
                                          "seen of who comes back",
                                          spell(containing(first, grain::day)), spell(containing(end, grain::day))));
    }
    into.as_of = spell(containing(end, grain::day));
    const std::int32_t later = std::max(data_end - end, 0);
    const std::int32_t third = (end - first) / 3;
    const bool has_third = end - first >= least_span;
    order_days days{end, later};
    days.unit = days_a_week;
    if (!given.no_holdout && later == 0 && has_third) {
        days.cut = end - third;
    }
    const std::int32_t held_out = given.no_holdout ? 0 : later > 0 ? later : days.cut ? third : 0;
    into.of.holdout = held_out / days_a_week;
    if (!given.horizon) {
        into.of.horizon = (held_out > 0 ? held_out : std::max(third, 1)) / days_a_week;
    }
    // Rates are learned over as long a time as the holdout, from two windows before it.
    days.ahead = later > 0 ? later : third;
    days.tested = end - (later > 0 ? 0 : third);
    const std::int32_t before = *days.tested - days.ahead;
    days.window = std::min(days.ahead, std::max(before - first + 1, 0)) / 2;
    if (days.window < least_window && later == 0) {
        days.window = has_third ? std::max(third / 2, least_window) : 0;
    } else {
        days.learned = before;
    }
    days.window = days.window < least_window ? 0 : days.window;
    return days;
}

void take_bands(const customers_flags& given, const order_days& days, const banded_customers& bands,
                customers_request& into) {
    if (days.window == 0) {
        return;
    }
    band_question& asked = into.of.bands.emplace();
    asked.counts = bands;
    asked.window = days.window / days_a_week;
    asked.ahead = days.ahead / days_a_week;
    asked.is_tested = !given.no_holdout && days.learned.has_value();
    asked.is_tested_now = days.later > 0;
}

void take_customers(order_reading&& read, people_histories& of, customers_request& into) {
    forecast_question& q = into.of;
    std::vector<std::uint32_t> places(of.labels().size() + 1, no_label);
    const bool by = !q.segments.label.empty();
    for (ordering_customer& one : read.customers) {
        const std::uint64_t number = q.customers.size();
        q.customers.push_back(one.now);
        q.customers.back().customer = number;
        if (one.before) {
            q.before.push_back(*one.before);
            q.before.back().customer = number;
        }
        if (by) {
            const std::uint32_t label =
                one.label == no_label ? static_cast<std::uint32_t>(places.size() - 1) : one.label;
            places[label] = 0;
            q.segments.segment_of.push_back(label);
        }
        into.names.push_back(std::move(one.name));
    }
    for (std::size_t label = 0; by && label < places.size(); ++label) {
        if (places[label] != no_label) {
            places[label] = static_cast<std::uint32_t>(q.segments.names.size());
            q.segments.names.push_back(label < of.labels().size() ? of.labels()[label] : "");
        }
    }
    for (std::uint32_t& label : q.segments.segment_of) {
        label = places[label];
    }
}

}  // namespace

void read_order_rows(const customers_flags& given, customers_request& into, const streams& io) {
    const std::vector<std::string> columns =
        some_columns_of("--orders", *given.orders, 2, 3, "--orders customer,date,amount");
    people_question asked = question_of(given.rows, columns[0], columns[1]);
    asked.amount = columns.size() == 3 ? columns[2] : "";
    asked.label = given.by.value_or("");
    asked.amounts_are_paid = true;
    asked.skips_nobody = true;
    asked.clock = clock_of_rows::as_written;
    const std::unique_ptr<people_histories> read = gather(asked, given.rows, io);
    const std::string file = name_of(given.rows.files.front());
    if (read->of_nobody != 0) {
        warn(io, fmt::format("{}: {} order{} without a customer {} left out", file, read->of_nobody,
                             read->of_nobody == 1 ? "" : "s", read->of_nobody == 1 ? "is" : "are"));
    }
    if (read->fitting == 0) {
        throw bad_input(file, read->rows == 0        ? "holds no order"
                              : read->of_nobody != 0 ? "holds no order with a customer"
                                                     : "holds no order that --where lets through");
    }
    into.of.amounts = columns.size() == 3;
    into.of.segments.label = asked.label;
    const order_days days = days_of(given, *read, into);
    order_reading customers = read_orders(*read, days);
    if (customers.late_rows != 0 && given.rows.until) {
        note_late_rows(customers.late_rows, io);
    }
    take_bands(given, days, customers.bands, into);
    take_customers(std::move(customers), *read, into);
    if (into.of.customers.empty()) {
        throw bad_input(file, "nobody ordered by " + into.as_of);
    }
}

}  // namespace cxm
