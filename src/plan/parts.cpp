#include <algorithm>
#include <charconv>
#include <utility>

#include "plan/plan.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "values/dates.hpp"
#include "values/moment.hpp"

namespace cxm {

namespace {

constexpr std::string_view grains[] = {"day", "week", "month", "quarter", "year"};

bool parse_int(std::string_view text, int& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && !text.empty();
}

}  // namespace

void set_scale(plan::survey& s, std::string_view text) {
    const std::size_t dots = text.find("..");
    int worst = 0;
    int best = 0;
    constexpr int largest = 100;
    if (dots == std::string_view::npos || !parse_int(text.substr(0, dots), worst) ||
        !parse_int(text.substr(dots + 2), best) || std::min(worst, best) < 0 || std::max(worst, best) > largest ||
        worst == best) {
        throw bad_usage(quote_of(text) + " is not a scale: two whole numbers from 0 to 100, as 1..5");
    }
    s.low = std::min(worst, best);
    s.high = std::max(worst, best);
    s.reversed = worst > best;
}

grain parse_grain(std::string_view name) {
    for (int i = 0; i < 5; ++i) {
        if (grains[i] == name) {
            return static_cast<grain>(i + 1);
        }
    }
    throw bad_usage(quote_of(name) + " is not a grain: day, week, month, quarter or year" +
                    did_you_mean(name, {std::begin(grains), std::end(grains)}));
}

void add_period(plan& p, std::string_view text) {
    if (!p.period.empty() || p.every != grain::free) {
        const std::string of = p.every == grain::free ? "" : ":" + std::string(name(p.every));
        throw bad_usage("the period is given twice: " + quote_of(p.period + of) + " and " + quote_of(text));
    }
    const std::size_t colon = text.rfind(':');
    if (colon != std::string_view::npos) {
        p.every = parse_grain(text.substr(colon + 1));
    }
    p.period = text.substr(0, colon);
    if (text.empty()) {
        throw bad_usage("a period is COLUMN:GRAIN, as answered_at:month");
    }
}

blank_text parse_blank(std::string_view text) {
    const std::size_t equals = text.find('=');
    const bool of_one = equals != std::string_view::npos && equals > 0;
    const std::string_view column = of_one ? text.substr(0, equals) : std::string_view();
    const std::string_view blank = of_one ? text.substr(equals + 1) : text;
    if (blank.empty()) {
        throw bad_usage("a blank is the text that stands for one, as N/A; an empty cell is blank by itself");
    }
    return {std::string(blank), std::string(column)};
}

void add_blank(plan& p, std::string_view text) { p.blanks.push_back(parse_blank(text)); }

void add_label(plan& p, std::string_view text) {
    const std::size_t equals = text.find('=');
    const std::string_view column = equals == std::string_view::npos ? text : text.substr(equals + 1);
    if (column.empty() || equals == 0) {
        throw bad_usage(quote_of(text) + " is not a label: COLUMN, or LABEL=COLUMN");
    }
    p.by.push_back({std::string(text.substr(0, equals)), std::string(column)});
}

void add_where(plan& p, std::string_view text) {
    plan::row_condition added{parse_condition(text), std::string(text)};
    if (!p.where.text.empty()) {
        const std::string joined = "(" + p.where.text + ") and (" + added.text + ")";
        added = {parse_condition(joined), joined};
    }
    p.where = std::move(added);
}

/// The part after the last colon is a scale if it looks like one; that after the last before a bar is what cells say.
void add_survey(plan& p, const survey_kind& of, std::string_view text) {
    plan::survey given{&of, std::string(text), of.low, of.high};
    const std::size_t bar = text.find('|');
    const std::size_t colon = text.rfind(':', bar);
    if (colon != std::string_view::npos && bar != std::string_view::npos) {
        set_answers(given, text.substr(colon + 1));
        given.column = text.substr(0, colon);
    } else if (colon != std::string_view::npos && text.find("..", colon) != std::string_view::npos) {
        set_scale(given, text.substr(colon + 1));
        given.column = text.substr(0, colon);
    }
    if (given.column.empty()) {
        throw bad_usage("a survey needs a column: COLUMN, or COLUMN:1..5");
    }
    add_survey(p, std::move(given));
}

void add_survey(plan& p, plan::survey given) {
    if (const plan::survey* const before = p.find(*given.of)) {
        throw bad_usage(std::string(given.of->key) + " is given twice: " + quote_of(before->column) + " and " +
                        quote_of(given.column));
    }
    const auto behind =
        std::find_if(p.surveys.begin(), p.surveys.end(), [&](const plan::survey& s) { return s.of > given.of; });
    p.surveys.insert(behind, std::move(given));
}

void add_measure(plan& p, std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0) {
        throw bad_usage(quote_of(text) + " is not NAME=EXPRESSION, as revenue='sum spend'");
    }
    const std::string_view counted = text.substr(equals + 1);
    own_name says = parse_own_name(text.substr(0, equals));
    p.measures.push_back({says.key, parse_expression(counted), std::string(counted), says});
}

void add_subscriptions(plan& p, std::string_view text) {
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos || comma == 0 || comma + 1 == text.size()) {
        throw bad_usage(quote_of(text) + " is not START,END: the columns of the first and last day of a stay");
    }
    if (p.subscriptions) {
        throw bad_usage("subscriptions are given twice");
    }
    p.subscriptions = plan::stays{std::string(text.substr(0, comma)), std::string(text.substr(comma + 1))};
}

void set_date_format(plan& p, std::string_view format) {
    if (const std::string objection = objection_to_format(format); !objection.empty()) {
        const std::string meant = format_of_letters(format);
        throw bad_usage("the date format " + quote_of(format) + " " + objection +
                        (meant.empty() ? "" : "; write " + meant));
    }
    if (!p.date_format.empty()) {
        throw bad_usage("the date format is given twice: " + quote_of(p.date_format) + " and " + quote_of(format));
    }
    p.date_format = format;
}

void set_time_zone(plan& p, std::string_view zone) {
    (void)parse_zone_wanted(zone);
    if (!p.time_zone.empty()) {
        throw bad_usage("the time zone is given twice: " + quote_of(p.time_zone) + " and " + quote_of(zone));
    }
    p.time_zone = zone;
}

void set_weight(plan& p, std::string_view column) {
    if (column.empty() || !p.weight.empty()) {
        throw bad_usage(column.empty()
                            ? "a weight is a column"
                            : "the weight is given twice: " + quote_of(p.weight) + " and " + quote_of(column));
    }
    p.weight = column;
}

}  // namespace cxm
