#include "page/check_page.hpp"

#include <algorithm>

#include "page/definitions.hpp"
#include "page/frame.hpp"
#include "page/html_table.hpp"
#include "page/report_parts.hpp"
#include "page/svg/drawing.hpp"
#include "page/svg/scale.hpp"
#include "write/check/text.hpp"

namespace cxm {

namespace {

std::string_view shape_of(check_verdict v) {
    switch (v) {
        case check_verdict::pass: return "● ";
        case check_verdict::fail: return "▼ ";
        case check_verdict::warn: return "▽ ";
        case check_verdict::undecided: return "◇ ";
        default: return "– ";
    }
}

void write_check_verdict(markup& to, check_verdict v, const wording& say) {
    const bool bad = v == check_verdict::fail || v == check_verdict::warn;
    to.leaf("span", std::string(shape_of(v)) + std::string(say(name(v))),
            {{"class", bad                        ? "worse"
                       : v == check_verdict::pass ? "better"
                                                  : "usual"}});
}

/// The value with its interval against the limit, which is a line across.
std::string bullet(const finding& f, const std::string& words) {
    if (!f.judged.comes_to.ok() || is_missing(f.limit)) {
        return {};
    }
    constexpr double width = 130;
    constexpr double height = 20;
    extent values = extent::none();
    values.take(f.judged.comes_to.value);
    values.take(f.limit);
    if (f.judged.limits) {
        values.take(f.judged.limits->low);
        values.take(f.judged.limits->high);
    }
    const linear_scale x(padded(values), 4, width - 4);
    drawing to(width, height);
    const bool bad = f.is == check_verdict::fail || f.is == check_verdict::warn;
    const ink of = bad ? ink::worse : f.is == check_verdict::pass ? ink::better : ink::usual;
    to.line({0, height / 2}, {width, height / 2}, {ink::rule, 0.8});
    if (f.judged.limits) {
        to.line({x.at(f.judged.limits->low), height / 2}, {x.at(f.judged.limits->high), height / 2}, {of, 2.4});
    }
    to.line({x.at(f.limit), 2}, {x.at(f.limit), height - 2}, {ink::target, 1.6, true});
    to.sign({x.at(f.judged.comes_to.value), height / 2}, mark::dot, of, 3.8);
    return to.figure(words);
}

html_table table_of_findings(const shown_checks& shown, const std::vector<const finding*>& findings) {
    const notation in{shown.of.currency, false, shown.say};
    html_table table;
    table.columns = {words_column(in.say("rule")),
                     words_column(in.say("verdict")),
                     words_column(in.say("where")),
                     numbers_column(in.say("value")),
                     {in.say("{} interval", people_level(shown.of.level, in.say))},
                     {"n"},
                     numbers_column(in.say("limit")),
                     words_column(in.say("value and limit")),
                     words_column(in.say("remark"))};
    for (const finding* const each : findings) {
        const finding& f = *each;
        const std::string options = rule_options_text(*f.of, in.say);
        const std::string change = change_in_words(f, in);
        markup is;
        write_check_verdict(is, f.is, in.say);
        const std::string drawn = bullet(f, value_text(f, in) + ", " + limit_text(f, in));
        table.rows.push_back({{.text = rule_text(*f.of) + (options.empty() ? "" : " (" + options + ")"),
                               .link = definition_id(*f.of->says.of)},
                              {.looks = "k", .drawn = is.written()},
                              {judged_text(f, in)},
                              {value_text(f, in)},
                              {interval_text(f, in)},
                              {count_text(f, in.say)},
                              {limit_text(f, in)},
                              {.drawn = drawn},
                              {change + std::string(change.empty() || f.reason.empty() ? "" : in.say("; ")) +
                               in.say.finished(f.reason)}});
    }
    return table;
}

}  // namespace

std::string check_page(const shown_checks& shown) {
    const std::vector<const finding*> findings = worst_first(shown.of);
    std::vector<defined_metric> metrics;
    for (const finding* f : findings) {
        if (std::none_of(metrics.begin(), metrics.end(), [&](const auto& m) { return m.of == f->of->says.of; })) {
            metrics.push_back({f->of->says.of});
        }
    }
    markup table;
    write_table(table, table_of_findings(shown, findings));
    table.leaf(
        "p",
        shown.say(
            "● pass, ▼ fail, ▽ warn, ◇ undecided, – no data. The dot is the value, the line its interval, the dashed line across the limit."),
        {{"class", "quiet"}});
    page_head head;
    head.say = shown.say;
    head.title = std::string(shown.of.failed() ? shown.say("Checks failed") : shown.say("Checks passed"));
    head.sentences.push_back(summary_text(shown.of, shown.say) + ".");
    return framed(head,
                  {{"checks", std::string(shown.say("Checks")), table.written()},
                   {"quality", std::string(shown.say("Data quality")), quality_section(shown.from, {}, shown.say)},
                   {"method", std::string(shown.say("Method and definitions")),
                    definitions_section(metrics, {shown.of.currency, false, shown.say})}},
                  shown.from);
}

}  // namespace cxm
