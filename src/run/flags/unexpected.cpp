#include "run/flags/unexpected.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "catalogue/called.hpp"
#include "plan/survey_kinds.hpp"
#include "run/measures.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "text/shell_word.hpp"
#include "values/amount.hpp"

namespace cxm {

namespace {

/// The flag of a measure that others call so; nothing where the line has none.
std::optional<std::string> flag_called(const command_line& line, std::string_view name) {
    const measure* const called = measure_called(catalogue(), name);
    const std::string flag = called == nullptr ? "" : flag_name(called->key);
    return called != nullptr && find_flag(line, flag) != nullptr ? std::optional(flag) : std::nullopt;
}

[[noreturn]] void refuse_unknown_flag(const command_line& line, const std::string& name) {
    std::vector<std::string> names = names_of(help_flag());
    for (const flag& f : line.flags) {
        for (const std::string& each : names_of(f)) {
            names.push_back(each);
        }
    }
    const auto called = flag_called(line, name);
    throw bad_usage(line.name + ": unknown flag " + quote_of(name) +
                    (called ? meant_is(*called) : did_you_mean(name, {names.begin(), names.end()})) + "; see '" +
                    line.name + " --help'");
}

/// Numbers without flags, or a file, where a metric takes its numbers from flags.
[[noreturn]] void refuse_operand_of_metric(const command_line& line, const std::string& operand) {
    const std::string begin = line.name + ": unexpected argument " + quote_of(operand);
    if (parse_amount(operand)) {
        throw bad_usage(begin + "; numbers are given by flags" + how_to_write(line));
    }
    const auto* const kind = std::find_if(std::begin(survey_kinds), std::end(survey_kinds),
                                          [&](const survey_kind& each) { return each.key == line.of_metric; });
    const std::string of_rows = kind != std::end(survey_kinds)
                                    ? ", and where a row is an answer with --" + line.of_metric + " COLUMN"
                                    : std::string();
    throw bad_usage(begin + "; numbers are given by flags, files are read by: cxm report " + shell_word(operand) +
                    " --metric " + line.of_metric + of_rows);
}

}  // namespace

std::string how_to_write(const command_line& line) {
    constexpr std::size_t longest = 100;
    const std::string example = line.examples.substr(0, line.examples.find('\n'));
    return !line.of_metric.empty() && !example.empty() && example.size() <= longest
               ? "; as in: " + example
               : "; see '" + line.name + " --help'";
}

void refuse_unexpected(const command_line& line, std::vector<std::string> words) {
    // It ends the flags, and is none itself.
    if (const auto end = std::find(words.begin(), words.end(), "--"); end != words.end()) {
        words.erase(end);
    }
    if (words.empty()) {
        return;
    }
    const std::string& first = words.front();
    if (first.size() > 1 && first[0] == '-') {
        refuse_unknown_flag(line, first.substr(0, first.find('=')));
    }
    if (!line.of_metric.empty()) {
        refuse_operand_of_metric(line, first);
    }
    throw bad_usage(line.name + ": unexpected argument " + quote_of(first) + "; see '" + line.name + " --help'");
}

}  // namespace cxm
