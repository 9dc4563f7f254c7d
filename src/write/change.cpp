#include "write/change.hpp"

#include <cmath>

#include <fmt/format.h>

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
    people_change change;
    double size = after - before;
    if (is_percentage(m.shown)) {
        size *= 100;
        change.unit = "pp";
    } else if (m.shown != as::points && m.shown != as::score && before > 0) {
        // Relative to zero or a loss a percentage would mislead: the difference itself stays.
        size *= 100 / before;
        change.unit = "%";
        decimals = 1;
    }
    if (!std::isfinite(size)) {
        return {};
    }
    if (change.unit.empty() && m.shown == as::seconds) {
        change.number = change_number(m, size);
        return change;
    }
    change.number = std::abs(size) >= 1e6 ? fmt::format("{:+.1e}", size) : signed_number(size, decimals);
    return change;
}

}  // namespace cxm
