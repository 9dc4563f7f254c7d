#include "write/sample_answer.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <cxm/histogram.hpp>
#include <cxm/spell.hpp>

#include "write/json/object.hpp"
#include "write/lines.hpp"
#include "write/people.hpp"

namespace cxm {

namespace {

/// Digits enough for a planned number, without those that mean nothing: `10 %`, `5.17 %`.
std::string planned(const metric& m, double value) {
    const bool points = m.shown == as::points;
    const double size = points ? value : value * 100;
    std::string text = fmt::format("{:.2f}", size);
    text.erase(text.find_last_not_of('0') + 1);
    text.erase(text.find_last_not_of('.') + 1);
    return text + (points ? "" : " %");
}

std::string change_in_words(const metric& m, double change) {
    return fmt::format("{}{:.2f} {}", change > 0 ? "+" : "", m.shown == as::points ? change : change * 100,
                       m.shown == as::points ? "points" : "pp");
}

std::string margin_text(const sample_question& q, bool ascii) {
    std::string text = planned(*q.of, *q.margin);
    text = q.of->shown == as::points ? text + " points" : text.substr(0, text.size() - 1) + "pp";
    return (ascii ? "+-" : "±") + text;
}

/// What a plan counts: answers of surveys by that name, else the measure.
std::string counted(const metric& m) { return counts_answers(m) ? "answers" : spell(split(m.value).bottom); }

std::string assumption(const sample_question& q) {
    if (is_net(*q.of)) {
        if (q.variances && q.variances->first != q.variances->second) {
            return "Assumes that answers spread in either group as in its counts.";
        }
        return q.variances
                   ? "Assumes that answers spread as in your counts."
                   : "Worst case: half promoters, half detractors. With the counts of an earlier survey fewer are "
                     "needed.";
    }
    if (!q.margin) {
        return {};
    }
    return q.expected
               ? fmt::format("Assumes a {} of {}.", q.of->key, planned(*q.of, *q.expected))
               : "Worst case: a share of 50 %. If you expect another, such as 80 %, give --expect 80%: fewer are "
                 "needed.";
}

std::string power_text(double power) { return fmt::format("{:.3g} %", power * 100); }

/// `5,000 visitors per group`, or `3,000 and 1,000 visitors`.
std::string sizes_text(const sample_question& q, const sample_answer& a) {
    return is_missing(a.n)
               ? fmt::format("{} and {} {}", people_count(a.ns->first), people_count(a.ns->second), counted(*q.of))
               : fmt::format("{} {} per group", people_count(a.n), counted(*q.of));
}

/// The number asked for.
std::string headline(const sample_question& q, const sample_answer& a) {
    switch (a.is) {
        case sample_answer_kind::size: return fmt::format("{} {}", people_count(a.n), counted(*q.of));
        case sample_answer_kind::size_per_group: return sizes_text(q, a);
        case sample_answer_kind::visible_change:
            return is_missing(a.to) ? change_in_words(*q.of, a.change)
                                    : fmt::format("{}   {}", planned(*q.of, a.to), change_in_words(*q.of, a.change));
        default: return power_text(a.power);
    }
}

/// What the number is of.
std::string meaning(const sample_question& q, const sample_answer& a, bool ascii) {
    const std::string level = people_level(q.level);
    switch (a.is) {
        case sample_answer_kind::size:
            return fmt::format("for {} at {} confidence{}", margin_text(q, ascii), level,
                               q.population ? ", of " + people_count(*q.population) + " people to ask" : "");
        case sample_answer_kind::size_per_group:
            return fmt::format("{} in both groups, for a chance of {} to notice {} instead of {}, at {} confidence",
                               people_count(a.ns->first + a.ns->second), power_text(q.power), planned(*q.of, *q.to),
                               planned(*q.of, *q.from), level);
        case sample_answer_kind::visible_change:
            return is_missing(a.to)
                       ? fmt::format(
                             "with {}, a smaller difference is likely to go unnoticed ({} chance to notice this "
                             "one, at {} confidence)",
                             sizes_text(q, a), power_text(q.power), level)
                       : fmt::format(
                             "with {}, a rise from {} is likely to be noticed only if it reaches {} ({} chance, "
                             "at {} confidence)",
                             sizes_text(q, a), planned(*q.of, *q.from), planned(*q.of, a.to), power_text(q.power),
                             level);
        default:
            return fmt::format("the chance that {} notice {} instead of {}, at {} confidence", sizes_text(q, a),
                               planned(*q.of, *q.to), planned(*q.of, *q.from), level);
    }
}

/// Which group is which where they are not alike.
std::string order_text(const sample_question& q, const sample_answer& a) {
    return a.ns && is_missing(a.n) && q.from && q.to ? fmt::format("The first is that of {}, the second that of {}.",
                                                                   planned(*q.of, *q.from), planned(*q.of, *q.to))
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
        out.left(indent, nothing_varies(q) ? "not known" : "no size would do", style::bad);
        out.end_line();
        out.paragraph(indent, why_no_size(q), drawn.width, style::dim);
        return out.text();
    }
    out.left(indent, headline(q, *a), style::bold);
    out.end_line();
    out.paragraph(indent, meaning(q, *a, drawn.ascii), drawn.width);
    for (const std::string& remark : {order_text(q, *a), assumption(q)}) {
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
