#include "page/markup.hpp"

#include <algorithm>
#include <array>

#include "text/shown.hpp"
#include "write/number/number_text.hpp"

namespace cxm {

namespace {

constexpr std::string_view entity_of(char c) {
    switch (c) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        case '\'': return "&#39;";
        default: return {};
    }
}

constexpr bool is_plain_ascii(char c) { return c >= ' ' && c < '\x7f'; }

/// Which bytes stand in mark-up as they are, as nearly all of a page do.
constexpr auto stands_as_it_is = [] {
    std::array<bool, 256> stands = {};
    for (std::size_t byte = 0; byte < stands.size(); ++byte) {
        const auto c = static_cast<char>(byte);
        stands[byte] = is_plain_ascii(c) && entity_of(c).empty();
    }
    return stands;
}();

void append_with_entities(std::string& to, std::string_view safe) {
    for (const char c : safe) {
        const std::string_view entity = entity_of(c);
        to += entity.empty() ? std::string_view(&c, 1) : entity;
    }
}

void append_text(std::string& to, std::string_view foreign) {
    if (std::all_of(foreign.begin(), foreign.end(),
                    [](char c) { return stands_as_it_is[static_cast<unsigned char>(c)]; })) {
        to += foreign;
    } else if (std::all_of(foreign.begin(), foreign.end(), is_plain_ascii)) {
        append_with_entities(to, foreign);
    } else {
        append_with_entities(to, escaped(foreign));
    }
}

}  // namespace

std::string markup_text(std::string_view foreign) {
    std::string safe;
    append_text(safe, foreign);
    return safe;
}

void markup::begin(std::string_view tag, markup_attributes with) {
    text_ += '<';
    text_ += tag;
    for (const markup_attribute& attribute : with) {
        if (attribute.name.empty()) {
            continue;
        }
        text_ += ' ';
        text_ += attribute.name;
        text_ += '=';
        text_ += '"';
        append_text(text_, attribute.value);
        text_ += '"';
    }
}

markup& markup::open(std::string_view tag, markup_attributes with) {
    begin(tag, with);
    text_ += '>';
    return *this;
}

markup& markup::close(std::string_view tag) {
    text_ += '<';
    text_ += '/';
    text_ += tag;
    text_ += '>';
    return *this;
}

markup& markup::text(std::string_view foreign) {
    append_text(text_, foreign);
    return *this;
}

markup& markup::leaf(std::string_view tag, std::string_view foreign, markup_attributes with) {
    return open(tag, with).text(foreign).close(tag);
}

markup& markup::number(std::string_view foreign, double value) {
    text_ += "<data value=\"";
    append_number(text_, value);
    text_ += "\">";
    return text(foreign).close("data");
}

markup& markup::shape(std::string_view tag, markup_attributes with) {
    begin(tag, with);
    text_ += '/';
    text_ += '>';
    return *this;
}

markup& markup::own(std::string_view written) {
    text_ += written;
    return *this;
}

}  // namespace cxm
