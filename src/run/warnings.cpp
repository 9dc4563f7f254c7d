#include "run/warnings.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <memory>

#include "run/progress.hpp"
#include "text/problem.hpp"
#include "text/shown.hpp"

namespace cxm {

void tell(const streams& io, std::string_view text) { (void)std::fwrite(text.data(), 1, text.size(), io.err); }

void warn(const streams& io, const std::string& text, bool strict) {
    if (strict) {
        throw bad_input("", text);
    }
    tell(io, fmt::format("cxm: warning: {}\n", without_commands(text)));
}

void note(const streams& io, const std::string& text) {
    tell(io, fmt::format("cxm: note: {}\n", without_commands(text)));
}

warning_sink warnings_to(const streams& io, bool strict) {
    return [io, strict](const std::string& text) { warn(io, text, strict); };
}

listener listening(const streams& io) {
    const auto line = std::make_shared<progress_line>(io);
    return {warnings_to(io), [io](const std::string& text) { note(io, text); }, line->callback(),
            [line] { line->clear(); }};
}

}  // namespace cxm
