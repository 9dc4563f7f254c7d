#include "page/spark.hpp"

#include <optional>

#include <cxm/measure.hpp>

#include "page/svg/drawing.hpp"
#include "page/svg/scale.hpp"

namespace cxm {

std::string spark(const std::vector<double>& values, std::string_view label, double width, double height) {
    extent seen = extent::none();
    for (const double value : values) {
        seen.take(value);
    }
    drawing to(width, height);
    const linear_scale y(seen.any() ? seen : extent{0, 1}, height - 4, 4);
    const double step = values.size() > 1 ? (width - 8) / static_cast<double>(values.size() - 1) : 0;
    std::vector<std::optional<point>> course;
    for (std::size_t i = 0; i < values.size(); ++i) {
        course.push_back(is_missing(values[i])
                             ? std::nullopt
                             : std::optional(point{4 + static_cast<double>(i) * step, y.at(values[i])}));
    }
    to.course(course, {ink::usual, 1.2});
    for (std::size_t i = course.size(); i-- > 0;) {
        if (course[i]) {
            to.sign(*course[i], mark::dot, ink::text, 2.4);
            break;
        }
    }
    return to.figure(label);
}

}  // namespace cxm
