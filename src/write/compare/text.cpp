#include <fmt/format.h>

#include <cmath>

#include "write/change.hpp"
#include "write/compare/parts.hpp"

namespace cxm {

namespace {

std::string percent(double share, const wording& say) {
    return std::isinf(share) ? "inf" : say.number(fmt::format("{:+.1f}", share * 100));
}

/// The interval that the verdict follows, without the unit that the change beside it has already.
std::string range_of(const metric& m, const contrast& c, const wording& say) {
    if (c.limits) {
        return people_span(change_number(m, c.limits->low, say), change_number(m, c.limits->high, say), say);
    }
    return c.relative_limits
               ? say("{} to {} % rel.", percent(c.relative_limits->low, say), percent(c.relative_limits->high, say))
               : std::string();
}

}  // namespace

std::string p_text(double p, const wording& say) {
    // English leaves out the 0 before the point.
    if (!say.is_english()) {
        return p < 0.001 ? "<" + say.number("0.001") : say.number(fmt::format("{:.3f}", p));
    }
    return p < 0.001 ? "<.001" : fmt::format("{:.3f}", p).substr(p < 0.9995 ? 1 : 0);
}

std::string side_name(std::string_view name, const wording& say) {
    const bool partial = name.ends_with('*');
    const std::string_view plain = name.substr(0, name.size() - (partial ? 1 : 0));
    const std::string period = say.period(plain);
    return (period == plain ? std::string(say(plain)) : period) + (partial ? "*" : "");
}

std::string_view key_of(verdict v) { return v == verdict::no_clear_change ? "no_clear_change" : name(v); }

change_text text_of(const compared& c, const notation& in) {
    const metric& m = *c.before.of;
    const auto value = [&](const result& r) {
        return r.comes_to.ok() ? people_value(m, r.comes_to.value, in)
                               : std::string(r.comes_to.is == status::undefined ? in.say("undefined") : "-");
    };
    const std::optional<double> p = c.adjusted_p ? c.adjusted_p : c.change.p;
    return {m.key,
            value(c.before),
            value(c.after),
            c.change.change ? change_amount(m, *c.change.change, in) : std::string(),
            range_of(m, c.change, in.say),
            p ? p_text(*p, in.say) : std::string(),
            c.change.is};
}

}  // namespace cxm
