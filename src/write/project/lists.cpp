#include "write/figure_text.hpp"
#include "write/markdown/text.hpp"
#include "write/project/formats.hpp"

namespace cxm {

std::string projection_csv(const projection& p, csv_texts texts) {
    std::string text = "period,age," + std::string(figure_columns) + "\n";
    csv_writer to(text, texts);
    const auto add = [&](std::string_view period, std::string_view age, const forecast_figure& f) {
        to.text(period);
        to.raw(age);
        append_figure(to, f);
        to.end_line();
    };
    for (const forecast_figure& f : p.figures) {
        add({}, {}, f);
    }
    for (const projected_age& at : p.ages) {
        for (const forecast_figure* f : at.figures()) {
            add(at.period, std::to_string(at.age), *f);
        }
    }
    return text;
}

std::string projection_markdown(const projection& p, std::string_view currency, const wording& say) {
    const notation in{currency, false, say};
    std::string text;
    markdown_table titles(text);
    for (const std::string_view title :
         {say("age"), say("customers"), say("seen"), say("curve"), say("limits"), say("risk seen"), say("risk")}) {
        titles.own(title);
    }
    titles.end_row();
    text += "|---:|---:|---:|---:|---:|---:|---:|\n";
    for (const projected_age& at : p.ages) {
        markdown_table to(text);
        to.own(std::to_string(at.age));
        to.own(is_missing(at.customers) ? "" : people_count(at.customers, in.say));
        for (const forecast_figure* f : {&at.seen, &at.expected}) {
            to.own(figure_value(*f, in));
        }
        to.own(figure_range(at.expected, in));
        for (const forecast_figure* f : {&at.risk_seen, &at.risk}) {
            to.own(figure_value(*f, in));
        }
        to.end_row();
    }
    text += p.figures.empty() ? "" : "\n| | " + std::string(say("limits")) + " | |\n|---:|---:|---|\n";
    for (const forecast_figure& f : p.figures) {
        markdown_table to(text);
        to.own(figure_value(f, in));
        to.own(figure_range(f, in));
        to.own(f.ok() ? meaning(p, f, say) : say("{}: {}", meaning(p, f, say), say.finished(f.reason)));
        to.end_row();
    }
    for (const std::string& remark : projection_remarks(p, say)) {
        text += "\n" + remark + "\n";
    }
    const std::string verdict = verdict_of_test(p, say);
    const std::string first = p.has_curve ? verdict : say("No curve: {}.", say.finished(p.reason));
    return (first.empty() ? "" : first + "\n\n") + text;
}

}  // namespace cxm
