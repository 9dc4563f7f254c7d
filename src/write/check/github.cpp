#include <array>

#include <fmt/format.h>

#include "write/check/formats.hpp"
#include "write/check/text.hpp"

namespace cxm {

namespace {

/// The runner cuts commands at line ends and reads `%0A` back; properties end at `,` and `::`.
std::string escaped(std::string_view text, bool is_property) {
    std::string safe;
    for (const char c : text) {
        switch (c) {
            case '%': safe += "%25"; break;
            case '\r': safe += "%0D"; break;
            case '\n': safe += "%0A"; break;
            case ':': safe += is_property ? "%3A" : ":"; break;
            case ',': safe += is_property ? "%2C" : ","; break;
            default: safe += c;
        }
    }
    return safe;
}

enum class annotation { error, warning, notice };

constexpr std::array<std::string_view, 3> annotation_names = {"error", "warning", "notice"};

annotation level_of(const check_result& of, const finding& f) {
    return of.fails(f) ? annotation::error : f.is == check_verdict::no_data ? annotation::notice : annotation::warning;
}

std::string command_of(const check_result& of, const finding& f) {
    const rule& r = *f.of;
    std::string properties =
        r.file.empty() ? std::string() : fmt::format("file={},line={},", escaped(r.file, true), r.line);
    properties += "title=" + escaped(fmt::format("{}: {}", name(f.is), rule_text(r)), true);
    return fmt::format("::{} {}::{}\n", annotation_names[static_cast<std::size_t>(level_of(of, f))], properties,
                       escaped(finding_text(f, of), false));
}

}  // namespace

std::string write_check_github(const check_result& of) {
    constexpr std::size_t most = 10;
    std::array<std::size_t, 3> count{};
    std::string out;
    for (const finding& f : of.findings) {
        if (f.is == check_verdict::pass) {
            out += "pass: " + finding_text(f, of) + "\n";
        } else if (++count[static_cast<std::size_t>(level_of(of, f))] <= most) {
            out += command_of(of, f);
        }
    }
    for (std::size_t i = 0; i < count.size(); ++i) {
        if (count[i] > most) {
            const std::size_t more = count[i] - most;
            out += fmt::format("and {} more {}{}\n", more, annotation_names[i], more == 1 ? "" : "s");
        }
    }
    return out + summary_text(of) + "\n";
}

std::string write_refusal_github(std::string_view message) {
    return "::error title=input refused::" + escaped(message, false) + "\n";
}

}  // namespace cxm
