#include "run/flags/complete.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <exception>

#include "look/front_columns.hpp"
#include "run/command.hpp"
#include "run/metric_command.hpp"
#include "run/metrics_wanted.hpp"

namespace cxm {

namespace {

constexpr std::string_view marker = "--complete=";
constexpr const char* files = ":files\n";

bool holds(const arguments& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

void add(std::string& text, std::string_view before, const choice& c) {
    text.append(before).append(c.word).append(c.meaning.empty() ? "" : "\t").append(c.meaning) += '\n';
}

std::string lines_of(const choices& words, std::string_view before = {}) {
    std::string text;
    for (const choice& c : words) {
        add(text, before, c);
    }
    return text;
}

/// Pipes and devices are not read before their command runs.
bool is_regular(const std::string& file) {
    struct stat about {};
    return stat(file.c_str(), &about) == 0 && S_ISREG(about.st_mode);
}

/// The columns of the first file among the words, of which as much as the front is read; none where it is no table.
std::vector<front_column> columns_typed(const command_line& line, const arguments& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const flag* const before = i == 0 ? nullptr : find_flag(line, words[i - 1]);
        const bool is_value = before != nullptr && !before->value.empty();
        if (is_value || words[i].starts_with('-') || !is_regular(words[i])) {
            continue;
        }
        try {
            return front_columns(words[i]);
        } catch (const std::exception&) {
            return {};  // a shell has no room for what is wrong with it
        }
    }
    return {};
}

/// Columns where a value names one, and the values of a label behind its `=`.
std::string columns_of(const command_line& line, const arguments& words, std::string_view typed,
                       std::string_view before) {
    const std::vector<front_column> columns = columns_typed(line, words);
    const std::size_t equals = typed.find('=');
    std::string text;
    for (const front_column& column : columns) {
        if (equals == typed.npos) {
            add(text, before, {column.name});
        } else if (column.name == typed.substr(0, equals)) {
            for (const std::string& value : column.values) {
                add(text, std::string(before) + column.name + "=", {value});
            }
        }
    }
    return text;
}

/// Whether a value begins with the name of a column: `COLUMN:GRAIN`, `[LABEL=]COLUMN`, `ID,TIME`, `PERIOD|LABEL=VALUE`.
bool names_column(const flag& f) {
    constexpr std::string_view names[] = {"COLUMN", "[LABEL=]COLUMN", "LABEL", "ID", "START,END", "PERIOD|LABEL=VALUE"};
    return std::any_of(std::begin(names), std::end(names),
                       [&](std::string_view name) { return std::string_view(f.value).starts_with(name); });
}

/// `before` is what stands in the word before the value: `--format=`.
std::string values_of(const command_line& line, const flag& f, const arguments& given, std::string_view typed,
                      std::string_view before = {}) {
    if (f.value == "FILE") {
        return files;
    }
    if (f.value == "KEY") {
        const catalogue known = catalogue_of(metric_files(given));
        return lines_of(choices_of(known.metrics()), before);
    }
    if (f.words.empty() && names_column(f)) {
        return columns_of(line, given, typed, before);
    }
    if (f.value == "MEASURE" && f.words.empty()) {
        choices keys;
        const catalogue known = catalogue_of(metric_files(given));
        for (const measure* m : known.measures()) {
            keys.emplace_back(m->key, m->meaning);
        }
        return lines_of(keys, before);
    }
    return lines_of(f.words, before);
}

/// What may be given once and is.
bool is_spent(const flag& f, const arguments& words) {
    const auto is_given = [&](const std::string& name) {
        return std::any_of(words.begin(), words.end(),
                           [&](const std::string& w) { return w == name || w.starts_with(name + "="); });
    };
    const auto names = names_of(f);
    return !std::holds_alternative<std::vector<std::string>*>(f.into) &&
           std::any_of(names.begin(), names.end(), is_given);
}

std::string flags_of(const command_line& line, const arguments& words) {
    std::vector<flag> possible = line.flags;
    possible.push_back(help_flag());
    std::erase_if(possible, [&](const flag& f) { return is_spent(f, words); });
    std::string text;
    for (const flag& f : possible) {
        for (const std::string& name : names_of(f)) {
            add(text, {}, {name, f.help});
        }
    }
    return text;
}

/// What follows for a command that takes two metrics, then files.
std::string metrics_or_files(const arguments& words) {
    const catalogue known = catalogue_of(metric_files(words));
    const choices keys = choices_of(known.metrics());
    const auto named = std::count_if(words.begin(), words.end(), [&](const std::string& word) {
        return std::any_of(keys.begin(), keys.end(), [&](const choice& c) { return c.word == word; });
    });
    return named >= 2 || holds(words, "--join") ? files : lines_of(keys);
}

}  // namespace

bool is_completing(const arguments& given) { return !given.empty() && given.back().starts_with(marker); }

std::string candidates(const command_line& line, const arguments& given) {
    const arguments words(given.begin(), given.end() - 1);
    const std::string word = given.back().substr(marker.size());
    const bool may_be_flag = !holds(words, "--");
    if (may_be_flag && !words.empty()) {
        const flag* const f = find_flag(line, words.back());
        if (f != nullptr && !f->value.empty()) {
            return values_of(line, *f, words, word);
        }
    }
    if (const std::size_t equals = word.find('='); may_be_flag && word.starts_with("--") && equals != word.npos) {
        const flag* const f = find_flag(line, word.substr(0, equals));
        return f == nullptr ? std::string()
                            : values_of(line, *f, words, word.substr(equals + 1), word.substr(0, equals + 1));
    }
    const bool is_flag = may_be_flag && word.starts_with('-');
    if (!is_flag && line.operands_name == "FILE") {
        return files;
    }
    if (!is_flag && line.operands_name.starts_with("METRIC METRIC")) {
        return metrics_or_files(words);
    }
    const bool is_named = std::any_of(line.operand_words.begin(), line.operand_words.end(),
                                      [&](const choice& c) { return holds(words, c.word); });
    if (!is_flag && !is_named && !line.operand_words.empty()) {
        return lines_of(line.operand_words);
    }
    return may_be_flag ? flags_of(line, words) : std::string();
}

choices choices_of(const std::vector<const metric*>& metrics) {
    choices keys;
    for (const metric* m : metrics) {
        keys.emplace_back(m->key, m->title);
    }
    return keys;
}

}  // namespace cxm
