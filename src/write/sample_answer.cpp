#include "write/sample_answer.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>
#include <cxm/histogram.hpp>
#include <cxm/spell.hpp>

#include "write/json/object.hpp"
#include "write/lines.hpp"
#include "write/people.hpp"

namespace cxm {

namespace {

/// Digits enough for a planned number, without those that mean nothing: `10`, `5.17`.
std::string short_number(double value, const wording& say) {
    std::string text = fmt::format("{:.2f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    text.erase(text.find_last_not_of('.') + 1);
    return say.number(std::move(text));
}

double in_points(const metric& m, double value) { return m.shown == as::points ? value : value * 100; }

std::string percent(std::string number, const wording& say) { return number.append(say.before_percent()) + "%"; }

/// `10 %`, or points as they are.
std::string planned(const metric& m, double value, const wording& say) {
    const std::string number = short_number(in_points(m, value), say);
    return m.shown == as::points ? number : percent(number, say);
}

std::string points_after(const metric& m, std::string number, const wording& say) {
    return m.shown == as::points ? say("{} points", number) : number.append(say.before_unit()).append(say("pp"));
}

std::string change_in_words(const metric& m, double change, const wording& say) {
    const std::string number = say.number(fmt::format("{}{:.2f}", change > 0 ? "+" : "", in_points(m, change)));
    return points_after(m, number, say);
}

std::string margin_text(const sample_question& q, const look& drawn) {
    const std::string number = short_number(in_points(*q.of, *q.margin), drawn.say);
    return (drawn.ascii ? "+-" : "±") + points_after(*q.of, number, drawn.say);
}

/// What a plan counts: answers of surveys by that name, else the measure.
std::string counted(const metric& m, const wording& say) {
    return counts_answers(m) ? std::string(say("answers")) : spell(split(m.value).bottom);
}

std::string assumption(const sample_question& q, const wording& say) {
    if (is_net(*q.of)) {
        if (q.variances && q.variances->first != q.variances->second) {
            return std::string(say("Assumes that answers spread in either group as in its counts."));
        }
        return std::string(
            q.variances ? say("Assumes that answers spread as in your counts.")
                        : say("Worst case: half promoters, half detractors. With the counts of an earlier survey "
                              "fewer are needed."));
    }
    if (!q.margin) {
        return {};
    }
    return q.expected ? say("Assumes a {} of {}.", q.of->key, planned(*q.of, *q.expected, say))
                      : std::string(say("Worst case: a share of 50 %. If you expect another, such as 80 %, give "
                                        "--expect 80%: fewer are needed."));
}

std::string power_text(double power, const wording& say) {
    return percent(say.number(fmt::format("{:.3g}", power * 100)), say);
}

/// `5,000 visitors per group`, or `3,000 and 1,000 visitors`.
std::string sizes_text(const sample_question& q, const sample_answer& a, const wording& say) {
    return is_missing(a.n) ? say("{} and {} {}", people_count(a.ns->first, say), people_count(a.ns->second, say),
                                 counted(*q.of, say))
                           : say("{} {} per group", people_count(a.n, say), counted(*q.of, say));
}

/// The number asked for.
std::string headline(const sample_question& q, const sample_answer& a, const wording& say) {
    switch (a.is) {
        case sample_answer_kind::size: return fmt::format("{} {}", people_count(a.n, say), counted(*q.of, say));
        case sample_answer_kind::size_per_group: return sizes_text(q, a, say);
        case sample_answer_kind::visible_change:
            return is_missing(a.to)
                       ? change_in_words(*q.of, a.change, say)
                       : fmt::format("{}   {}", planned(*q.of, a.to, say), change_in_words(*q.of, a.change, say));
        default: return power_text(a.power, say);
    }
}

/// What the number is of.
std::string meaning(const sample_question& q, const sample_answer& a, const look& drawn) {
    const wording& say = drawn.say;
    const std::string level = people_level(q.level, say);
    const std::string power = power_text(q.power, say);
    const auto value = [&](double of) { return planned(*q.of, of, say); };
    switch (a.is) {
        case sample_answer_kind::size:
            return say("for {} at {} confidence", margin_text(q, drawn), level) +
                   (q.population ? say(", of {} people to ask", people_count(*q.population, say)) : std::string());
        case sample_answer_kind::size_per_group:
            return say("{} in both groups, for a chance of {} to notice {} instead of {}, at {} confidence",
                       people_count(a.ns->first + a.ns->second, say), power, value(*q.to), value(*q.from), level);
        case sample_answer_kind::visible_change:
            return is_missing(a.to)
                       ? say("with {}, a smaller difference is likely to go unnoticed ({} chance to notice this one, "
                             "at {} confidence)",
                             sizes_text(q, a, say), power, level)
                       : say("with {}, a rise from {} is likely to be noticed only if it reaches {} ({} chance, at {} "
                             "confidence)",
                             sizes_text(q, a, say), value(*q.from), value(a.to), power, level);
        default:
            return say("the chance that {} notice {} instead of {}, at {} confidence", sizes_text(q, a, say),
                       value(*q.to), value(*q.from), level);
    }
}

/// Which group is which where they are not alike.
std::string order_text(const sample_question& q, const sample_answer& a, const wording& say) {
    return a.ns && is_missing(a.n) && q.from && q.to ? say("The first is that of {}, the second that of {}.",
                                                           planned(*q.of, *q.from, say), planned(*q.of, *q.to, say))
                                                     : std::string();
}

/// One number where the groups are alike, else one for each.
void append_groups(json_object& to, const std::string& key, const std::optional<of_groups>& groups,
                   void (json_object::*append)(std::string_view key, double value)) {
    if (groups && groups->first == groups->second) {
        (to.*append)(key, groups->first);
    } else if (groups) {
        (to.*append)(key + "_from", groups->first);
        (to.*append)(key + "_to", groups->second);
    }
}

}  // namespace

std::string write_sample(const sample_question& q, const std::optional<sample_answer>& a, const look& drawn) {
    lines out(drawn.colour);
    const std::size_t indent = q.of->key.size() + 2;
    out.left(0, q.of->key);
    if (!a) {
        out.left(indent, drawn.say(nothing_varies(q) ? "not known" : "no size would do"), style::bad);
        out.end_line();
        out.paragraph(indent, drawn.say(why_no_size(q)), drawn.width, style::dim);
        return out.text();
    }
    out.left(indent, headline(q, *a, drawn.say), style::bold);
    out.end_line();
    out.paragraph(indent, meaning(q, *a, drawn), drawn.width);
    for (const std::string& remark : {order_text(q, *a, drawn.say), assumption(q, drawn.say)}) {
        if (!remark.empty()) {
            out.paragraph(indent, remark, drawn.width, style::dim);
        }
    }
    return out.text();
}

std::string sample_json(const sample_question& q, const std::optional<sample_answer>& a) {
    std::string text;
    json_object object(text);
    const auto given = [&](std::string_view key, const std::optional<double>& value) {
        if (value) {
            object.number(key, *value);
        }
    };
    object.text("metric", q.of->key);
    object.text("unit", name(q.of->shown));
    object.text("status", a ? "ok" : "undefined");
    if (!a) {
        object.text("reason", why_no_size(q));
    }
    given("margin", q.margin);
    given("expected", q.expected);
    if (q.population) {
        object.count("population", *q.population);
    }
    append_groups(object, "variance", q.variances, &json_object::number);
    given("from", q.from);
    given("to", a && a->is == sample_answer_kind::visible_change && !is_missing(a->to) ? std::optional(a->to) : q.to);
    if (a && !is_missing(a->change)) {
        object.number("change", a->change);
    }
    if (!q.margin) {
        object.number("power", a && a->is == sample_answer_kind::power ? a->power : q.power);
    }
    object.number("level", q.level);
    if (a && !is_missing(a->n)) {
        object.count("n", a->n);
    } else if (a) {
        append_groups(object, "n", a->ns, &json_object::count);
    }
    if (a && !is_missing(a->exact)) {
        object.number("n_exact", a->exact);
    }
    object.end();
    return text + '\n';
}

}  // namespace cxm
