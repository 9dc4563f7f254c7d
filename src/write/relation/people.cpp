#include "write/relation/people.hpp"

#include <fmt/format.h>

#include <vector>

#include "write/grid.hpp"
#include "write/json/object.hpp"
#include "write/lines.hpp"
#include "write/markdown/text.hpp"
#include "write/people.hpp"
#include "write/relation/words.hpp"
#include "write/shares.hpp"

namespace cxm {

namespace {

constexpr std::string_view group_names[groups_of_people] = {"detractors", "passives", "promoters", "no answer"};

double share_lost(const people_counted& group) { return group.people > 0 ? group.lost / group.people : not_given; }

std::string share_lost_text(const people_counted& group, const wording& say) {
    return group.people > 0 ? share_text(share_lost(group), say) : "-";
}

/// What the groups say together, in words that claim no cause.
std::vector<std::string> remarks_on_people(const relation_of_people& of, const wording& say) {
    std::vector<std::string> remarks;
    const share_trend& trend = of.trend;
    if (!trend.z) {
        remarks.push_back(say("{}: nothing can be said of a trend", say.finished(trend.why)));
    } else {
        const bool is_told = *trend.p < 1 - of.level;
        remarks.push_back(fmt::format("{} (Cochran-Armitage z {}, p {})",
                                      say(!is_told         ? "no sign that who likes it more is lost less, or more"
                                          : *trend.z < 0.0 ? "who likes it more is lost less"
                                                           : "who likes it more is lost more"),
                                      say.number(fmt::format("{:.2f}", *trend.z)), p_text(trend.p, say)));
    }
    if (trend.ratio && trend.ratio->estimate) {
        const auto number = [&](double value) { return say.number(fmt::format("{:.2f}", value)); };
        remarks.push_back(say("promoters are lost {} times as often as detractors, {} interval {} to {}",
                              number(*trend.ratio->estimate), people_level(of.level, say),
                              number(trend.ratio->limits.low), number(trend.ratio->limits.high)));
    }
    if (of.answers_of_nobody != 0) {
        remarks.push_back(counted(say, of.answers_of_nobody,
                                  "{} who answered is no customer of the second file: left out",
                                  "{} who answered are no customer of the second file: left out"));
    }
    remarks.emplace_back(say("goes with, not drives; and answers must be older than the losses, or they tell of them"));
    return remarks;
}

}  // namespace

std::string table_relation_of_people(const relation_of_people& of, const look& drawn, csv_texts) {
    lines to(drawn.colour);
    const wording& say = drawn.say;
    grid columns({{.title = std::string(say("answered as")), .to_the_right = false},
                  {.title = std::string(say("people"))},
                  {.title = std::string(say("lost"))},
                  {.title = std::string(say("share"))},
                  {.title = say("{} interval", people_level(of.level, say))}},
                 2);
    for (std::size_t i = 0; i < groups_of_people; ++i) {
        const people_counted& group = of.groups[i];
        columns.add({{std::string(say(group_names[i]))},
                     {people_count(group.people, drawn.say)},
                     {people_count(group.lost, drawn.say)},
                     {share_lost_text(group, say)},
                     {limits_text(group.limits, drawn.say)}});
    }
    columns.fit(drawn.width);
    columns.draw_titles(to, drawn.ascii);
    for (std::size_t i = 0; i < groups_of_people; ++i) {
        columns.draw_row(to, i, drawn.ascii);
    }
    for (const std::string& remark : remarks_on_people(of, say)) {
        to.paragraph(2, remark, drawn.width);
    }
    return to.text();
}

std::string json_relation_of_people(const relation_of_people& of, const look&, csv_texts) {
    std::string out;
    json_object all(out);
    all.text("schema", "cxm.relation_of_people/1");
    all.number("level", of.level);
    json_array groups = all.array("groups", "\n ");
    for (std::size_t i = 0; i < groups_of_people; ++i) {
        const people_counted& group = of.groups[i];
        json_object one = groups.object();
        one.text("group", group_names[i]);
        one.count("people", group.people);
        one.count("lost", group.lost);
        const auto share = group.people > 0 ? std::optional(share_lost(group)) : std::nullopt;
        append_share(one, "share", share, group.limits, group.people);
        one.end();
    }
    groups.end();
    all.number("z", of.trend.z.value_or(not_given));
    all.number("p", of.trend.p.value_or(not_given));
    all.text_if_any("reason", of.trend.why);
    if (of.trend.ratio && of.trend.ratio->estimate) {
        json_object ratio = all.object("ratio");
        ratio.number("value", *of.trend.ratio->estimate);
        ratio.number("low", of.trend.ratio->limits.low);
        ratio.number("high", of.trend.ratio->limits.high);
        ratio.end();
    }
    all.count("answers_of_nobody", static_cast<double>(of.answers_of_nobody));
    all.end();
    return out + "\n";
}

std::string csv_relation_of_people(const relation_of_people& of, const look&, csv_texts texts) {
    std::string out;
    csv_writer to(out, texts);
    to.raw("group,people,lost,share,low,high");
    to.end_line();
    for (std::size_t i = 0; i < groups_of_people; ++i) {
        const people_counted& group = of.groups[i];
        to.text(group_names[i]);
        to.count(group.people);
        to.count(group.lost);
        to.number(share_lost(group));
        to.number(group.limits ? group.limits->low : not_given);
        to.number(group.limits ? group.limits->high : not_given);
        to.end_line();
    }
    return out;
}

std::string markdown_relation_of_people(const relation_of_people& of, const look& drawn, csv_texts) {
    const wording& say = drawn.say;
    std::string out =
        fmt::format("| {} | {} | {} | {} | {} |\n|:--|--:|--:|--:|--:|\n", say("answered as"), say("people"),
                    say("lost"), say("share"), say("{} interval", people_level(of.level, say)));
    markdown_table to(out);
    for (std::size_t i = 0; i < groups_of_people; ++i) {
        const people_counted& group = of.groups[i];
        to.own(say(group_names[i]));
        to.own(people_count(group.people, say));
        to.own(people_count(group.lost, say));
        to.own(share_lost_text(group, say));
        to.own(limits_text(group.limits, say));
        to.end_row();
    }
    for (const std::string& remark : remarks_on_people(of, say)) {
        out += "\n" + markdown_text(remark) + "\n";
    }
    return out;
}

}  // namespace cxm
