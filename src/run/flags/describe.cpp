#include "run/flags/describe.hpp"

#include "run/flags/manual.hpp"
#include "write/json/object.hpp"

namespace cxm {

namespace {

void append_words(json_object& to, const choices& words) {
    if (words.empty()) {
        return;
    }
    json_array list = to.array("words");
    for (const choice& c : words) {
        json_object word = list.object();
        word.text("word", c.word);
        word.text_if_any("meaning", c.meaning);
        word.end();
    }
    list.end();
}

void append_flag(json_object to, const flag& f) {
    json_array names = to.array("names");
    for (const std::string& name : names_of(f)) {
        names.text(name);
    }
    names.end();
    to.text_if_any("value", f.value);
    to.text("help", f.help);
    to.text("group", f.group);
    to.flag("repeatable", std::holds_alternative<std::vector<std::string>*>(f.into));
    append_words(to, f.words);
    to.end();
}

std::string as_json(const command_line& line) {
    std::string text;
    json_object to(text);
    to.text("name", line.name);
    to.text("summary", line.summary);
    to.text_if_any("examples", line.examples);
    to.text_if_any("operands", line.operands_name);
    to.text_if_any("operands_help", line.operands_help);
    append_words(to, line.operand_words);
    json_array flags = to.array("flags", "\n  ");
    for (const flag& f : line.flags) {
        append_flag(flags.object(), f);
    }
    append_flag(flags.object(), help_flag());
    flags.end();
    to.end();
    return text;
}

}  // namespace

bool is_describing(const std::vector<std::string>& given) {
    return given.size() == 1 && (given[0] == describe_as_json || given[0] == describe_as_manual);
}

std::string description(const command_line& line, const std::vector<std::string>& given) {
    return given[0] == describe_as_json ? as_json(line) : manual_page(line);
}

}  // namespace cxm
