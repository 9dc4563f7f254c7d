#include "write/change.hpp"

#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "results/last_change.hpp"

namespace cxm {

namespace {

std::string signed_number(double size, int decimals, const wording& say) {
    const std::string text = fixed(size, decimals, say);
    return size > 0 && !reads_as_zero(text) ? "+" + text : text;
}

}  // namespace

std::string change_number(const metric& m, double change, const wording& say) {
    constexpr int most = 5;
    const double size_of_unit = is_percentage(m.shown) ? 100 : 1;
    int decimals = usual_decimals(m.shown);
    if (std::isinf(change) || m.shown == as::seconds) {
        return (change > 0 ? "+" : "") + people_number(m.shown, change, decimals, say);
    }
    std::string number = signed_number(change * size_of_unit, decimals, say);
    while (reads_as_zero(number) && change != 0 && decimals < most) {
        number = signed_number(change * size_of_unit, ++decimals, say);
    }
    return reads_as_zero(number) ? say.number("0.0") : number;
}

std::string change_amount(const metric& m, double change, const notation& in) {
    std::string number = change_number(m, change, in.say);
    return is_percentage(m.shown) ? number.append(in.say.before_unit()).append(in.say("pp"))
                                  : with_unit(std::move(number), m.shown, in);
}

people_change people_difference(const metric& m, double before, double after, int decimals, const wording& say) {
    const sized_change by = change_between(m, before, after);
    if (!std::isfinite(by.size)) {
        return {};
    }
    using enum sized_change::unit;
    if (by.in == own && m.shown == as::seconds) {
        return {change_number(m, by.size, say), {}};
    }
    constexpr double largest = 1e6;
    return {std::abs(by.size) >= largest ? say.number(fmt::format("{:+.1e}", by.size))
                                         : signed_number(by.size, by.in == percent ? 1 : decimals, say),
            by.in == points    ? say("pp")
            : by.in == percent ? std::string_view("%")
                               : std::string_view()};
}

}  // namespace cxm
