#include <algorithm>
#include <cxm/period.hpp>

#include <fmt/format.h>

#include "bytes/byte_source.hpp"
#include "histories/history_rows.hpp"
#include "histories/orders.hpp"
#include "run/customers_request.hpp"
#include "run/flags/input_flags.hpp"
#include "run/warnings.hpp"
#include "text/pieces.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

constexpr double days_of_week = 7;
constexpr std::int32_t least_span = 21;  ///< days of orders that can be cut into two thirds and one

/// The columns that a flag names: from `least` to `most`.
std::vector<std::string> columns_of(std::string_view flag, const std::string& text, std::size_t least, std::size_t most,
                                    std::string_view example) {
    const std::vector<std::string_view> columns = between_commas(text);
    if (columns.size() < least || columns.size() > most ||
        std::find(columns.begin(), columns.end(), "") != columns.end()) {
        throw bad_usage(
            fmt::format("{}: {} names no {} to {} columns; write {}", flag, quoted(text), least, most, example));
    }
    return {columns.begin(), columns.end()};
}

std::int32_t last_day_of(const std::string& text) {
    const auto day = parse_period(text);
    if (!day || day->of != grain::day) {
        throw bad_usage("--end: " + quoted(text) + " is no day; write 2024-03-15");
    }
    return day->first;
}

row_options reading_of(const customers_flags& given) {
    row_options how = options_of(given.raw);
    if (given.decimal) {
        how.decimal = decimal_mark_of(given.decimal);
    }
    if (given.input_format) {
        how.format = value_of("--input-format", *given.input_format, input_format_words);
    }
    return how;
}

/// Hands rows to a sink in the order of the files.
void read_in_order(const customers_flags& given, const wanted_cells& wanted, file_sink& into, const streams& io) {
    read_findings said;
    read_rows(given.files, wanted, {&into}, reading_of(given), said);
    for (const std::string& text : said.warnings) {
        warn(io, text);
    }
    for (const std::string& text : said.notes) {
        note(io, text);
    }
}

/// Adds the columns of a condition to those that are read.
void take_where(const std::string& text, wanted_cells& wanted, order_form& form) {
    form.where = parse_condition(text);
    // Numbers of what is made of columns hold once all columns are known.
    (void)wanted.cells_of(form.where.columns);
    form.where_cells = wanted.cells_of(form.where);
}

/// What the histories of a book say at a day, with the purchases of so many days after it.
std::vector<customer_summary> known_at(order_book& book, std::int32_t day, std::int32_t holdout_days) {
    return book.summaries({day, days_of_week, holdout_days});
}

void take_histories(const customers_flags& given, order_book& book, customers_request& into) {
    const std::string file = name_of(given.files.front());
    if (book.orders() == 0) {
        throw bad_input(file, book.rows == 0 ? "holds no order" : "holds no order that --where lets through");
    }
    const std::int32_t end = given.end ? last_day_of(*given.end) : book.last_day();
    if (end <= book.first_day()) {
        throw bad_input(
            file, fmt::format("the first order is of {}, and the observation ends on {}: nothing can be "
                              "seen of who comes back",
                              spell(containing(book.first_day(), grain::day)), spell(containing(end, grain::day))));
    }
    into.as_of = spell(containing(end, grain::day));
    forecast_question& q = into.of;
    const std::int32_t later = book.last_day() - end;
    const std::int32_t third = (end - book.first_day()) / 3;
    const bool cut = !given.no_holdout && later <= 0 && end - book.first_day() >= least_span;
    const std::int32_t held_out = given.no_holdout ? 0 : later > 0 ? later : cut ? third : 0;
    q.holdout = held_out / days_of_week;
    q.customers = known_at(book, end, std::max(later, 0));
    if (cut) {
        q.before = known_at(book, end - third, third);
    }
    if (!given.horizon) {
        q.horizon = (held_out > 0 ? held_out : std::max(third, 1)) / days_of_week;
    }
    for (const customer_summary& one : q.customers) {
        into.names.emplace_back(book.name_of_customer(one.customer));
    }
}

}  // namespace

void read_orders(const customers_flags& given, customers_request& into, const streams& io) {
    wanted_cells wanted;
    wanted.columns = columns_of("--orders", *given.orders, 2, 3, "--orders customer,date,amount");
    order_form form;
    form.amounts = wanted.columns.size() == 3;
    if (form.amounts) {
        wanted.number_cells = {2};
    }
    if (given.raw.date_format) {
        plan dates;
        set_date_format(dates, *given.raw.date_format);
        form.date_format = dates.date_format;
    }
    if (given.raw.where) {
        take_where(*given.raw.where, wanted, form);
    }
    order_book book(form, wanted);
    read_in_order(given, wanted, book, io);
    if (book.without_customer() != 0) {
        warn(io, fmt::format("{}: {} order{} without a customer {} left out", name_of(given.files.front()),
                             book.without_customer(), book.without_customer() == 1 ? "" : "s",
                             book.without_customer() == 1 ? "is" : "are"));
    }
    into.of.amounts = form.amounts;
    take_histories(given, book, into);
}

void read_summary(const customers_flags& given, customers_request& into, const streams& io) {
    const std::pair<const char*, bool> of_orders[] = {{"--end", given.end.has_value()},
                                                      {"--where", given.raw.where.has_value()},
                                                      {"--date-format", given.raw.date_format.has_value()},
                                                      {"--no-holdout", given.no_holdout}};
    for (const auto& [flag, is_given] : of_orders) {
        if (is_given) {
            throw bad_usage(std::string(flag) + " is about orders, and --summary names columns of what they came to");
        }
    }
    if (!given.horizon) {
        throw bad_usage("--summary needs --horizon: how far to look ahead, as 26w");
    }
    wanted_cells wanted;
    wanted.columns = columns_of("--summary", *given.summary, 4, 5, "--summary id,x,t_x,T,mean");
    into.of.amounts = wanted.columns.size() == 5;
    for (std::size_t cell = 1; cell < wanted.columns.size(); ++cell) {
        wanted.number_cells.push_back(cell);
    }
    const double days = given.unit ? value_of("--unit", *given.unit, unit_words) : days_of_week;
    history_rows histories(into.of.amounts, days / days_of_week);
    read_in_order(given, wanted, histories, io);
    if (histories.names.empty()) {
        throw bad_input(name_of(given.files.front()), "holds no customer");
    }
    into.of.customers = std::move(histories.customers);
    into.names = std::move(histories.names);
}

}  // namespace cxm
