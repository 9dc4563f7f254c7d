#include <algorithm>
#include <numeric>

#include "run/command.hpp"
#include "run/customers_request.hpp"
#include "run/flags/input_flags.hpp"
#include "run/terminal.hpp"
#include "run/warnings.hpp"
#include "text/problem.hpp"
#include "write/customers/formats.hpp"

namespace cxm {

namespace {

struct customers_writer {
    format form;
    std::string (*write)(const customer_list& list, const output_settings& how);
};

constexpr customers_writer customers_writers[] = {
    {format::table,
     [](const customer_list& list, const output_settings& how) { return write_customers(list, how.drawn); }},
    {format::json, [](const customer_list& list, const output_settings&) { return customers_json(list); }},
    {format::csv, [](const customer_list& list, const output_settings& how) { return customers_csv(list, how.texts); }},
    {format::markdown,
     [](const customer_list& list, const output_settings& how) { return customers_markdown(list, how.drawn.say); }},
};

constexpr std::size_t usual_rows = 10;  ///< for people

command_line line_of(customers_flags& r) {
    command_line line = line_for("customers");
    add_row_flags(line, r.rows);
    constexpr const char* rows = "Rows";
    constexpr const char* group = "Question";
    const choices units = words_in(unit_words);
    const choices models = words_in(purchase_words);
    const choices lists = words_in(list_words);
    const std::vector<flag> own = {
        {"--orders", "ID,DATE[,AMOUNT]", "The columns of a row that is an order", &r.orders, rows},
        {"--summary", "ID,X,T_X,T[,MEAN]",
         "Those of a row that is a customer: repeat purchases, time from the first to the last, to the end, mean amount",
         &r.summary, rows},
        {"--count", "COLUMN",
         "How many customers a row of a summary stands for, which then has no id: --summary X,T_X,T[,MEAN]", &r.count,
         rows},
        {"--unit", "UNIT", "Of the times of a summary: " + either(units), &r.unit, rows, units},
        {"--end", "DATE", "The last day to learn from; later orders test the model (the last order's)", &r.end, group},
        {"--horizon", "TIME", "How far to look ahead: 26w, 180d, 12m, 1y (as long as the test)", &r.horizon, group},
        {"--model", "NAME", either(models), &r.model, group, models},
        {"--list", "ORDER", either(lists) + ": which customers come first", &r.list, group, lists},
        {"--first", "N", "List so many (10 in tables, else all)", &r.first, group},
        {"--by", "COLUMN", "What is expected of each segment of customers, by the column of their last known row",
         &r.by, group},
        {"--demand", "TIME", "Orders to be planned for over so long a time, week by week or in longer parts", &r.demand,
         group},
        {"--new", "N[,N…]/PERIOD", "New customers planned with --demand: 40/week, or 120,150/month and so on",
         &r.planned, group},
        {"--discount", "RATE/year", "What later purchases are discounted by: 10%/year", &r.discount, group},
        {"--no-holdout", "", "Leave out the test on the last third of the time", &r.no_holdout, group},
        {"--level", "LEVEL", "Confidence of limits (0.95, or 95%)", &r.level, group}};
    line.flags.insert(line.flags.end(), own.begin(), own.end());
    add_flags(line.flags, r.output, formats_in(customers_writers), {.words = true});
    return line;
}

/// The customers listed: those first in the order, or as they come where there is no order.
std::vector<std::size_t> listed_customers(const customers_request& r, const customer_forecast& of, format form) {
    std::vector<std::size_t> rows;
    if (of.outlooks.empty() && form != format::table && form != format::markdown) {
        rows.resize(of.of.customers.size());
        std::iota(rows.begin(), rows.end(), std::size_t{0});
    } else {
        rows = ranked(of, r.by);
    }
    const bool for_people = form == format::table || form == format::markdown;
    rows.resize(std::min(rows.size(), r.first.value_or(for_people ? usual_rows : rows.size())));
    return rows;
}

}  // namespace

int run_customers(const arguments& given, const streams& io) {
    customers_flags texts;
    const command_line line = line_of(texts);
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    const output_settings output = settled(texts.output, line, formats_in(customers_writers), io);
    if (!names_input(texts.rows.files, io)) {
        put(io, {}, help_of(line));
        return 0;
    }
    if (texts.demand && output.form == format::csv) {
        throw bad_usage("--demand is told by table, json and markdown; a row of CSV is a customer");
    }
    if (!texts.summary) {
        read_plan(texts.rows, &texts.orders, io);
    }
    customers_request asked = settled(texts, io);
    customer_forecast forecast = forecast_of(std::move(asked.of));
    if (texts.summary) {
        forecast.why_no_test = "a summary holds no purchases after the end of the observation";
    } else if (!texts.no_holdout && !(forecast.of.holdout > 0)) {
        forecast.why_no_test = "the orders cover too short a time to hold a third of it out";
    }
    if (texts.demand && !forecast.purchases.has_model) {
        warn(io, "no demand is told of, as there is no model: " + forecast.purchases.reason);
    }
    const customer_list list{
        forecast, {asked.names.begin(), asked.names.end()},       asked.as_of,
        asked.by, listed_customers(asked, forecast, output.form), std::string(output.shown_currency())};
    put_as(io, output, writer_of(output.form, customers_writers)(list, output));
    return 0;
}

}  // namespace cxm
