#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "page/markup.hpp"
#include "page/palette.hpp"

namespace cxm {

struct point {
    double x;
    double y;
};

/// Where a text stands against its place.
enum class anchor : std::uint8_t { start, middle, end };

/// The shape of a point, so that no verdict is told by colour alone.
enum class mark : std::uint8_t { dot, up, down, hollow };

/// How a line is drawn.
struct stroke {
    ink of = ink::text;
    double width = 1;
    bool dashed = false;
};

/// A drawing in SVG whose colours are attributes, and classes that a style sheet can turn dark.
class drawing {
public:
    static constexpr double text_size = 11;

    drawing(double width, double height) : width_(width), height_(height) {}

    void line(point from, point to, stroke by);
    void path(std::span<const point> through, stroke by);
    /// A path that is broken where there is no point.
    void course(std::span<const std::optional<point>> through, stroke by);

    void area(std::span<const point> around, ink of, double opacity = 1);
    void box(point corner, double width, double height, ink of, double opacity = 1);
    void sign(point at, mark shape, ink of, double radius = 3);

    /// A text of a size, cut where it would leave the drawing.
    void text(point at, std::string_view foreign, anchor held = anchor::start, ink of = ink::muted, bool bold = false);

    double width() const { return width_; }
    double height() const { return height_; }

    /// As part of a page; `label` is what it is for those who do not see it.
    std::string figure(std::string_view label, std::string_view css_class = {}) const;

    /// What was drawn, without the element around it.
    const std::string& body() const { return body_.written(); }

private:
    double width_;
    double height_;
    markup body_;
};

/// A number as coordinates are written: with one decimal at most.
std::string coordinate(double value);

}  // namespace cxm
