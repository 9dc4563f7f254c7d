#include "write/lines.hpp"

#include <algorithm>

#include "text/shown.hpp"
#include "text/utf8.hpp"

namespace cxm {

namespace {

std::string_view escape(style looks) {
    switch (looks) {
        case style::bold: return "\x1b[1m";
        case style::dim: return "\x1b[2m";
        case style::good: return "\x1b[32m";
        case style::bad: return "\x1b[31m";
        case style::heat_1: return "\x1b[30;48;5;194m";
        case style::heat_2: return "\x1b[30;48;5;157m";
        case style::heat_3: return "\x1b[30;48;5;114m";
        case style::heat_4: return "\x1b[30;48;5;71m";
        default: return {};
    }
}

}  // namespace

void lines::left(std::size_t column, std::string_view text, style looks) {
    if (text.empty()) {
        return;
    }
    const std::size_t start = std::max(column, at_ == 0 ? 0 : at_ + 1);
    text_.append(start - at_, ' ');
    at_ = start;
    next(text, looks);
}

void lines::next(std::string_view text, style looks) {
    const std::string_view begin = colour_ ? escape(looks) : std::string_view();
    text_.append(begin).append(text).append(begin.empty() ? "" : "\x1b[0m");
    at_ += display_width(text);
}

void lines::right(std::size_t end, std::string_view text, style looks) {
    left(end - std::min(end, display_width(text)), text, looks);
}

void lines::end_line() {
    if (begins_command(std::string_view(text_).substr(line_))) {
        text_.insert(text_.find("::", line_), 1, '\\');
    }
    text_ += '\n';
    line_ = text_.size();
    at_ = 0;
}

void lines::paragraph(std::size_t indent, std::string_view text, std::size_t width, style looks) {
    const std::size_t room = std::max<std::size_t>(width, indent + 20) - indent;
    while (!text.empty()) {
        std::size_t end = text.size();
        while (display_width(text.substr(0, end)) > room) {
            std::size_t space = text.rfind(' ', end - 1);
            // A percentage stays in one piece.
            if (space != std::string_view::npos && space > 0 && text.substr(space).starts_with(" %")) {
                space = text.rfind(' ', space - 1);
            }
            if (space == std::string_view::npos || space == 0) {
                break;
            }
            end = space;
        }
        left(indent, cut_to_fit(text.substr(0, end), room, true), looks);
        end_line();
        text.remove_prefix(std::min(text.size(), end + 1));
    }
}

std::string cut_to_fit(std::string_view text, std::size_t width, bool ascii) {
    std::string cut = cut_to_width(text, width);
    constexpr std::string_view ellipsis = "…";
    if (ascii && cut.size() != text.size() && cut.ends_with(ellipsis)) {
        cut.replace(cut.size() - ellipsis.size(), ellipsis.size(), "~");
    }
    return cut;
}

}  // namespace cxm
