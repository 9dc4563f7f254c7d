#include "run/customers_request.hpp"

#include <cmath>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "run/flags/interval_flags.hpp"
#include "run/flags/rate_flag.hpp"
#include "run/flags/time_span.hpp"
#include "text/pieces.hpp"
#include "text/problem.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

constexpr double discount_steps = 12;
constexpr std::size_t most_segments = 200;

/// Days of the stretches of time in which new customers are planned.
constexpr word_for<double> planning_words[] = {
    {"day", 1}, {"week", 7}, {"month", 30.4375}, {"quarter", 91.3125}, {"year", 365.25}};

double discount_of_step(const std::string& text, double horizon_weeks) {
    const dated_rate rate = rate_of("--discount", text);
    if (rate.per == grain::free) {
        throw bad_usage("--discount: " + quote_of(text) + " is of no stretch of time; write 10%/year");
    }
    const double steps_per_year = discount_steps * 365.25 / days_a_week / horizon_weeks;
    return per_period("--discount", rate, steps_per_year);
}

std::size_t rows_listed_of(const std::string& text) {
    const auto number = parse_number(text);
    if (!number || *number < 1 || *number > 1e9 || *number != std::floor(*number)) {
        throw bad_usage("--first: " + quote_of(text) + " is no whole number from 1 on");
    }
    return static_cast<std::size_t>(*number);
}

/// `120/month`, or `120,150/month`, of which the last goes on.
void read_planned(const std::string& text, demand_question& into) {
    const std::size_t slash = text.find('/');
    const auto refuse = [&] {
        throw bad_usage("--new: " + quote_of(text) + " is no number of new customers; write 40/week, or 120,150/month");
    };
    if (slash == text.npos) {
        refuse();
    }
    into.every = value_of("--new N/", text.substr(slash + 1), planning_words) / days_a_week;
    for (const std::string_view one : between_commas(std::string_view(text).substr(0, slash))) {
        const auto number = parse_number(one);
        if (!number || *number < 0 || *number > 1e9) {
            refuse();
        }
        into.new_customers.push_back(*number);
    }
}

std::optional<demand_question> demand_of(const customers_flags& given) {
    if (given.planned && !given.demand) {
        throw bad_usage("--new goes with --demand TIME: the time that is planned for");
    }
    if (!given.demand) {
        return std::nullopt;
    }
    demand_question asked{weeks_of("--demand", *given.demand)};
    if (given.planned) {
        read_planned(*given.planned, asked);
    }
    return asked;
}

}  // namespace

customers_request settled(const customers_flags& given, const streams& io) {
    if (given.orders.has_value() == given.summary.has_value()) {
        throw bad_usage(given.orders ? "--orders and --summary are two ways to say what the rows are; give one"
                                     : "nothing says what the rows are: give --orders customer,date,amount, or "
                                       "--summary id,x,t_x,T,mean");
    }
    if (given.count && given.orders) {
        throw bad_usage("--count is of rows of a summary that stand for several customers; orders are counted");
    }
    if (given.unit && given.orders) {
        throw bad_usage("--unit is that of times in a summary; orders have dates");
    }
    customers_request r;
    r.of.model = given.model ? value_of("--model", *given.model, purchase_words) : r.of.model;
    r.by = given.list ? value_of("--list", *given.list, list_words) : r.by;
    r.first = given.first ? std::optional(rows_listed_of(*given.first)) : std::nullopt;
    r.of.level = given.level ? level_of(*given.level) : r.of.level;
    r.of.horizon = given.horizon ? weeks_of("--horizon", *given.horizon) : 0;
    if (given.orders) {
        read_order_rows(given, r, io);
    } else {
        read_summary(given, r, io);
    }
    if (r.of.segments.names.size() > most_segments) {
        throw bad_usage(fmt::format("--by: {} has {} different values, and a segment each helps nobody ({} at most)",
                                    quote_of(*given.by), r.of.segments.names.size(), most_segments));
    }
    r.of.demand = demand_of(given);
    if (given.discount && !r.of.amounts) {
        throw bad_usage("--discount is of money, and no amounts are given; name their column");
    }
    r.of.discount = given.discount ? discount_of_step(*given.discount, r.of.horizon) : 0;
    return r;
}

}  // namespace cxm
