#include "text/spelling.hpp"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

namespace cxm {

std::string in_one_spelling(std::string_view text) {
    constexpr auto how = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
    utf8proc_uint8_t* mapped = nullptr;
    const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                               static_cast<utf8proc_ssize_t>(text.size()), &mapped, how);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, std::free);
    std::string plain = size < 0 ? std::string(text)
                                 : std::string(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
    constexpr std::string_view hard_space = "\xc2\xa0";
    for (std::size_t at = plain.find(hard_space); at != std::string::npos; at = plain.find(hard_space, at)) {
        plain.replace(at, hard_space.size(), " ");
    }
    constexpr std::string_view spaces = " \t\r\n";
    const std::size_t first = plain.find_first_not_of(spaces);
    return first == std::string::npos ? std::string() : plain.substr(first, plain.find_last_not_of(spaces) + 1 - first);
}

}  // namespace cxm
