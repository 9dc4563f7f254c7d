#include <fmt/format.h>

#include <cmath>

#include "write/compare/formats.hpp"
#include "write/people.hpp"

namespace cxm {

std::string change_amount(const metric& m, double change, const notation& in) {
    // Nudged as values are: see people.cpp.
    const double shown_change = (is_percentage(m.shown) ? change * 100 : change) * (1 + 1e-14);
    const auto reads_as_zero = [](std::string_view text) { return text.find_first_of("123456789") == text.npos; };
    int decimals = m.shown == as::money || m.shown == as::multiple || m.shown == as::score ? 2 : 1;
    std::string number = fmt::format("{:+.{}f}", shown_change, decimals);
    while (reads_as_zero(number) && change != 0 && decimals < 5) {
        number = fmt::format("{:+.{}f}", shown_change, ++decimals);
    }
    if (reads_as_zero(number)) {
        number = fmt::format("{:.1f}", 0.0);
    }
    const std::string_view unit = is_percentage(m.shown) ? "pp" : people_unit(m.shown, in);
    return unit.empty() ? number : fmt::format("{}{}{}", number, m.shown == as::multiple ? "" : " ", unit);
}

namespace {

std::string percent(double share) { return std::isinf(share) ? "inf" : fmt::format("{:+.1f}", share * 100); }

/// The interval that the verdict follows, without the unit that the change beside it has already.
std::string range_of(const metric& m, const contrast& c) {
    if (c.limits) {
        const auto bare = [&](double end) {
            const std::string text = change_amount(m, end, {});
            return text.substr(0, text.find(' '));
        };
        return bare(c.limits->low) + " to " + bare(c.limits->high);
    }
    return c.relative_limits
               ? fmt::format("{} to {} % rel.", percent(c.relative_limits->low), percent(c.relative_limits->high))
               : std::string();
}

std::string p_text(double p) { return p < 0.001 ? "<.001" : fmt::format("{:.3f}", p).substr(p < 0.9995 ? 1 : 0); }

}  // namespace

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
