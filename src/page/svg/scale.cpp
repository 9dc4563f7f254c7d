#include "page/svg/scale.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cxm {

extent extent::none() { return {std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()}; }

void extent::take(double value) {
    if (std::isfinite(value)) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
}

linear_scale::linear_scale(extent values, double from, double to) : values_(values), from_(from), to_(to) {}

double linear_scale::at(double value) const {
    // Halves, so that the range of the largest doubles does not overflow.
    const double width = values_.high / 2 - values_.low / 2;
    const double part = width > 0 ? (value / 2 - values_.low / 2) / width : 0.5;
    return from_ + std::clamp(part, 0.0, 1.0) * (to_ - from_);
}

namespace {

double decimal_step(double rough) {
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double step : {1.0, 2.0, 2.5, 5.0}) {
        if (step * power >= rough * (1 - 1e-9)) {
            return step * power;
        }
    }
    return 10 * power;
}

double time_step(double rough) {
    constexpr double minute = 60;
    constexpr double hour = 3600;
    constexpr double day = 86400;
    for (const double step : {1.0, 2.0, 5.0, 10.0, 15.0, 30.0, minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute,
                              30 * minute, hour, 2 * hour, 3 * hour, 6 * hour, 12 * hour, day}) {
        if (step >= rough) {
            return rough < 1 ? decimal_step(rough) : step;
        }
    }
    return day * decimal_step(rough / day);
}

}  // namespace

std::vector<double> ticks_in(extent values, int about, tick_steps steps) {
    const double rough = (values.high / about - values.low / about);
    if (!(rough > 0) || !std::isfinite(rough)) {
        return values.any() ? std::vector<double>{values.low} : std::vector<double>();
    }
    double step = steps == tick_steps::times ? time_step(rough) : decimal_step(rough);
    step = steps == tick_steps::whole ? std::max(1.0, std::ceil(step)) : step;
    std::vector<double> ticks;
    const double first = std::ceil(values.low / step - 1e-9);
    const double last = std::floor(values.high / step + 1e-9);
    // Where the step is lost in the size of the values there is nothing to count by.
    constexpr double most_counted = 1e12;
    if (!(last - first < 1000) || !(std::fabs(first) < most_counted && std::fabs(last) < most_counted)) {
        return {values.low, values.high};
    }
    for (double i = first; i <= last; ++i) {
        ticks.push_back(i == 0 ? 0 : i * step);
    }
    return ticks;
}

extent padded(extent values) {
    constexpr double room = 0.06;
    const double width = values.high / 2 - values.low / 2;
    if (width > 0) {
        return {values.low - 2 * room * width, values.high + 2 * room * width};
    }
    const double around = values.low == 0 ? 1 : std::fabs(values.low) / 10;
    return {values.low - around, values.high + around};
}

}  // namespace cxm
