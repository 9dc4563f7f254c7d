#include <fmt/format.h>

#include "write/check/formats.hpp"
#include "write/check/text.hpp"
#include "write/json/string.hpp"

namespace cxm {

namespace {

/// A description: `#` would begin a directive.
std::string tap_text(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        safe += c == '#' || c == '\\' ? std::string{'\\', c} : std::string(1, c);
    }
    return safe;
}

std::string line_of(const check_result& of, const finding& f, std::size_t number) {
    const std::string where = judged_text(f);
    const std::string text = tap_text(rule_text(*f.of) + (where.empty() ? "" : " [" + where + "]"));
    if (of.fails(f)) {
        return fmt::format("not ok {} - {}\n", number, text);
    }
    switch (f.is) {
        case check_verdict::warn: return fmt::format("not ok {} - {} # TODO only warns\n", number, text);
        case check_verdict::undecided:
        case check_verdict::no_data:
            return fmt::format("ok {} - {} # SKIP {}: {}\n", number, text, name(f.is), tap_text(f.reason));
        default: return fmt::format("ok {} - {}\n", number, text);
    }
}

void append_diagnostics(std::string& to, std::string_view verdict, std::string_view message) {
    to += fmt::format("  ---\n  verdict: \"{}\"\n  message: ", verdict);
    // A JSON string is a YAML scalar too.
    append_json_string(to, message);
    to += "\n  ...\n";
}

}  // namespace

std::string write_check_tap(const check_result& of) {
    std::string out = fmt::format("TAP version 14\n1..{}\n", of.findings.size());
    std::size_t number = 0;
    for (const finding& f : of.findings) {
        out += line_of(of, f, ++number);
        if (f.is != check_verdict::pass) {
            append_diagnostics(out, name(f.is), finding_text(f, of));
        }
    }
    return out + "# " + summary_text(of) + "\n";
}

std::string write_refusal_tap(std::string_view message) {
    std::string out = "TAP version 14\n1..1\nnot ok 1 - input\n";
    append_diagnostics(out, "refused", message);
    return out;
}

}  // namespace cxm
