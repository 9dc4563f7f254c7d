#include "text/shell_word.hpp"

#include <algorithm>

#include "text/problem.hpp"

namespace cxm {

namespace {

/// What no shell takes for anything else; letters beyond ASCII are safe too.
bool is_plain(char c) {
    const bool letter_or_digit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return letter_or_digit || static_cast<unsigned char>(c) >= 0x80 ||
           std::string_view("_-./:,+@%=").find(c) != std::string_view::npos;
}

}  // namespace

std::string shell_word(std::string_view foreign, bool whole) {
    const std::string safe = whole ? escaped(foreign) : shown(foreign);
    if (!foreign.empty() && std::all_of(foreign.begin(), foreign.end(), is_plain)) {
        return safe;
    }
    std::string word = "'";
    for (const char c : safe) {
        word += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return word + "'";
}

}  // namespace cxm
