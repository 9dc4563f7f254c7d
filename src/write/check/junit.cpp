#include <algorithm>

#include <fmt/format.h>

#include "text/utf8.hpp"
#include "write/check/formats.hpp"
#include "write/check/text.hpp"

namespace cxm {

namespace {

/// What XML 1.0 allows at all; not even an escape may stand for the others.
bool is_xml(char32_t c) { return c == 0x9 || c == 0xa || c == 0xd || (c >= 0x20 && c != 0xfffe && c != 0xffff); }

/// Text for an attribute or element; what XML forbids becomes U+FFFD.
std::string xml_text(std::string_view text) {
    std::string safe;
    while (!text.empty()) {
        const utf8_character c = first_character(text);
        switch (c.valid && is_xml(c.code) ? c.code : 0) {
            case 0: safe += "\xef\xbf\xbd"; break;
            case '&': safe += "&amp;"; break;
            case '<': safe += "&lt;"; break;
            case '>': safe += "&gt;"; break;
            case '"': safe += "&quot;"; break;
            case '\t': safe += "&#9;"; break;
            case '\n': safe += "&#10;"; break;
            case '\r': safe += "&#13;"; break;
            default: safe += text.substr(0, c.bytes);
        }
        text.remove_prefix(c.bytes);
    }
    return safe;
}

std::string case_name(const finding& f) {
    const std::string where = where_text(f);
    return rule_text(*f.of) + (where.empty() ? "" : " [" + where + "]");
}

bool is_skipped(const check_result& of, const finding& f) {
    return !of.fails(f) && (f.is == check_verdict::undecided || f.is == check_verdict::no_data);
}

std::string case_of(const check_result& of, const finding& f) {
    const std::string told = xml_text(finding_text(f, of));
    std::string text = fmt::format("    <testcase classname=\"cxm.check.{}\" name=\"{}\" time=\"0\"",
                                   xml_text(f.of->says.of->key), xml_text(case_name(f)));
    if (of.fails(f)) {
        return text + fmt::format(">\n      <failure type=\"{}\" message=\"{}\">{}</failure>\n    </testcase>\n",
                                  name(f.is), told, told);
    }
    if (is_skipped(of, f)) {
        return text + fmt::format(">\n      <skipped message=\"{}: {}\"/>\n    </testcase>\n", name(f.is), told);
    }
    return text + fmt::format(">\n      <system-out>{}{}</system-out>\n    </testcase>\n",
                              f.is == check_verdict::warn ? "warning: " : "", told);
}

}  // namespace

namespace {

std::string suite_of(const std::string& counts, const std::string& cases) {
    // The outer element of the common schemas has no count of the skipped.
    const std::string outer = counts.substr(0, counts.find(" skipped"));
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" +
           fmt::format("<testsuites name=\"cxm check\" {} time=\"0\">\n  <testsuite name=\"cxm check\" {}>\n{}"
                       "  </testsuite>\n</testsuites>\n",
                       outer, counts, cases);
}

}  // namespace

std::string write_check_junit(const check_result& of) {
    const auto count = [&](auto&& is) { return std::count_if(of.findings.begin(), of.findings.end(), is); };
    const std::string counts = fmt::format("tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\" time=\"0\"",
                                           of.findings.size(), count([&](const finding& f) { return of.fails(f); }),
                                           count([&](const finding& f) { return is_skipped(of, f); }));
    std::string cases;
    for (const finding& f : of.findings) {
        cases += case_of(of, f);
    }
    return suite_of(counts, cases);
}

std::string write_refusal_junit(std::string_view message) {
    const std::string told = xml_text(message);
    return suite_of("tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\" time=\"0\"",
                    fmt::format("    <testcase classname=\"cxm.check\" name=\"input\" time=\"0\">\n"
                                "      <error type=\"refused\" message=\"{}\">{}</error>\n    </testcase>\n",
                                told, told));
}

}  // namespace cxm
