#include "page/frame.hpp"

#include <algorithm>

#include "page/style.hpp"
#include "write/people.hpp"

namespace cxm {

void write_list(markup& to, const std::vector<std::string>& sentences, std::string_view looks) {
    if (sentences.empty()) {
        return;
    }
    to.open("ul", {only_if(!looks.empty(), "class", looks)});
    for (const std::string& sentence : sentences) {
        to.leaf("li", sentence);
    }
    to.close("ul").own("\n");
}

namespace {

void write_head(markup& to, const std::string& title, const wording& say) {
    to.own("<!doctype html>\n").open("html", {{"lang", say.code()}}).own("\n").open("head").own("\n");
    to.single("meta", {{"charset", "utf-8"}}).own("\n");
    to.single("meta", {{"http-equiv", "Content-Security-Policy"},
                       {"content", "default-src 'none'; style-src 'unsafe-inline'"}});
    to.own("\n").single("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}).own("\n");
    to.single("meta", {{"name", "color-scheme"}, {"content", "light dark"}}).own("\n");
    to.single("meta", {{"name", "referrer"}, {"content", "no-referrer"}}).own("\n");
    to.leaf("title", title).own("\n").open("style").own(page_style()).close("style").own("\n").close("head").own("\n");
}

void write_contents(markup& to, const std::vector<page_section>& sections, const wording& say) {
    to.open("nav", {{"aria-label", say("Contents")}}).open("ul");
    for (const page_section& section : sections) {
        if (!section.inside.empty()) {
            to.open("li").leaf("a", section.heading, {{"href", "#" + section.id}}).close("li");
        }
    }
    to.close("ul").close("nav").own("\n");
}

void write_receipt(markup& to, const receipt& of, const wording& say) {
    to.open("dl", {{"class", "facts"}});
    to.leaf("dt", say("Command")).open("dd").leaf("code", of.command).close("dd");
    to.leaf("dt", say("Inputs")).open("dd");
    for (const receipt_input& input : of.inputs) {
        to.open("div").leaf("code", input.name).text(" ");
        to.text(input.bytes ? say("({} bytes)", people_count(static_cast<double>(*input.bytes), say))
                            : std::string(say("(a pipe)")));
        to.close("div");
    }
    to.close("dd");
    const auto count = [&](std::uint64_t rows) { return people_count(static_cast<double>(rows), say); };
    to.leaf("dt", say("Rows"));
    to.leaf("dd", say("{} read, {} passed over, {} refused", count(of.read), count(of.passed_over), count(of.refused)));
    to.leaf("dt", say("Made by")).leaf("dd", "cxm " + of.version).close("dl").own("\n");
}

}  // namespace

std::string quality_section(const receipt& of, const std::vector<std::string>& remarks, const wording& say) {
    markup to;
    if (of.warnings.empty() && remarks.empty()) {
        to.leaf("p", say("No warning was given, and no value is missing without a reason."));
    }
    if (!of.warnings.empty()) {
        to.open("div", {only_if(!say.is_english(), "lang", "en")});
        write_list(to, of.warnings, "notice");
        to.close("div").own("\n");
    }
    write_list(to, remarks);
    return to.written();
}

std::string framed(const page_head& head, const std::vector<page_section>& sections, const receipt& of) {
    constexpr std::size_t room_beside_sections = 16 * 1024;
    std::size_t length = room_beside_sections;
    for (const page_section& section : sections) {
        length += section.inside.size();
    }
    markup to(length);
    write_head(to, head.title, head.say);
    to.open("body").own("\n").open("header").leaf("h1", head.title).own("\n");
    for (const std::vector<std::string>* const sentences : {&of.opening, &head.sentences}) {
        for (const std::string& sentence : *sentences) {
            to.leaf("p", sentence, {{"class", "lead"}}).own("\n");
        }
    }
    for (const std::string& fact : head.facts) {
        to.leaf("p", fact, {{"class", "quiet"}}).own("\n");
    }
    write_contents(to, sections, head.say);
    to.close("header").own("\n").open("main").own("\n");
    for (const page_section& section : sections) {
        if (!section.inside.empty()) {
            to.open("section", {{"id", section.id}, {"aria-labelledby", section.id + "-head"}});
            to.leaf("h2", section.heading, {{"id", section.id + "-head"}}).own("\n").own(section.inside);
            to.close("section").own("\n");
        }
    }
    to.close("main").own("\n").open("footer", {{"id", "receipt"}});
    to.leaf("h2", head.say("Receipt")).own("\n");
    write_receipt(to, of, head.say);
    to.close("footer").own("\n").close("body").own("\n").close("html").own("\n");
    return std::move(to).written();
}

}  // namespace cxm
