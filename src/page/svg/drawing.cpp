#include "page/svg/drawing.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "page/svg/labels.hpp"

namespace cxm {

namespace {

void append_coordinate(std::string& to, double value) {
    const long tenths = std::lround(std::clamp(value, -1e5, 1e5) * 10);
    const long size = std::labs(tenths);
    const fmt::format_int whole(size / 10);
    if (tenths < 0) {
        to += '-';
    }
    to.append(whole.data(), whole.size());
    if (size % 10 != 0) {
        to += '.';
        to += static_cast<char>('0' + size % 10);
    }
}

}  // namespace

std::string coordinate(double value) {
    std::string text;
    append_coordinate(text, value);
    return text;
}

namespace {

std::string points_in(std::span<const point> through) {
    constexpr std::size_t usual_length = 12;
    std::string text;
    text.reserve(through.size() * usual_length);
    for (const point& p : through) {
        if (!text.empty()) {
            text += ' ';
        }
        append_coordinate(text, p.x);
        text += ',';
        append_coordinate(text, p.y);
    }
    return text;
}

std::string class_of(char property, ink of) {
    std::string name = {property, '-'};
    return name.append(colour_of(of).key);
}

std::string opacity_text(double opacity) {
    const auto hundredths = static_cast<int>(std::lround(opacity * 100));
    return hundredths >= 100 ? "1" : (hundredths < 10 ? "0.0" : "0.") + std::to_string(hundredths);
}

}  // namespace

void drawing::line(point from, point to, stroke by) {
    body_.shape("line", {{"x1", coordinate(from.x)},
                         {"y1", coordinate(from.y)},
                         {"x2", coordinate(to.x)},
                         {"y2", coordinate(to.y)},
                         {"stroke", colour_of(by.of).light},
                         {"class", class_of('s', by.of)},
                         {"stroke-width", coordinate(by.width)},
                         only_if(by.dashed, "stroke-dasharray", "4 3")});
}

void drawing::path(std::span<const point> through, stroke by) {
    body_.shape("polyline", {{"points", points_in(through)},
                             {"fill", "none"},
                             {"stroke", colour_of(by.of).light},
                             {"class", class_of('s', by.of)},
                             {"stroke-width", coordinate(by.width)},
                             {"stroke-linejoin", "round"},
                             only_if(by.dashed, "stroke-dasharray", "4 3")});
}

void drawing::course(std::span<const std::optional<point>> through, stroke by) {
    std::vector<point> stretch;
    for (std::size_t i = 0; i <= through.size(); ++i) {
        if (i < through.size() && through[i]) {
            stretch.push_back(*through[i]);
            continue;
        }
        if (stretch.size() > 1) {
            path(stretch, by);
        }
        stretch.clear();
    }
}

void drawing::area(std::span<const point> around, ink of, double opacity) {
    body_.shape("polygon", {{"points", points_in(around)},
                            {"fill", colour_of(of).light},
                            {"class", class_of('f', of)},
                            only_if(opacity < 1, "fill-opacity", opacity_text(opacity))});
}

void drawing::box(point corner, double width, double height, ink of, double opacity) {
    body_.shape("rect", {{"x", coordinate(corner.x)},
                         {"y", coordinate(corner.y)},
                         {"width", coordinate(std::max(0.0, width))},
                         {"height", coordinate(std::max(0.0, height))},
                         {"fill", colour_of(of).light},
                         {"class", class_of('f', of)},
                         only_if(opacity < 1, "fill-opacity", opacity_text(opacity))});
}

void drawing::sign(point at, mark shape, ink of, double radius) {
    if (shape == mark::up || shape == mark::down) {
        const double tip = shape == mark::up ? -1.35 * radius : 1.35 * radius;
        const point corners[] = {
            {at.x, at.y + tip}, {at.x - 1.25 * radius, at.y - 0.75 * tip}, {at.x + 1.25 * radius, at.y - 0.75 * tip}};
        area(corners, of);
        return;
    }
    const bool hollow = shape == mark::hollow;
    const ink inside = hollow ? ink::surface : of;
    const std::string classes = class_of('f', inside) + (hollow ? " " + class_of('s', of) : "");
    body_.shape("circle", {{"cx", coordinate(at.x)},
                           {"cy", coordinate(at.y)},
                           {"r", coordinate(radius)},
                           {"fill", colour_of(inside).light},
                           {"class", classes},
                           only_if(hollow, "stroke", colour_of(of).light),
                           only_if(hollow, "stroke-width", "1.3")});
}

void drawing::text(point at, std::string_view foreign, anchor held, ink of, bool bold) {
    const double size = bold ? text_size * 1.06 : text_size;
    const double room = held == anchor::start ? width_ - at.x
                        : held == anchor::end ? at.x
                                              : 2 * std::min(at.x, width_ - at.x);
    constexpr std::string_view names[] = {"start", "middle", "end"};
    body_.leaf("text", fitting_text(foreign, room, size),
               {{"x", coordinate(at.x)},
                {"y", coordinate(at.y)},
                only_if(held != anchor::start, "text-anchor", names[static_cast<int>(held)]),
                {"fill", colour_of(of).light},
                {"class", class_of('f', of)},
                only_if(bold, "font-weight", "600")});
}

std::string drawing::figure(std::string_view label, std::string_view css_class) const {
    markup out;
    const std::string width = coordinate(width_);
    const std::string height = coordinate(height_);
    out.open("svg", {{"viewBox", "0 0 " + width + " " + height},
                     {"width", width},
                     {"height", height},
                     {"role", "img"},
                     {"aria-label", label},
                     {"font-size", coordinate(text_size)},
                     {"font-family", "system-ui, sans-serif"},
                     only_if(!css_class.empty(), "class", css_class)});
    return out.own(body()).close("svg").written();
}

}  // namespace cxm
