#include "write/customers/formats.hpp"
#include "write/customers/parts.hpp"
#include "write/figure_text.hpp"
#include "write/markdown/text.hpp"

namespace cxm {

std::string customers_csv(const customer_list& list, csv_texts texts) {
    std::string text = list.of.of.alike ? "customers," : "id,";
    text += "x,t_x,T,mean,purchases_expected,chance_of_none,chance_alive,amount_expected,value,"
            "money_at_stake,status,reason";
    text += list.of.of.segments.label.empty() ? "\n" : ",segment\n";
    csv_writer to(text, texts);
    for (const std::size_t i : list.rows) {
        const customer_summary& known = list.of.of.customers[i];
        const customer_outlook one = outlook_of(list, i);
        if (list.of.of.alike) {
            to.count(known.customers);
        } else {
            to.text(list.names[i]);
        }
        to.count(known.of.x);
        to.number(known.of.t_x);
        to.number(known.of.T);
        to.number(list.of.of.amounts ? known.mean : not_given);
        for (const double number : {one.purchases, one.none, one.alive, one.amount, one.value, one.at_stake}) {
            to.number(number);
        }
        to.raw(list.of.outlooks.empty() ? "undefined" : "ok");
        to.text(list.of.purchases.reason);
        if (const segments_asked& segments = list.of.of.segments; !segments.label.empty()) {
            to.text(segments.names[segments.segment_of[i]]);
        }
        to.end_line();
    }
    return text;
}

namespace {

void append_part(std::string& text, const told_part& part, const wording& say) {
    text += "\n" + say("{}:", part.title) + "\n\n";
    markdown_table to(text);
    for (const told_column& column : part.columns) {
        to.text(column.title);
    }
    to.end_row();
    for (std::size_t i = 0; i < part.columns.size(); ++i) {
        text += i == 0 ? "|---|" : "---:|";
    }
    text += "\n";
    for (const std::vector<std::string>& row : part.rows) {
        for (const std::string& cell : row) {
            to.text(cell);
        }
        to.end_row();
    }
    for (const std::string& remark : part.remarks) {
        text += "\n" + remark + "\n";
    }
}

}  // namespace

std::string customers_markdown(const customer_list& list, const wording& say) {
    const notation in{list.currency, false, say};
    const std::string verdict = verdict_of_test(list, say);
    std::string text =
        list.of.purchases.has_model ? "" : say("No forecast: {}.", say.finished(list.of.purchases.reason)) + "\n\n";
    text += verdict.empty() ? "" : verdict + "\n\n";
    text += list.of.figures.empty() ? "" : "| | " + std::string(say("limits")) + " | |\n|---:|---:|---|\n";
    markdown_table to(text);
    for (const forecast_figure& f : list.of.figures) {
        to.own(figure_value(f, in));
        to.own(figure_range(f, in));
        to.own(meaning(list, f, say));
        to.end_row();
    }
    if (!list.of.outlooks.empty()) {
        text += "\n" + say("{}:", title_of_list(list, say)) + "\n\n";
        for (const std::string_view title : {list.of.of.alike ? say("customers") : say("customer"), say("repeats"),
                                             say("none"), say("expected"), say("value"), say("at stake")}) {
            to.own(title);
        }
        to.end_row();
        text += "|---|---:|---:|---:|---:|---:|\n";
        for (const std::size_t i : list.rows) {
            const customer_outlook& one = list.of.outlooks[i];
            if (list.of.of.alike) {
                to.own(people_count(list.of.of.customers[i].customers, in.say));
            } else {
                to.text(list.names[i]);
            }
            to.own(people_count(list.of.of.customers[i].of.x, in.say));
            to.own(figure_value({{}, figure_unit::share, one.none}, in));
            to.own(fixed(one.purchases, 2, say));
            for (const double money : {one.value, one.at_stake}) {
                to.own(is_missing(money) ? "" : figure_value({{}, figure_unit::money, money}, in));
            }
            to.end_row();
        }
    }
    for (const told_part& part : parts_of(list, in)) {
        append_part(text, part, say);
    }
    for (const std::string& remark : customer_remarks(list, say)) {
        text += "\n" + remark + "\n";
    }
    return text;
}

}  // namespace cxm
