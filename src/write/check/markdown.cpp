#include <algorithm>

#include <fmt/format.h>

#include "text/problem.hpp"
#include "write/check/formats.hpp"
#include "write/check/text.hpp"
#include "write/markdown/text.hpp"

namespace cxm {

namespace {

std::string row_of(const finding& f, const notation& in) {
    const std::string options = rule_options_text(*f.of);
    std::string row;
    markdown_table to(row);
    to.own(f.is == check_verdict::fail ? fmt::format("**{}**", name(f.is)) : name(f.is));
    to.text(rule_text(*f.of) + (options.empty() ? "" : " (" + options + ")"));
    to.text(judged_text(f));
    to.text(value_text(f, in));
    to.text(interval_text(f, in));
    to.own(count_text(f));
    to.text(limit_text(f, in));
    const std::string change = change_in_words(f, in);
    to.text(change + (change.empty() || f.reason.empty() ? "" : "; ") + f.reason);
    to.end_row();
    return row;
}

/// The worst first, so that what is cut off is not what failed.
std::vector<const finding*> worst_first(const check_result& of) {
    std::vector<const finding*> findings;
    for (const finding& f : of.findings) {
        findings.push_back(&f);
    }
    std::stable_sort(findings.begin(), findings.end(),
                     [](const finding* a, const finding* b) { return a->is > b->is; });
    return findings;
}

}  // namespace

std::string write_check_markdown(const check_result& of, std::size_t most) {
    std::string out = fmt::format("**Checks {}**: {}\n\n", of.failed() ? "failed" : "passed", summary_text(of));
    out +=
        fmt::format("| verdict | rule | where | value | {} interval | n | limit | remark |\n", people_level(of.level));
    out += "|:--|:--|:--|--:|--:|--:|:--|:--|\n";
    constexpr std::size_t room_for_last_line = 200;
    std::size_t written = 0;
    const auto findings = worst_first(of);
    for (const finding* f : findings) {
        const std::string row = row_of(*f, {of.currency});
        if (out.size() + row.size() + room_for_last_line > most) {
            break;
        }
        out += row;
        ++written;
    }
    if (written < findings.size()) {
        const auto failing = std::count_if(findings.begin() + static_cast<std::ptrdiff_t>(written), findings.end(),
                                           [](const finding* f) { return f->is == check_verdict::fail; });
        out += fmt::format("\nCut here, as comments have a limit: {} more checks, {} of them failed, are left out.\n",
                           findings.size() - written, failing);
    }
    return out;
}

}  // namespace cxm
