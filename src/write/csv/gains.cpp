#include <cxm/metrics/value.hpp>

#include "write/gain_text.hpp"

namespace cxm {

std::string gains_csv(const return_of_gains& r, csv_texts texts) {
    std::string text = "gain,metric,value,unit,low,high,status,reason\n";
    csv_writer to(text, texts);
    const auto add = [&](std::string_view of, std::string_view metric, double value, std::string_view unit, double low,
                         double high, std::string_view why) {
        to.text(of);
        to.raw(metric);
        to.number(value);
        to.raw(unit);
        to.number(low);
        to.number(high);
        to.raw(why.empty() ? "ok" : "undefined");
        to.text(why);
        to.end_line();
    };
    for (const named_gain& g : r.gains) {
        add(g.name, "gain", g.of.value, "money", g.of.low, g.of.high, {});
    }
    add({}, "gain", r.gain, "money", not_given, not_given, {});
    add({}, "cost", r.cost, "money", not_given, not_given, {});
    add({}, "break_even", r.break_even().value_or(not_given), "ratio", not_given, not_given,
        r.break_even() ? "" : "the gains come to no more than 0");
    const bool range = r.roi && r.is_uncertain();
    add({}, roi.key, r.roi ? r.roi->roi : not_given, name(roi.shown), range ? r.roi->limits.low : not_given,
        range ? r.roi->limits.high : not_given, r.roi ? std::string_view() : why_no_return);
    return text;
}

}  // namespace cxm
