#include "run/warnings.hpp"

#include <fmt/format.h>

#include <memory>

#include "run/progress.hpp"
#include "text/problem.hpp"
#include "text/shown.hpp"

namespace cxm {

void warn(const streams& io, const std::string& text, bool strict) {
    if (strict) {
        throw bad_input("", text);
    }
    fmt::print(io.err, "cxm: warning: {}\n", without_commands(text));
}

void note(const streams& io, const std::string& text) { fmt::print(io.err, "cxm: note: {}\n", without_commands(text)); }

warning_sink warnings_to(const streams& io, bool strict) {
    return [io, strict](const std::string& text) { warn(io, text, strict); };
}

listener listening(const streams& io) {
    const auto line = std::make_shared<progress_line>(io);
    return {warnings_to(io), [io](const std::string& text) { note(io, text); }, line->callback(),
            [line] { line->clear(); }};
}

}  // namespace cxm
