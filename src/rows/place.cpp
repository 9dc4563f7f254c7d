#include "rows/place.hpp"

#include <fmt/format.h>

#include <cstring>

#include "bytes/byte_source.hpp"
#include "text/problem.hpp"
#include "text/utf8.hpp"

namespace cxm {

std::string place(const std::string& file, const chunk& text, const char* at) {
    return fmt::format("{}:{}", name_of(file), text.line_of(at));
}

void refuse_nul(const std::string& file, const chunk& text, const char* from, const char* to) {
    if (!text.has_nul) {
        return;
    }
    const void* const at = std::memchr(from, '\0', static_cast<std::size_t>(to - from));
    if (at == nullptr) {
        return;
    }
    const char* const nul = static_cast<const char*>(at);
    throw bad_input(place(file, text, nul),
                    fmt::format("a NUL byte at offset {}: this is no text in UTF-8", text.offset_of(nul)));
}

void refuse_not_utf8(const std::string& place, const std::string& column, const chunk& text, std::string_view cell) {
    const std::size_t at = first_invalid_utf8(cell);
    throw bad_input(place, fmt::format("{}: {} is not UTF-8 at byte offset {} (is it --encoding windows-1252?)",
                                       shown(column), quote_of(cell), text.offset_of(cell.data() + at)));
}

}  // namespace cxm
