#include "write/funnel/comparison.hpp"
#include "write/funnel/words.hpp"
#include "write/json/object.hpp"

// Two funnels, for machines.
namespace cxm {

namespace {

void append_estimate(json_object& to, std::string_view key, double value, const std::optional<interval>& limits) {
    json_object one = to.object(key);
    one.number("value", value);
    if (limits) {
        one.number("low", limits->low);
        one.number("high", limits->high);
        one.text("method", limits->method);
    }
    one.end();
}

std::optional<double> gap_of(const step_change& step) {
    return step.before && step.after ? std::optional(*step.after - *step.before) : std::nullopt;
}

void append_side(json_object& to, std::string_view key, const funnel_side& side) {
    json_object one = to.object(key);
    one.text("name", side.name);
    one.count("entered", static_cast<double>(side.people.entered()));
    one.count("entered_late", static_cast<double>(side.people.steps.late_entries));
    one.count("took_all", static_cast<double>(side.people.steps.steps.back().reached));
    one.end();
}

}  // namespace

std::string json_funnel_change(const shown_funnel_change& shown) {
    std::string out;
    json_object change(out);
    change.text("schema", "cxm.funnel_change/1");
    change.number("level", shown.of.limits.level);
    append_side(change, "before", shown.before);
    append_side(change, "after", shown.after);
    json_object whole = change.object("whole");
    whole.number("before", shown.of.before);
    whole.number("after", shown.of.after);
    append_estimate(whole, "change", shown.of.change, shown.of.limits);
    whole.end();
    if (const auto mover = shown.of.mover()) {
        change.count("moved_by_step", static_cast<double>(*mover + 2));
    }
    json_array steps = change.array("steps", "\n ");
    for (std::size_t i = 0; i < shown.of.steps.size(); ++i) {
        const step_change& step = shown.of.steps[i];
        json_object one = steps.object();
        one.count("number", static_cast<double>(i + 2));
        one.text("step", step_title(shown.after.in, i + 1));
        one.number("before", step.before.value_or(not_given));
        one.number("after", step.after.value_or(not_given));
        if (const auto gap = gap_of(step)) {
            append_estimate(one, "change", *gap, step.limits);
        }
        append_estimate(one, "effect", step.effect, step.effect_limits);
        one.end();
    }
    steps.end();
    change.end();
    return out + "\n";
}

std::string csv_funnel_change(const shown_funnel_change& shown) {
    std::string out;
    csv_writer to(out, shown.after.in.texts);
    to.raw("number,step,before,after,change,change_low,change_high,effect,effect_low,effect_high");
    to.end_line();
    const auto append = [&](double value, const std::optional<interval>& limits) {
        to.number(value);
        to.number(limits ? limits->low : not_given);
        to.number(limits ? limits->high : not_given);
    };
    for (std::size_t i = 0; i < shown.of.steps.size(); ++i) {
        const step_change& step = shown.of.steps[i];
        to.count(static_cast<double>(i + 2));
        to.text(step_title(shown.after.in, i + 1));
        to.number(step.before.value_or(not_given));
        to.number(step.after.value_or(not_given));
        append(gap_of(step).value_or(not_given), step.limits);
        append(step.effect, step.effect_limits);
        to.end_line();
    }
    // The whole has no number: a step of it would be counted among its own.
    to.raw("");
    to.text("all steps");
    to.number(shown.of.before);
    to.number(shown.of.after);
    append(shown.of.change, shown.of.limits);
    append(shown.of.change, std::nullopt);
    to.end_line();
    return out;
}

}  // namespace cxm
