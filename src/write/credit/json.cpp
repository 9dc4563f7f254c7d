#include "values/points_in_time.hpp"
#include "write/credit/formats.hpp"
#include "write/credit/words.hpp"
#include "write/json/object.hpp"

namespace cxm {

namespace {

void append_channel(json_array& to, const shown_credit& shown, const model_credit& model, std::size_t channel) {
    json_object one = to.object();
    one.text("channel", shown.of.from.channels[channel]);
    one.number("conversions", model.credit.conversions[channel]);
    one.number("share", model.credit.conversions[channel] / shown.of.conversions);
    if (!model.limits.channels.empty()) {
        const credit_limits& limits = model.limits.channels[channel];
        one.number("share_low", limits.share.low);
        one.number("share_high", limits.share.high);
        one.number("share_error", limits.share_error);
    }
    if (shown.of.asked.has_values) {
        one.number("value", model.credit.value[channel]);
    }
    if (!model.credit.removal_effect.empty()) {
        one.number("removal_effect", model.credit.removal_effect[channel]);
    }
    if (const auto cost = cost_of(shown.of, channel)) {
        one.number("cost", *cost);
        one.number("cost_per_conversion", cost_per_conversion(shown.of, model, channel));
        if (shown.of.asked.has_values) {
            one.number("return_on_cost", return_on_cost(shown.of, model, channel));
        }
    }
    one.end();
}

void append_model(json_array& to, const shown_credit& shown, const model_credit& model) {
    json_object one = to.object();
    one.text("model", model.by->name);
    one.text_if_any("reason", model.why);
    if (model.credit.p_conversion) {
        one.number("p_conversion", *model.credit.p_conversion);
    }
    json_array channels = one.array("channels", "\n  ");
    if (model.why.empty()) {
        for (const std::size_t channel : shown.of.channels_met()) {
            append_channel(channels, shown, model, channel);
        }
    }
    channels.end();
    one.end();
}

}  // namespace

std::string json_credit(const shown_credit& shown) {
    const credit_reading& of = shown.of;
    std::string out;
    json_object credit(out);
    credit.text("schema", "cxm.attribution/1");
    credit.text("caution", no_cause);
    if (of.asked.resamples != 0) {
        credit.number("level", of.asked.level);
        credit.count("resamples", static_cast<double>(of.asked.resamples));
    }
    if (of.from.end) {
        credit.number("lookback_seconds",
                      static_cast<double>(of.asked.lookback) / static_cast<double>(microseconds_a_second));
        credit.text("until", moment_text(*of.from.end));
        credit.count("people", static_cast<double>(of.from.people));
        credit.count("open_paths", static_cast<double>(of.from.unused.open_paths));
        credit.count("conversions_without_touch", static_cast<double>(of.from.unused.conversions_without_touch));
        credit.count("touches_dropped", static_cast<double>(of.from.unused.touches_dropped));
        credit.count("touches_tied", static_cast<double>(of.from.tied));
    }
    credit.number("conversions", of.conversions);
    credit.number("null_paths", of.nulls);
    if (of.asked.has_values) {
        credit.number("value", of.value);
    }
    credit.text_if_any("currency", shown.currency);
    json_array models = credit.array("models", "\n ");
    for (const model_credit& model : of.models) {
        append_model(models, shown, model);
    }
    models.end();
    credit.end();
    return out + "\n";
}

}  // namespace cxm
