#include <algorithm>

#include <fmt/format.h>

#include "text/problem.hpp"
#include "write/check/formats.hpp"
#include "write/check/text.hpp"
#include "write/markdown/text.hpp"

namespace cxm {

namespace {

std::string row_of(const finding& f, const notation& in) {
    const std::string options = rule_options_text(*f.of, in.say);
    std::string row;
    markdown_table to(row);
    to.own(f.is == check_verdict::fail ? fmt::format("**{}**", in.say(name(f.is))) : in.say(name(f.is)));
    to.text(rule_text(*f.of) + (options.empty() ? "" : " (" + options + ")"));
    to.text(judged_text(f, in));
    to.text(value_text(f, in));
    to.text(interval_text(f, in));
    to.own(count_text(f, in.say));
    to.text(limit_text(f, in));
    const std::string change = change_in_words(f, in);
    to.text(change + (change.empty() || f.reason.empty() ? "" : "; ") + in.say.finished(f.reason));
    to.end_row();
    return row;
}

}  // namespace

std::string write_check_markdown(const check_result& of, const wording& say, std::size_t most) {
    std::string out = fmt::format("**{}**{}{}\n\n", say(of.failed() ? "Checks failed" : "Checks passed"), say(": "),
                                  summary_text(of, say));
    markdown_table head(out);
    for (const std::string_view title : {"verdict", "rule", "where", "value"}) {
        head.own(say(title));
    }
    head.own(say("{} interval", people_level(of.level, say)));
    for (const std::string_view title : {"n", "limit", "remark"}) {
        head.own(say(title));
    }
    head.end_row();
    out += "|:--|:--|:--|--:|--:|--:|:--|:--|\n";
    constexpr std::size_t room_for_last_line = 200;
    std::size_t written = 0;
    const auto findings = worst_first(of);
    for (const finding* f : findings) {
        const std::string row = row_of(*f, {.currency = of.currency, .say = say});
        if (out.size() + row.size() + room_for_last_line > most) {
            break;
        }
        out += row;
        ++written;
    }
    if (written < findings.size()) {
        const auto failing = std::count_if(findings.begin() + static_cast<std::ptrdiff_t>(written), findings.end(),
                                           [](const finding* f) { return f->is == check_verdict::fail; });
        out += "\n" +
               say("Cut here, as comments have a limit: {} more checks, {} of them failed, are left out.",
                   findings.size() - written, failing) +
               "\n";
    }
    return out;
}

}  // namespace cxm
