#include "write/effects.hpp"

#include <algorithm>
#include <cmath>

#include "text/utf8.hpp"
#include "write/json/object.hpp"
#include "write/lines.hpp"
#include "write/one.hpp"
#include "write/people.hpp"
#include "write/solution.hpp"
#include "write/words.hpp"

namespace cxm {

namespace {

double in_people_units(as shown, double effect) { return is_percentage(shown) ? effect * 100 : effect; }

/// Decimals that give the smallest effect of a column two digits.
int decimals_of(as shown, std::span<const input_effect> effects, std::optional<double> input_effect::*which) {
    constexpr int most = 6;
    int decimals = 1;
    for (const input_effect& e : effects) {
        const double size = std::fabs(in_people_units(shown, (e.*which).value_or(0)));
        if (size > 0 && std::isfinite(size)) {
            decimals = std::max(decimals, 1 - static_cast<int>(std::floor(std::log10(size))));
        }
    }
    return std::min(decimals, most);
}

std::string effect_text(as shown, std::optional<double> effect, int decimals, const wording& say) {
    if (!effect) {
        return "-";
    }
    const double size = in_people_units(shown, *effect);
    const as in = shown == as::seconds ? as::seconds : as::score;
    std::string text = people_number(in, size, std::fabs(size) >= 100 ? 0 : decimals, say);
    return size > 0 ? "+" + text : text;
}

style style_of(const metric& m, std::optional<double> effect) {
    if (!effect || *effect == 0) {
        return style::plain;
    }
    return (*effect > 0) == (m.better == good::higher) ? style::good : style::bad;
}

std::string_view unit_text(const metric& m, const notation& in) {
    if (is_percentage(m.shown)) {
        return in.say("percentage points");
    }
    switch (m.shown) {
        case as::points: return in.say("points");
        case as::money: return in.currency.empty() ? in.say("money") : in.currency;
        case as::multiple: return in.say("multiples of 1");
        case as::count: return in.say("counted");
        default: return in.say("steps of the scale");
    }
}

}  // namespace

std::string write_effects(const result& now, std::span<const input_effect> effects, std::string_view currency,
                          const look& drawn) {
    const metric& m = *now.of;
    if (!now.comes_to.ok()) {
        return write_one(now, currency, drawn);
    }
    const notation in{currency, drawn.ascii, drawn.say};
    lines out(drawn.colour);
    std::size_t keys = m.key.size();
    std::size_t inputs = display_width(in.say("now"));
    const std::string_view one_title = in.say("with one more");
    const std::string_view percent_title = in.say("with 1 % more");
    std::size_t ones = display_width(one_title);
    std::size_t percents = display_width(percent_title);
    std::string fixed_inputs;
    const int one_decimals = decimals_of(m.shown, effects, &input_effect::plus_one);
    const int percent_decimals = decimals_of(m.shown, effects, &input_effect::plus_percent);
    for (const input_effect& e : effects) {
        keys = std::max(keys, e.of->key.size());
        inputs = std::max(inputs, display_width(people_input(*e.of, e.input, in)));
        ones = std::max(ones, display_width(effect_text(m.shown, e.plus_one, one_decimals, in.say)));
        percents = std::max(percents, display_width(effect_text(m.shown, e.plus_percent, percent_decimals, in.say)));
        if (!e.plus_one) {
            fixed_inputs.append(fixed_inputs.empty() ? "" : ", ").append(e.of->key);
        }
    }
    const std::string value = people_value(m, now.comes_to.value, in);
    inputs = std::max(inputs, display_width(value));
    const std::size_t input_end = keys + 2 + inputs;
    const std::size_t one_end = input_end + 3 + ones;
    const std::size_t percent_end = one_end + 3 + percents;
    out.right(input_end, in.say("now"), style::dim);
    out.right(one_end, one_title, style::dim);
    out.right(percent_end, percent_title, style::dim);
    out.end_line();
    out.left(0, m.key);
    out.right(input_end, value, style::bold);
    out.left(input_end + 3,
             m.shown == as::seconds ? in.say("changes by:") : in.say("changes by, in {}:", unit_text(m, in)),
             style::dim);
    out.end_line();
    for (const input_effect& e : effects) {
        out.left(0, e.of->key);
        out.right(input_end, people_input(*e.of, e.input, in));
        out.right(one_end, effect_text(m.shown, e.plus_one, one_decimals, in.say), style_of(m, e.plus_one));
        out.right(percent_end, effect_text(m.shown, e.plus_percent, percent_decimals, in.say),
                  style_of(m, e.plus_percent));
        out.end_line();
    }
    if (!fixed_inputs.empty()) {
        out.paragraph(0, in.say("-: {} cannot go up by 1.", fixed_inputs), drawn.width, style::dim);
    }
    return out.text();
}

std::string effects_json(const result& now, std::span<const input_effect> effects) {
    std::string text;
    json_object object(text);
    object.text("metric", now.of->key);
    object.number("value", now.comes_to.ok() ? now.comes_to.value : not_given);
    object.text("unit", name(now.of->shown));
    object.text("status", name(now.comes_to.is));
    if (!now.comes_to.ok()) {
        object.text("reason", why_no_value(now));
    }
    json_array each = object.array("effects");
    for (const input_effect& e : effects) {
        json_object one = each.object();
        one.text("measure", e.of->key);
        one.number("input", e.input);
        one.number("plus_one", e.plus_one.value_or(not_given));
        one.number("plus_percent", e.plus_percent.value_or(not_given));
        one.end();
    }
    each.end();
    object.end();
    return text + '\n';
}

std::string effects_csv(const result& now, std::span<const input_effect> effects, csv_texts texts) {
    std::string text = "metric,measure,input,plus_one,plus_percent,unit\n";
    csv_writer to(text, texts);
    for (const input_effect& e : effects) {
        to.text(now.of->key);
        to.text(e.of->key);
        to.number(e.input);
        to.number(e.plus_one.value_or(not_given));
        to.number(e.plus_percent.value_or(not_given));
        to.raw(name(now.of->shown));
        to.end_line();
    }
    return text;
}

}  // namespace cxm
