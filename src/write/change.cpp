#include "write/change.hpp"

#include <cmath>

#include <fmt/format.h>

#include "results/last_change.hpp"

namespace cxm {

namespace {

std::string signed_number(double size, int decimals) {
    const std::string text = fixed(size, decimals);
    return size > 0 && !reads_as_zero(text) ? "+" + text : text;
}

}  // namespace

std::string change_number(const metric& m, double change) {
    constexpr int most = 5;
    const double size_of_unit = is_percentage(m.shown) ? 100 : 1;
    int decimals = usual_decimals(m.shown);
    if (std::isinf(change) || m.shown == as::seconds) {
        return (change > 0 ? "+" : "") + people_number(m.shown, change, decimals);
    }
    std::string number = signed_number(change * size_of_unit, decimals);
    while (reads_as_zero(number) && change != 0 && decimals < most) {
        number = signed_number(change * size_of_unit, ++decimals);
    }
    return reads_as_zero(number) ? "0.0" : number;
}

std::string change_amount(const metric& m, double change, const notation& in) {
    return is_percentage(m.shown) ? change_number(m, change) + " pp" : with_unit(change_number(m, change), m.shown, in);
}

people_change people_difference(const metric& m, double before, double after, int decimals) {
    const sized_change by = change_between(m, before, after);
    if (!std::isfinite(by.size)) {
        return {};
    }
    using enum sized_change::unit;
    if (by.in == own && m.shown == as::seconds) {
        return {change_number(m, by.size), {}};
    }
    constexpr double largest = 1e6;
    return {std::abs(by.size) >= largest ? fmt::format("{:+.1e}", by.size)
                                         : signed_number(by.size, by.in == percent ? 1 : decimals),
            by.in == points    ? "pp"
            : by.in == percent ? "%"
                               : ""};
}

}  // namespace cxm
