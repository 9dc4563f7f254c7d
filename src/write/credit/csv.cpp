#include "write/credit/formats.hpp"
#include "write/credit/words.hpp"

namespace cxm {

namespace {

void append_channel(csv_writer& to, const shown_credit& shown, const model_credit& model, std::size_t channel) {
    const bool has_credit = !model.credit.conversions.empty();
    const double conversions = has_credit ? model.credit.conversions[channel] : not_given;
    to.text(model.by->name);
    to.text(shown.of.from.channels[channel]);
    to.number(conversions);
    to.number(conversions / shown.of.conversions);
    if (shown.of.asked.resamples != 0) {
        const bool has_limits = !model.limits.channels.empty();
        to.number(has_limits ? model.limits.channels[channel].share.low : not_given);
        to.number(has_limits ? model.limits.channels[channel].share.high : not_given);
    }
    if (shown.of.asked.has_values) {
        to.number(has_credit ? model.credit.value[channel] : not_given);
    }
    if (!shown.of.costs.empty()) {
        to.number(cost_of(shown.of, channel).value_or(not_given));
        to.number(cost_per_conversion(shown.of, model, channel));
        if (shown.of.asked.has_values) {
            to.number(return_on_cost(shown.of, model, channel));
        }
    }
    to.text(model.why);
    to.end_line();
}

}  // namespace

std::string csv_credit(const shown_credit& shown) {
    std::string out;
    csv_writer to(out, shown.texts);
    to.raw("model,channel,conversions,share");
    if (shown.of.asked.resamples != 0) {
        to.raw("share_low,share_high");
    }
    if (shown.of.asked.has_values) {
        to.raw("value");
    }
    if (!shown.of.costs.empty()) {
        to.raw(shown.of.asked.has_values ? "cost,cost_per_conversion,return_on_cost" : "cost,cost_per_conversion");
    }
    to.raw("reason");
    to.end_line();
    for (const model_credit& model : shown.of.models) {
        for (const std::size_t channel : shown.of.channels_met()) {
            append_channel(to, shown, model, channel);
        }
    }
    return out;
}

}  // namespace cxm
