#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cxm {

/// The heats are backgrounds, each darker than the one before.
enum class style { plain, bold, dim, good, bad, heat_1, heat_2, heat_3, heat_4 };

/// Lines of text with things at given columns; padding comes only before text, so that no line ends in spaces.
class lines {
public:
    /// Without colour the text is the same, without escapes.
    explicit lines(bool colour) : colour_(colour) {}

    /// Puts a text where it begins at a column, or one space after what is there already.
    void left(std::size_t column, std::string_view text, style looks = style::plain);

    /// Puts a text where it ends before a column.
    void right(std::size_t end, std::string_view text, style looks = style::plain);

    /// Puts a text right after what is there already.
    void next(std::string_view text, style looks = style::plain);

    /// A line that GitHub would take for a command gets a backslash before it.
    void end_line();

    /// Puts a text at a column and goes on below, broken at spaces to fit into a width; ends the last line.
    void paragraph(std::size_t indent, std::string_view text, std::size_t width, style looks = style::plain);

    const std::string& text() const { return text_; }

private:
    std::string text_;
    std::size_t line_ = 0;  ///< where the last line begins
    std::size_t at_ = 0;
    bool colour_;
};

/// A text cut to a width, with `…` (`~` in ASCII) where something was cut.
std::string cut_to_fit(std::string_view text, std::size_t width, bool ascii);

}  // namespace cxm
