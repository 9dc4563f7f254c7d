#include "write/sample_answer.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
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

std::string counted(const metric& m) { return is_net(m) ? "answers" : spell(split(m.value).bottom); }

std::string assumption(const sample_question& q) {
    if (is_net(*q.of)) {
        return q.variance
                   ? fmt::format("Taken: answers that vary as those given (variance {:.3g} of at most 1).", *q.variance)
                   : "Worst case: half promoters, half detractors. The counts of an earlier survey make it smaller.";
    }
    if (!q.margin) {
        return {};
    }
    return q.expected ? fmt::format("Taken: a {} of {}.", q.of->key, planned(*q.of, *q.expected))
                      : "Worst case: a share of 50 %. --expect makes it smaller.";
}

std::string power_text(double power) { return fmt::format("{:.3g} %", power * 100); }

/// The number asked for.
std::string headline(const sample_question& q, const sample_answer& a) {
    switch (a.is) {
        case sample_answer_kind::size: return fmt::format("{} {}", people_count(a.n), counted(*q.of));
        case sample_answer_kind::size_per_group:
            return fmt::format("{} {} per group", people_count(a.n), counted(*q.of));
        case sample_answer_kind::visible_change:
            return is_missing(a.to) ? change_in_words(*q.of, a.change)
                                    : fmt::format("{}   {}", planned(*q.of, a.to), change_in_words(*q.of, a.change));
        default: return "power " + power_text(a.power);
    }
}

/// What the number is of.
std::string meaning(const sample_question& q, const sample_answer& a, bool ascii) {
    const std::string level = people_level(q.level);
    switch (a.is) {
        case sample_answer_kind::size: return fmt::format("for {} at {} confidence", margin_text(q, ascii), level);
        case sample_answer_kind::size_per_group:
            return fmt::format("{} in both groups, to tell {} from {} with a power of {}, at {} confidence",
                               people_count(2 * a.n), planned(*q.of, *q.to), planned(*q.of, *q.from),
                               power_text(q.power), level);
        case sample_answer_kind::visible_change:
            return fmt::format("the smallest {} that {} {} per group tell{} with a power of {}, at {} confidence",
                               is_missing(a.to) ? "difference" : "value above", people_count(a.n), counted(*q.of),
                               is_missing(a.to) ? "" : " from " + planned(*q.of, *q.from), power_text(q.power), level);
        default:
            return fmt::format("the chance that {} {} per group tell {} from {}, at {} confidence", people_count(a.n),
                               counted(*q.of), planned(*q.of, *q.to), planned(*q.of, *q.from), level);
    }
}

}  // namespace

std::string write_sample(const sample_question& q, const std::optional<sample_answer>& a, const look& drawn) {
    lines out(drawn.colour);
    const std::size_t indent = q.of->key.size() + 2;
    out.left(0, q.of->key);
    if (!a) {
        out.left(indent, "no size would do", style::bad);
        out.end_line();
        out.paragraph(indent,
                      q.to ? "The two values are the same." : "Even the largest value is too close to be told from it.",
                      drawn.width, style::dim);
        return out.text();
    }
    out.left(indent, headline(q, *a), style::bold);
    out.end_line();
    out.paragraph(indent, meaning(q, *a, drawn.ascii), drawn.width);
    out.paragraph(indent, assumption(q), drawn.width, style::dim);
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
    given("margin", q.margin);
    given("expected", q.expected);
    given("variance", q.variance);
    given("from", q.from);
    given("to", a && a->is == sample_answer_kind::visible_change && !is_missing(a->to) ? std::optional(a->to) : q.to);
    if (a && !is_missing(a->change)) {
        object.number("change", a->change);
    }
    if (!q.margin) {
        object.number("power", a && a->is == sample_answer_kind::power ? a->power : q.power);
    }
    object.number("level", q.level);
    if (a) {
        object.count("n", a->n);
    }
    if (a && !is_missing(a->exact)) {
        object.number("n_exact", a->exact);
    }
    object.end();
    return text + '\n';
}

}  // namespace cxm
