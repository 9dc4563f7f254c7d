#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace cxm {

/// Foreign text as text of HTML or SVG, or as a quoted attribute's value: none of it is mark-up, and what would be
/// hidden or turn the text around it is shown as `\u{202e}`.
std::string markup_text(std::string_view foreign);

/// An attribute; one without a name is left out.
struct markup_attribute {
    std::string_view name;
    std::string_view value;
};
using markup_attributes = std::initializer_list<markup_attribute>;

/// Room for a long section, so that it is not moved while it grows; what is not written to costs nothing.
inline constexpr std::size_t section_room = std::size_t{1} << 20;

/// Writes elements of HTML or SVG one after another; every text and value is escaped.
class markup {
public:
    markup() = default;
    /// With room for about so many bytes.
    explicit markup(std::size_t length) { text_.reserve(length); }

    markup& open(std::string_view tag, markup_attributes with = {});
    markup& close(std::string_view tag);
    markup& text(std::string_view foreign);

    /// An element that holds a text alone.
    markup& leaf(std::string_view tag, std::string_view foreign, markup_attributes with = {});

    /// An element of HTML without an end, as `meta`.
    markup& single(std::string_view tag, markup_attributes with = {}) { return open(tag, with); }

    /// A number as it is shown, with its exact value.
    markup& number(std::string_view foreign, double value);

    /// An element of SVG that holds nothing.
    markup& shape(std::string_view tag, markup_attributes with);

    /// Mark-up that has been written already.
    markup& own(std::string_view written);

    const std::string& written() const& { return text_; }
    std::string written() && { return std::move(text_); }

private:
    std::string text_;

    void begin(std::string_view tag, markup_attributes with);
};

/// An attribute that stands only where a condition holds.
constexpr markup_attribute only_if(bool holds, std::string_view name, std::string_view value) {
    return {holds ? name : std::string_view(), value};
}

}  // namespace cxm
