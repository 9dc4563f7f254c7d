#include "run/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>

#include "catalogue/metrics_in_use.hpp"
#include "run/named_file.hpp"
#include "text/problem.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

bool is_dumb_terminal() {
    const char* const terminal = std::getenv("TERM");
    return terminal != nullptr && std::string_view(terminal) == "dumb";
}

std::size_t width_of(std::FILE* out) {
    constexpr std::size_t usual = 80;
    if (const char* const columns = std::getenv("COLUMNS")) {
        const auto width = parse_number(columns);
        if (width && *width >= 20 && *width <= 10000) {
            return static_cast<std::size_t>(*width);
        }
    }
    winsize size = {};
    if (ioctl(fileno(out), TIOCGWINSZ, &size) == 0 && size.ws_col >= 20) {
        return size.ws_col;
    }
    return usual;
}

}  // namespace

bool is_coloured(when wanted, bool to_file, const streams& io) {
    if (wanted != when::to_terminals) {
        return wanted == when::always;
    }
    const char* const no_colour = std::getenv("NO_COLOR");
    return !to_file && (no_colour == nullptr || *no_colour == '\0') && !is_dumb_terminal() &&
           isatty(fileno(io.out)) != 0;
}

std::size_t width_of(const streams& io) { return width_of(io.out); }

std::size_t terminal_width() { return width_of(stdout); }

bool is_plain_terminal() {
    for (const char* const name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        const char* const locale = std::getenv(name);
        if (locale != nullptr && *locale != '\0') {
            const std::string_view called = locale;
            return called == "C" || called == "POSIX" || is_dumb_terminal();
        }
    }
    return is_dumb_terminal();
}

bool names_input(std::vector<std::string>& files, const streams& io) {
    const catalogue known;
    for (const std::string& file : files) {
        if (known.find_metric_typed(file) != nullptr && access(file.c_str(), F_OK) != 0) {
            throw bad_usage(quote_of(file) + " is a metric, and a file is meant; cxm report FILE --metric " + file +
                            " picks it");
        }
    }
    if (files.empty() && isatty(fileno(io.in)) == 0) {
        files.emplace_back("-");
    }
    require_each_once(files, io);
    return !files.empty();
}

}  // namespace cxm
