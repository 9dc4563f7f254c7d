#include "run/warnings.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <memory>

#include "run/progress.hpp"
#include "text/problem.hpp"
#include "text/shown.hpp"
#include "write/receipt.hpp"

namespace cxm {

void tell(const streams& io, std::string_view text) { (void)std::fwrite(text.data(), 1, text.size(), io.err); }

namespace {

void keep(const streams& io, const std::string& text) {
    if (io.kept != nullptr) {
        io.kept->warnings.push_back(text);
    }
}

}  // namespace

void count_rows(const streams& io, const rows_counted& rows) {
    if (io.kept != nullptr) {
        io.kept->read += rows.read;
        io.kept->passed_over += rows.passed_over;
        io.kept->refused += rows.refused;
    }
}

void warn(const streams& io, const std::string& text, bool strict) {
    if (strict) {
        throw bad_input("", text);
    }
    tell(io, fmt::format("cxm: warning: {}\n", without_commands(text)));
    keep(io, text);
}

void note(const streams& io, const std::string& text) {
    tell(io, fmt::format("cxm: note: {}\n", without_commands(text)));
    keep(io, text);
}

warning_sink warnings_to(const streams& io, bool strict) {
    return [io, strict](const std::string& text) { warn(io, text, strict); };
}

listener listening(const streams& io) {
    const auto line = std::make_shared<progress_line>(io);
    return {warnings_to(io), [io](const std::string& text) { note(io, text); }, line->callback(),
            [line] { line->clear(); }, [io](const rows_counted& rows) { count_rows(io, rows); }};
}

}  // namespace cxm
