#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "plan/label_source.hpp"
#include "plan/plan.hpp"
#include "plan/seconds_in_plan.hpp"
#include "text/pieces.hpp"
#include "text/problem.hpp"
#include "values/length_of_time.hpp"
#include "values/points_in_time.hpp"

namespace cxm {

namespace {

constexpr std::pair<std::string_view, counted_row> counted_words[] = {
    {"first", counted_row::first}, {"last", counted_row::last}, {"same", counted_row::same}};

constexpr std::int64_t longest_length = 36525 * microseconds_a_day;

constexpr grain grains_of_keys[] = {grain::day, grain::week, grain::month, grain::quarter, grain::year};

/// The columns between commas, from `least` on to `most`; throws bad_usage, where `meaning` is what was wanted.
std::vector<std::string> columns_in(std::string_view text, std::size_t least, std::size_t most, const char* meaning) {
    std::vector<std::string> columns;
    for (const std::string_view column : between_commas(text)) {
        columns.emplace_back(trimmed(column));
    }
    if (columns.size() < least || columns.size() > most ||
        std::find(columns.begin(), columns.end(), "") != columns.end()) {
        throw bad_usage(fmt::format("{} is not {}: names of columns", quote_of(text), meaning));
    }
    columns.resize(most);
    return columns;
}

std::int64_t length_in(std::string_view text, const char* of) {
    const auto length = parse_length_of_time(text);
    if (!length || *length <= 0) {
        throw bad_usage(std::string(of) + ": " +
                        (length ? quote_of(text) + " is no time; write 90d" : objection_to_length_of_time(text)));
    }
    if (*length > longest_length) {
        throw bad_usage(std::string(of) + ": " + quote_of(text) + " is over a hundred years");
    }
    return *length;
}

}  // namespace

void add_people(plan& p, std::string_view text) {
    const std::vector<std::string> columns = columns_in(text, 1, 2, "ID,TIME, or of subscriptions ID");
    const people_source given{columns[0], columns[1]};
    if (p.people && *p.people != given) {
        throw bad_usage("it is said twice whose rows these are: by " + quote_of(p.people->id) + " and by " +
                        quote_of(given.id));
    }
    p.people = given;
}

void add_orders(plan& p, std::string_view text) {
    const std::vector<std::string> columns = columns_in(text, 2, 3, "ID,TIME or ID,TIME,AMOUNT");
    if (p.orders) {
        throw bad_usage("the orders are given twice: " + quote_of(p.orders->id + "," + p.orders->time) + " and " +
                        quote_of(text));
    }
    p.orders = order_source{columns[0], columns[1], columns[2]};
}

void set_lost_after(plan& p, std::string_view text) {
    if (!p.orders) {
        throw bad_usage("the time after which customers are lost is that without orders, and none are counted; give "
                        "--orders ID,TIME");
    }
    if (p.orders->lost_after) {
        throw bad_usage("the time after which customers are lost is given twice: " +
                        spell_length_of_time(*p.orders->lost_after) + " and " + shown(text));
    }
    p.orders->lost_after = length_in(text, "lost after");
}

void add_amounts(plan& p, std::string_view text) {
    const std::vector<std::string> columns = columns_in(text, 3, 3, "ID,MONTH,MRR");
    if (p.amounts) {
        throw bad_usage("the amounts are given twice: " + quote_of(p.amounts->amount) + " and " + quote_of(columns[2]));
    }
    p.amounts = amount_source{columns[0], columns[1], columns[2]};
}

void set_rejoin_within(plan& p, std::string_view text) {
    if (!p.subscriptions) {
        throw bad_usage("people rejoin subscriptions, and none are counted; give --subscriptions START,END");
    }
    if (p.subscriptions->rejoin_within) {
        throw bad_usage("the time within which people rejoin is given twice");
    }
    p.subscriptions->rejoin_within = length_in(text, "rejoin within");
}

void add_leaving(plan& p, std::string_view text) {
    if (!p.subscriptions) {
        throw bad_usage("people leave subscriptions, and none are counted; give --subscriptions START,END");
    }
    if (!p.subscriptions->leaving.text.empty()) {
        throw bad_usage("which ends are those of people who leave is said twice");
    }
    p.subscriptions->leaving = {parse_condition(text), std::string(text)};
}

/// Behind the last colon which row counts, and of the columns the last may be a period.
void set_one_per(plan& p, std::string_view text) {
    if (p.one_per) {
        throw bad_usage("one row per key is given twice: " + quote_of(spell(*p.one_per)) + " and " + quote_of(text));
    }
    one_per_key key;
    std::string_view columns = text;
    const std::size_t colon = text.rfind(':');
    for (const auto& [word, counts] : counted_words) {
        if (colon != std::string_view::npos && trimmed(text.substr(colon + 1)) == word) {
            key.counts = counts;
            columns = text.substr(0, colon);
        }
    }
    key.columns = columns_in(columns, 1, between_commas(columns).size(), "KEY[, PERIOD][:first|last|same]");
    for (const grain each : grains_of_keys) {
        if (key.columns.size() > 1 && key.columns.back() == name(each)) {
            key.every = each;
            key.columns.pop_back();
            break;
        }
    }
    p.one_per = std::move(key);
}

std::string spell(const one_per_key& key) {
    std::string text = fmt::format("{}", fmt::join(key.columns, ", "));
    text += key.every == grain::free ? "" : ", " + std::string(name(key.every));
    return key.counts == counted_row::first
               ? text
               : text + ":" + std::string(counted_words[static_cast<std::size_t>(key.counts)].first);
}

std::string time_of_keys(const plan& p) {
    if (p.people && !p.people->time.empty()) {
        return p.people->time;
    }
    if (p.orders) {
        return p.orders->time;
    }
    if (p.amounts) {
        return p.amounts->month;
    }
    if (!p.period.empty() && p.every != grain::free) {
        return p.period;
    }
    return p.subscriptions ? p.subscriptions->start : std::string();
}

bool has_seconds(const plan& p) {
    return p.where.meets.has_seconds() ||
           std::any_of(p.measures.begin(), p.measures.end(), [](const plan::own_measure& m) {
               return m.counted.summand.has_seconds() || m.counted.where.has_seconds();
           });
}

bool reads_dates(const plan& p) {
    const auto tells_time = [](const plan::label& label) {
        const label_source::kind is = parse_label_source(label.column).is;
        return is == label_source::kind::weekday || is == label_source::kind::hour;
    };
    return p.every != grain::free || p.orders || p.amounts || (p.one_per && !time_of_keys(p).empty()) ||
           std::any_of(p.by.begin(), p.by.end(), tells_time) || has_seconds(p);
}

}  // namespace cxm
