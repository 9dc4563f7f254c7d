#include "write/credit/formats.hpp"
#include "write/credit/words.hpp"
#include "write/markdown/text.hpp"

namespace cxm {

namespace {

void append_view(std::string& out, const shown_credit& shown, const credit_view& view) {
    out += "\n**" + markdown_text(view.title) + "**\n\n| " + std::string(shown.drawn.say("channel")) + " |";
    std::string rule = "|:--|";
    for (const model_credit& model : shown.of.models) {
        out += " " + model.by->name + " |";
        rule += "--:|";
    }
    out += "\n" + rule + "\n";
    markdown_table to(out);
    for (const std::size_t channel : shown.of.channels_met()) {
        to.text(shown.of.from.channels[channel]);
        for (const model_credit& model : shown.of.models) {
            to.own(view.cell(shown, model, channel));
        }
        to.end_row();
    }
}

}  // namespace

std::string markdown_credit(const shown_credit& shown) {
    std::string out = markdown_text(credit_headline(shown)) + "\n";
    for (const credit_view& view : views_of(shown)) {
        append_view(out, shown, view);
    }
    for (const std::string& remark : remarks_on(shown)) {
        out += "\n" + markdown_text(remark) + "\n";
    }
    return out;
}

}  // namespace cxm
