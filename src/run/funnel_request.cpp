#include "run/funnel_request.hpp"

#include <algorithm>

#include "run/flags/interval_flags.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

constexpr word_for<step_order> order_words[] = {
    {"order", step_order::ordered}, {"strict", step_order::strict}, {"any", step_order::any}};
constexpr word_for<bool> anchor_words[] = {{"every", false}, {"first", true}};

/// `cart: event = 'add'` as a name and a condition; without a name the condition is its own.
std::pair<std::string, plan::row_condition> step_of(const std::string& text) {
    const std::size_t colon = std::min(text.find(':'), text.size());
    const std::string name = text.substr(0, colon);
    const bool is_named = colon != text.size() && name.find_first_of("'\"=<>(") == std::string::npos;
    const std::size_t from = is_named ? text.find_first_not_of(' ', colon + 1) : 0;
    const std::string condition = from == std::string::npos ? "" : text.substr(from);
    if ((is_named && name.empty()) || condition.empty()) {
        throw bad_usage("--step: " + quote_of(text) + " is not NAME: CONDITION, as \"cart: event = 'add'\"");
    }
    return {is_named ? name : condition, {parse_condition(condition), condition}};
}

}  // namespace

void add_flags(command_line& line, funnel_flags& f) {
    add_flags(line, f.rows);
    const choices orders = words_in(order_words);
    const choices anchors = words_in(anchor_words);
    line.flags.push_back({"--step", "[NAME:] CONDITION",
                          "A step, in the order they are taken: \"cart: event = 'add'\" (repeatable)", &f.steps,
                          "Funnel"});
    line.flags.push_back({"--within", "LENGTH", "The longest time from the first step to the last: 7d, 36h, 15min",
                          &f.within, "Funnel"});
    line.flags.push_back({"--steps-in", "ORDER",
                          either(orders) + ": one after the other whatever lies between, with nothing between, or in "
                                           "any order",
                          &f.order, "Funnel", orders});
    line.flags.push_back({"--anchor", "WHICH",
                          either(anchors) + ": which of a person's first steps may begin the way that counts",
                          &f.anchor, "Funnel", anchors});
    line.flags.push_back(
        {"--by", "[LABEL=]COLUMN", "Apart by what the row of the first step says there", &f.by, "Funnel"});
    line.flags.push_back(
        {"--drop-young", "", "Leave out who entered less than --within before the data end", &f.drop_young, "Funnel"});
    line.flags.push_back({"--against", "FILE",
                          "Compare with these rows, of an earlier time or another group: which step moved the whole",
                          &f.against, "Comparison"});
    line.flags.push_back({"--between", "A,B", "Compare two values of --by, from A to B", &f.between, "Comparison"});
    line.flags.push_back({"--level", "LEVEL", "The confidence level of intervals (95%)", &f.level, "Funnel"});
}

std::vector<std::string> add_steps(const funnel_flags& given, people_question& asked) {
    std::vector<std::string> names;
    for (const std::string& text : given.steps) {
        auto [name, condition] = step_of(text);
        if (std::find(names.begin(), names.end(), name) != names.end()) {
            throw bad_usage("--step: two steps are called " + quote_of(name));
        }
        names.push_back(std::move(name));
        asked.events.push_back(std::move(condition));
    }
    if (names.size() < 2 || names.size() > funnel_rules::most_steps) {
        throw bad_usage("a funnel has 2 to 32 steps; give each by --step \"NAME: CONDITION\"");
    }
    return names;
}

funnel_request request_of(const funnel_flags& given) {
    funnel_request asked;
    asked.rules.steps = given.steps.size();
    if (given.within) {
        asked.rules.window = length_of("--within", *given.within);
    } else if (given.drop_young) {
        throw bad_usage("--drop-young leaves out who had less time than --within, which is not given");
    }
    asked.rules.order = given.order ? value_of("--steps-in", *given.order, order_words) : step_order::ordered;
    asked.rules.first_entry_only = given.anchor && value_of("--anchor", *given.anchor, anchor_words);
    asked.drop_young = given.drop_young;
    asked.until = last_moment_of(given.rows);
    asked.level = given.level ? level_of(*given.level) : asked.level;
    return asked;
}

plan::label by_of(const funnel_flags& given) {
    plan labels;
    if (given.by) {
        add_label(labels, *given.by);
    }
    return given.by ? labels.by.front() : plan::label{};
}

void require_one_comparison(const funnel_flags& given, const streams& io, const std::optional<std::string>& output) {
    if (given.against && (given.by || given.between)) {
        throw bad_usage("--against compares all people of two files; --by and --between are about the groups of one");
    }
    if (given.between && !given.by) {
        throw bad_usage("--between names two values of --by, which is not given");
    }
    if (given.against) {
        const auto& files = given.rows.files;
        if (*given.against == "-" && std::find(files.begin(), files.end(), "-") != files.end()) {
            throw bad_usage("--against -: standard input is read already; name the files");
        }
        require_not_read(output, {*given.against}, io);
    }
}

}  // namespace cxm
