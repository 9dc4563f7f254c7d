#include "results/worth.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <cxm/compare/rates.hpp>
#include <cxm/dimension.hpp>

#include "records/inputs_of_row.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "values/document.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

const metric& metric_named(std::string_view key, const catalogue& known) {
    if (const metric* const m = known.find_metric(key)) {
        return *m;
    }
    std::vector<std::string_view> keys;
    for (const metric* m : known.metrics()) {
        keys.push_back(m->key);
    }
    throw bad_usage("unknown metric " + quote_of(key) + did_you_mean(key, keys));
}

price checked(const metric& m, const std::string& text, double amount) {
    if (amount < 0) {
        throw bad_usage(fmt::format("{}: {} is below 0; what one is worth is said without a sign, and a change for the "
                                    "better is a gain",
                                    m.key, text));
    }
    if (const std::string why = why_not_priced(m); !why.empty()) {
        throw bad_usage(why);
    }
    return {&m, amount};
}

/// Of a rate only the ratio has limits that never contradict its test; money needs those of the difference.
std::optional<interval> limits_of_change(const metric& m, const contrast& change, const priced_side& before,
                                         const priced_side& after) {
    if (change.limits || !change.relative_limits || inference_of(m) != inference::rate) {
        return change.limits;
    }
    const fraction sides = split(m.value);
    const auto rate_of = [&](const priced_side& side) {
        const std::vector<double> inputs = inputs_of_row(m, side.rows, side.row);
        return event_rate{evaluate(sides.top, inputs).value, evaluate(sides.bottom, inputs).value};
    };
    return rate_difference(rate_of(before), rate_of(after), change.relative_limits->level).limits;
}

double count_of(const metric& m, const priced_side& side) {
    if (m.chain != chained::no && side.rows.is_joined(side.row)) {
        return side.figure.n;
    }
    return evaluate(split(m.value).bottom, inputs_of_row(m, side.rows, side.row)).value;
}

}  // namespace

std::string why_not_priced(const metric& m) {
    const fraction sides = split(m.value);
    const bool is_fraction = !sides.top.empty() && !sides.bottom.empty() && m.limits == nullptr;
    if (is_fraction && dimension(sides.bottom) == unit::answers) {
        return fmt::format(
            "{} is of those who answered, and its worth hangs on how many customers there are, which answers "
            "do not say",
            m.key);
    }
    if (m.shown == as::money || (is_fraction && dimension(sides.top) == unit::money)) {
        return fmt::format("{} is made of money already, so a price of it says nothing", m.key);
    }
    if (!is_fraction || !is_count(dimension(sides.bottom))) {
        return fmt::format("{} is no part of a number of people or things, so nothing says how many its change is of",
                           m.key);
    }
    return {};
}

price price_of(const std::string& text, const catalogue& known) {
    const std::size_t equals = text.find('=');
    if (equals == text.npos || equals == 0) {
        throw bad_usage("--worth: " + quote_of(text) + " is no METRIC=VALUE; write return_rate=12");
    }
    const std::string amount = text.substr(equals + 1);
    const auto number = parse_number(amount);
    if (!number) {
        throw bad_usage("--worth: " + quote_of(amount) + " is no amount; write return_rate=12");
    }
    try {
        return checked(metric_named(std::string_view(text).substr(0, equals), known), amount, *number);
    } catch (const bad_usage& wrong) {
        throw bad_usage(std::string("--worth: ") + wrong.what());
    }
}

std::vector<price> read_prices(std::string_view json, const std::string& file, const catalogue& known) {
    const document root = parse_document(json, file);
    const document* const list = root.is == document::kind::object ? root.find("worth") : nullptr;
    std::vector<price> prices;
    if (list == nullptr) {
        return prices;
    }
    for (const auto& [key, written] : expect(*list, document::kind::object, file, "\"worth\"").members) {
        const auto number = parse_number(expect(written, document::kind::number, file, "the worth of " + key).text);
        if (!number) {
            throw bad_input(place(file, written), quote_of(written.text) + " is no amount");
        }
        try {
            prices.push_back(checked(metric_named(key, known), written.text, *number));
        } catch (const bad_usage& wrong) {
            throw bad_input(place(file, written), std::string("worth: ") + wrong.what());
        }
    }
    return prices;
}

priced_change priced(const price& p, const contrast& change, const priced_side& before, const priced_side& after,
                     bool spans_differ) {
    priced_change made{p.each};
    if (!change.change || spans_differ) {
        made.why = change.change ? "the sides span different lengths of time" : std::string(change.why);
        return made;
    }
    const metric& m = *p.of;
    made.n = count_of(m, after);
    const double times = (m.better == good::higher ? 1 : -1) * made.n * p.each;
    made.value = *change.change * times + 0.0;
    if (const auto limits = limits_of_change(m, change, before, after)) {
        const double one = limits->low * times;
        const double other = limits->high * times;
        made.limits = interval{std::min(one, other) + 0.0, std::max(one, other) + 0.0, limits->level, limits->method};
    } else {
        made.why = change.relative_limits ? "only the ratio has one" : std::string(change.why);
    }
    return made;
}

}  // namespace cxm
