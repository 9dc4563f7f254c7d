#include "histories/order_figures.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

#include <fmt/format.h>

#include "histories/order_worker.hpp"
#include "text/problem.hpp"
#include "values/dates.hpp"
#include "values/length_of_time.hpp"
#include "values/points_in_time.hpp"

namespace cxm {

namespace {

/// The last moment that the rows tell of: that of the last row's day, unless it is said.
std::int64_t last_moment(const people_histories& of, const order_request& asked) {
    return asked.until.value_or((day_of(of.last.value_or(0)) + 1) * microseconds_a_day - 1);
}

/// Leaves out what cannot be known: who was there before the rows begin, and who leaves after they end.
void mark_unknown(figure_table& table, const people_histories& of, const order_request& asked, std::int64_t until) {
    const std::string length = spell_length_of_time(*asked.columns.lost_after);
    const std::int64_t known_from = day_of(of.first.value_or(0)) * microseconds_a_day + *asked.columns.lost_after;
    table.reasons.push_back(fmt::format("the rows begin on {}, and who was a customer is known {} later",
                                        spell(containing(day_of(of.first.value_or(0)), grain::day)), length));
    table.reasons.push_back(fmt::format("the rows end on {}, and {} have not passed for all who bought last in the "
                                        "period or before: --until names a later end",
                                        spell(containing(day_of(until), grain::day)), length));
    constexpr std::uint8_t too_early = 1;
    constexpr std::uint8_t too_late = 2;
    for (figure_row& row : table.rows) {
        const period p = containing(row.period, asked.every);
        const bool knows_start = p.first * microseconds_a_day >= known_from;
        const std::int64_t over = (std::int64_t{p.last} + 1) * microseconds_a_day;
        const bool knows_end = over <= until + 1;
        row.why[order_place::start] = row.why[order_place::back] = knows_start ? 0 : too_early;
        row.why[order_place::lost] = !knows_end ? too_late : !knows_start ? too_early : 0;
        row.why[order_place::end] = !knows_end ? too_late : over < known_from ? too_early : 0;
    }
}

/// Puts the measures in their places, and leaves out those that are not asked for.
void keep_asked(figure_table& table, const order_request& asked) {
    std::vector<std::size_t> kept = {order_place::active, order_place::returning, order_place::won,
                                     order_place::transactions};
    table.measures.assign(std::begin(order_measures), std::end(order_measures));
    if (!asked.columns.amount.empty()) {
        kept.push_back(order_place::revenue);
        table.measures.push_back(amount_of_orders);
    }
    if (asked.columns.lost_after) {
        kept.insert(kept.end(), {order_place::start, order_place::lost, order_place::back, order_place::end});
        table.measures.insert(table.measures.end(), std::begin(order_stock_measures), std::end(order_stock_measures));
    }
    for (figure_row& row : table.rows) {
        figure_row whole = std::move(row);
        row = {whole.period, std::move(whole.labels), {}, {}};
        for (const std::size_t place : kept) {
            row.values.push_back(whole.values[place]);
            row.why.push_back(whole.why[place]);
        }
    }
}

/// Says which values are missing, and why.
void tell_of_unknown(const figure_table& table, const order_request& asked, read_findings& into) {
    for (std::size_t why = 1; why < table.reasons.size(); ++why) {
        std::int32_t first = no_day;
        std::int32_t last = no_day;
        for (const figure_row& row : table.rows) {
            if (row.why[order_place::lost] == why || row.why[order_place::end] == why) {
                first = first == no_day ? row.period : std::min(first, row.period);
                last = std::max(last, row.period);
            }
        }
        if (first != no_day) {
            const std::string begin = spell(containing(first, asked.every));
            const std::string end = spell(containing(last, asked.every));
            into.notes.push_back(fmt::format("customers_lost and its like are missing in {}: {}",
                                             begin == end ? begin : begin + " to " + end, table.reasons[why]));
        }
    }
}

void tell(const people_histories& of, const order_request& asked, const order_worker& counted, read_findings& into) {
    if (asked.every != grain::free && of.first) {
        into.notes.push_back(fmt::format("{} is the first period of the rows: who bought before them is not known, so "
                                         "everyone in it is new, and returning only who bought twice",
                                         spell(containing(day_of(*of.first), asked.every))));
    }
    if (counted.late_rows() != 0) {
        into.notes.push_back(fmt::format("{} row{} after --until {} left out", counted.late_rows(),
                                         counted.late_rows() == 1 ? "" : "s", counted.late_rows() == 1 ? "is" : "are"));
    }
    if (counted.below_zero() != 0) {
        into.warnings.push_back(fmt::format(
            "{} order{} come{} to less than 0, as refunds do, and count{} as {}: --where "
            "takes the rows that are orders",
            counted.below_zero(), counted.below_zero() == 1 ? "" : "s", counted.below_zero() == 1 ? "s" : "",
            counted.below_zero() == 1 ? "s" : "", counted.below_zero() == 1 ? "one" : "such"));
    }
}

}  // namespace

people_question question_of_orders(const plan& p) {
    people_question asked;
    asked.id = p.orders->id;
    asked.time = p.orders->time;
    asked.date_format = p.date_format;
    asked.time_zone = p.time_zone;
    asked.blanks = p.blanks;
    asked.where = p.where;
    asked.by = p.by;
    asked.amount = p.orders->amount;
    asked.clock = clock_of_rows::as_written;
    return asked;
}

figure_table read_orders(people_histories& of, const order_request& asked, read_findings& into) {
    const std::int64_t until = last_moment(of, asked);
    const order_worker counted = read_everyone(of, order_worker(asked, until, of.budget()));
    figure_table table;
    table.is_zero_elsewhere = true;
    if (asked.columns.lost_after && of.first) {
        table.measures.resize(order_place::end + 1);
        const std::vector<period> periods =
            periods_between(day_of(std::min(*of.first, until)), day_of(until), asked.every);
        add_stock_rows(
            counted.figures(), of.labels(), order_place::counted, periods,
            {order_place::start, order_place::end, {order_place::won, order_place::back}, {order_place::lost}},
            of.budget(), table);
        mark_unknown(table, of, asked, until);
        tell_of_unknown(table, asked, into);
    } else {
        add_rows(counted.figures(), of.labels(), order_place::counted, table);
    }
    keep_asked(table, asked);
    tell(of, asked, counted, into);
    return table;
}

}  // namespace cxm
