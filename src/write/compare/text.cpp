#include <fmt/format.h>

#include <cmath>

#include "write/change.hpp"
#include "write/compare/parts.hpp"

namespace cxm {

namespace {

std::string percent(double share) { return std::isinf(share) ? "inf" : fmt::format("{:+.1f}", share * 100); }

/// The interval that the verdict follows, without the unit that the change beside it has already.
std::string range_of(const metric& m, const contrast& c) {
    if (c.limits) {
        return change_number(m, c.limits->low) + " to " + change_number(m, c.limits->high);
    }
    return c.relative_limits
               ? fmt::format("{} to {} % rel.", percent(c.relative_limits->low), percent(c.relative_limits->high))
               : std::string();
}

}  // namespace

std::string p_text(double p) { return p < 0.001 ? "<.001" : fmt::format("{:.3f}", p).substr(p < 0.9995 ? 1 : 0); }

std::string_view key_of(verdict v) { return v == verdict::no_clear_change ? "no_clear_change" : name(v); }

change_text text_of(const compared& c, const notation& in) {
    const metric& m = *c.before.of;
    const auto value = [&](const result& r) {
        return r.comes_to.ok() ? people_value(m, r.comes_to.value, in)
                               : std::string(r.comes_to.is == status::undefined ? "undefined" : "-");
    };
    const std::optional<double> p = c.adjusted_p ? c.adjusted_p : c.change.p;
    return {m.key,
            value(c.before),
            value(c.after),
            c.change.change ? change_amount(m, *c.change.change, in) : std::string(),
            range_of(m, c.change),
            p ? p_text(*p) : std::string(),
            c.change.is};
}

}  // namespace cxm
