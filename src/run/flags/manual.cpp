#include "run/flags/manual.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <vector>

#include "run/command.hpp"
#include "run/version.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// A text of mdoc, line by line: what it says in words ends no line at 80 bytes, and a new sentence begins one.
class manual_writer {
public:
    void macro(std::string_view line) { text_.append(".").append(line) += '\n'; }

    void words(std::string_view words) {
        std::size_t width = 0;
        while (!words.empty()) {
            const std::size_t end = std::min(words.find(' '), words.size());
            const std::string word = escaped(words.substr(0, end));
            const bool sentence_ended = text_.ends_with(". ") || text_.ends_with("? ");
            if (width != 0 && (width + word.size() > widest || sentence_ended)) {
                text_.back() = '\n';
                width = 0;
            }
            const bool looks_like_macro = width == 0 && (word.starts_with('.') || word.starts_with('\''));
            text_.append(looks_like_macro ? "\\&" : "").append(word) += ' ';
            width += word.size() + 1;
            words.remove_prefix(std::min(end + 1, words.size()));
        }
        if (width != 0) {
            text_.back() = '\n';
        }
    }

    /// A command for a shell, as it is typed.
    void shell_lines(std::string_view commands) {
        macro("Bd -literal -offset indent");
        text_.append(escaped(commands)) += '\n';
        macro("Ed");
    }

    /// A word as the argument of a macro.
    static std::string argument(std::string_view word) {
        std::string text = "\"";
        for (const char c : escaped(word)) {
            text += c == '"' ? "\"\"" : std::string(1, c);
        }
        return text + "\"";
    }

    static std::string escaped(std::string_view text) {
        std::string to;
        for (const char c : text) {
            to += c == '\\' ? "\\e" : std::string(1, c);
        }
        return to;
    }

    const std::string& text() const { return text_; }

private:
    static constexpr std::size_t widest = 76;
    std::string text_;
};

void begin(manual_writer& to, const std::string& name, std::string_view summary) {
    std::string capitals = name;
    std::transform(capitals.begin(), capitals.end(), capitals.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    to.macro(fmt::format("Dd {}", release_date));
    to.macro("Dt " + capitals + " 1");
    to.macro("Os");
    to.macro("Sh NAME");
    to.macro("Nm " + name);
    std::string said(summary);
    said[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(said[0])));
    to.macro("Nd " + manual_writer::escaped(said));
}

void put_flag(manual_writer& to, const flag& f) {
    std::string item = "It";
    for (const std::string& name : names_of(f)) {
        item += (item.size() > 2 ? " , Fl " : " Fl ") + name.substr(1);
    }
    to.macro(item + (f.value.empty() ? "" : " Ar " + manual_writer::argument(f.value)));
    to.words(f.help + (f.help.ends_with('.') ? "" : "."));
}

void put_flags(manual_writer& to, const command_line& line) {
    std::vector<flag> flags = line.flags;
    flags.push_back(help_flag());
    std::vector<std::string> groups;
    for (const flag& f : flags) {
        if (std::find(groups.begin(), groups.end(), f.group) == groups.end()) {
            groups.push_back(f.group);
        }
    }
    to.macro("Sh OPTIONS");
    for (const std::string& group : groups) {
        to.macro("Ss " + manual_writer::escaped(group));
        to.macro("Bl -tag -width Ds");
        for (const flag& f : flags) {
            if (f.group == group) {
                put_flag(to, f);
            }
        }
        to.macro("El");
    }
}

void put_exit_codes(manual_writer& to) {
    to.macro("Sh EXIT STATUS");
    to.macro("Bl -tag -width Ds");
    constexpr std::pair<exit_code, std::string_view> codes[] = {
        {exit_code::fine, "All went well."},
        {exit_code::check_failed, "A rule of cxm check does not hold."},
        {exit_code::usage, "The command line makes no sense."},
        {exit_code::refused, "Input is refused: what was found is said with its place."},
        {exit_code::unwritable, "Output could not be written."},
        {exit_code::internal, "A fault of the program; please report it."}};
    for (const auto& [code, meaning] : codes) {
        to.macro(fmt::format("It {}", static_cast<int>(code)));
        to.words(meaning);
    }
    to.macro("El");
}

}  // namespace

std::string manual_name(std::string_view command_name) { return "cxm-" + std::string(command_name); }

std::string manual_page(const command_line& line) {
    manual_writer to;
    // `cxm solve METRIC` is of the command solve.
    const std::size_t command_end = line.name.find(' ', line.name.find(' ') + 1);
    begin(to, manual_name(line.name.substr(4, command_end - 4)), line.summary);
    to.macro("Sh SYNOPSIS");
    to.macro("Nm " + line.name);
    if (!line.operands_name.empty()) {
        to.macro("Op Ar " + manual_writer::argument(line.operands_name) + " ...");
    }
    to.macro("Op Ar FLAG ...");
    to.macro("Sh DESCRIPTION");
    to.words(line.summary + ".");
    if (!line.operands_help.empty()) {
        to.macro("Pp");
        to.words(line.operands_name + ": " + line.operands_help + ".");
    }
    put_flags(to, line);
    put_exit_codes(to);
    if (!line.examples.empty()) {
        to.macro("Sh EXAMPLES");
        to.shell_lines(line.examples);
    }
    to.macro("Sh SEE ALSO");
    to.macro("Xr cxm 1");
    return to.text();
}

std::string program_manual() {
    manual_writer to;
    begin(to, "cxm", "customer-experience metrics from what a business counts");
    to.macro("Sh SYNOPSIS");
    to.macro("Nm cxm");
    to.macro("Ar COMMAND");
    to.macro("Op Ar FLAG ...");
    to.macro("Nm cxm");
    to.macro("Ar METRIC");
    to.macro("Op Ar FLAG ...");
    to.macro("Sh DESCRIPTION");
    to.words(
        "Reads what a business counts from JSON, NDJSON, CSV or flags and prints customer-experience metrics, with "
        "their uncertainty. Nothing is sent anywhere, and no other program is started.");
    to.macro("Bl -tag -width Ds");
    for (const command& c : commands()) {
        to.macro("It Xr " + manual_name(c.name) + " 1");
        to.words(std::string(c.summary) + ".");
    }
    to.macro("El");
    to.macro("Pp");
    to.words("A metric's key is a command too: its measures are its flags.");
    to.shell_lines("cxm nps --promoters 300 --passives 100 --detractors 100");
    put_exit_codes(to);
    to.macro("Sh SEE ALSO");
    std::string pages;
    for (const command& c : commands()) {
        pages += (pages.empty() ? "" : " ,\n.Xr ") + manual_name(c.name) + " 1";
    }
    to.macro("Xr " + pages);
    return to.text();
}

}  // namespace cxm
