#pragma once

#include <vector>

namespace cxm {

/// What an axis goes from and to.
struct extent {
    double low = 0;
    double high = 0;

    /// The smallest extent that holds a value too; one that has none yet is `none()`.
    void take(double value);
    bool any() const { return low <= high; }
    static extent none();
};

/// Where on a drawing a value lies; `to` may be less than `from`, as heights are.
class linear_scale {
public:
    linear_scale(extent values, double from, double to);

    double at(double value) const;

private:
    extent values_;
    double from_;
    double to_;
};

/// How the values of an axis are divided.
enum class tick_steps {
    decimal,  ///< 1, 2, 2.5 or 5 of a power of ten
    times,    ///< seconds: of a minute, an hour or a day
    whole,    ///< decimal, never below 1
};

/// The values that an axis is marked at, about so many, all within the extent; one where it is of one value.
std::vector<double> ticks_in(extent values, int about, tick_steps steps = tick_steps::decimal);

/// The extent of what is to be seen: room around it, or so much that one value alone stands in the middle.
extent padded(extent values);

}  // namespace cxm
