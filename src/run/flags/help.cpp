#include "run/flags/help.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "run/flags/flag.hpp"
#include "run/terminal.hpp"

namespace cxm {

namespace {

std::string joined_names(const flag& f) {
    std::string text;
    for (const std::string& name : names_of(f)) {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text + (f.value.empty() ? "" : " " + f.value);
}

/// The groups in the order in which they first come; what every command has comes last.
std::vector<std::string> groups_of(const std::vector<flag>& flags) {
    std::vector<std::string> groups;
    for (const flag& f : flags) {
        if (f.group != help_flag().group && std::find(groups.begin(), groups.end(), f.group) == groups.end()) {
            groups.push_back(f.group);
        }
    }
    groups.push_back(help_flag().group);
    return groups;
}

void put_usage(lines& to, const command_line& line, std::size_t width) {
    const std::string operands = line.operands == nullptr ? "" : " [" + line.operands_name + " …]";
    put_shell_line(to, 2, line.name + operands + " [FLAG …]", width);
    if (line.operands != nullptr) {
        put_meaning(to, line.operands_name, line.operands_help, width);
    } else if (!line.operand_words.empty()) {
        put_meaning(to, line.name.substr(line.name.rfind(' ') + 1), "One of " + listed(line.operand_words), width);
    }
}

void put_group(lines& to, const std::string& group, const std::vector<flag>& flags, std::size_t width) {
    to.end_line();
    to.left(0, group + ":");
    to.end_line();
    for (const flag& f : flags) {
        if (f.group == group) {
            put_meaning(to, joined_names(f), f.help, width);
        }
    }
}

void put_footer(lines& to, std::string_view footer, std::size_t width) {
    if (!footer.empty()) {
        to.end_line();
    }
    while (!footer.empty()) {
        const std::string_view whole = footer.substr(0, footer.find('\n'));
        const std::size_t indent = std::min(whole.find_first_not_of(' '), whole.size());
        to.paragraph(indent, whole.substr(indent), width);
        footer.remove_prefix(std::min(whole.size() + 1, footer.size()));
    }
}

}  // namespace

std::string help_of(const command_line& line) {
    const std::size_t width = terminal_width();
    lines text(false);
    text.paragraph(0, line.name + " - " + line.summary, width);
    text.end_line();
    put_usage(text, line, width);
    if (!line.examples.empty()) {
        text.end_line();
        text.left(0, line.examples.find('\n') == std::string::npos ? "Example:" : "Examples:");
        text.end_line();
        put_examples(text, 2, line.examples, width);
    }
    std::vector<flag> flags = line.flags;
    flags.push_back(help_flag());
    for (const std::string& group : groups_of(flags)) {
        put_group(text, group, flags, width);
    }
    put_footer(text, line.footer, width);
    return text.text();
}

}  // namespace cxm
