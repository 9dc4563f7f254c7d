#include "run/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>

#include "values/number.hpp"

namespace cxm {

bool is_coloured(when wanted, bool to_file, const streams& io) {
    if (wanted != when::to_terminals) {
        return wanted == when::always;
    }
    const char* const no_colour = std::getenv("NO_COLOR");
    const char* const terminal = std::getenv("TERM");
    const bool dumb = terminal != nullptr && std::string_view(terminal) == "dumb";
    return !to_file && (no_colour == nullptr || *no_colour == '\0') && !dumb && isatty(fileno(io.out)) != 0;
}

std::size_t width_of(const streams& io) {
    constexpr std::size_t usual = 80;
    if (const char* const columns = std::getenv("COLUMNS")) {
        const auto width = parse_number(columns);
        if (width && *width >= 20 && *width <= 10000) {
            return static_cast<std::size_t>(*width);
        }
    }
    winsize size = {};
    if (ioctl(fileno(io.out), TIOCGWINSZ, &size) == 0 && size.ws_col >= 20) {
        return size.ws_col;
    }
    return usual;
}

bool names_input(std::vector<std::string>& files, const streams& io) {
    if (files.empty() && isatty(fileno(io.in)) == 0) {
        files.emplace_back("-");
    }
    return !files.empty();
}

}  // namespace cxm
