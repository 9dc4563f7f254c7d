#include "results/check/rules.hpp"

#include <cmath>
#include <map>

#include <fmt/format.h>

#include "plan/lexer.hpp"
#include "text/problem.hpp"
#include "values/document.hpp"
#include "values/number.hpp"

namespace cxm {

void refuse_rule(const rule& r, const std::string& finding, const std::string& word) {
    std::string text =
        (r.file.empty() ? "--require" : fmt::format("{}:{}", shown_end(r.file), r.line)) + ": " + finding;
    if (!word.empty()) {
        const std::string sentence = spell(r.says);
        text += "\n" + pointed_at(sentence, sentence.find(word));
    }
    problem p(exit_code::usage, text);
    p.has_place = true;
    throw p;
}

namespace {

sentence parsed(const rule& r, const std::string& text, const catalogue& known) {
    try {
        return parse_sentence(text, known);
    } catch (const syntax_error& e) {
        refuse_rule(r, fmt::format("{}\n{}", e.what(), pointed_at(text, e.at)));
    }
}

/// One of two words; false for the first.
bool choice(const document& written, std::string_view key, std::string_view first, std::string_view second,
            const std::string& file) {
    const std::string& word = expect(written, document::kind::text, file, key).text;
    if (word != first && word != second) {
        throw bad_input(place(file, written),
                        fmt::format("{}: {} is neither '{}' nor '{}'", key, quote_of(word), first, second));
    }
    return word == second;
}

double count_of(const document& written, const std::string& file) {
    const auto n = parse_number(expect(written, document::kind::number, file, "min_n").text);
    if (!n || *n < 0 || *n != std::floor(*n)) {
        throw bad_input(place(file, written), "min_n: " + quote_of(written.text) + " is not a whole number from 0");
    }
    return *n;
}

/// `45d`.
std::int32_t days_of(const document& written, const std::string& file) {
    const std::string& text = expect(written, document::kind::text, file, "max_age").text;
    const auto days = parse_number(std::string_view(text).substr(0, text.size() - (text.ends_with('d') ? 1 : 0)));
    constexpr double most = 100'000;
    if (!text.ends_with('d') || !days || *days < 0 || *days > most || *days != std::floor(*days)) {
        throw bad_input(place(file, written), "max_age: " + quote_of(text) + " is no number of days; write \"45d\"");
    }
    return static_cast<std::int32_t>(*days);
}

rule rule_of(const document& written, const std::string& file, const catalogue& known) {
    rule r;
    r.file = file;
    r.line = written.line;
    if (written.is == document::kind::text) {
        r.says = parsed(r, written.text, known);
        return r;
    }
    if (written.is != document::kind::object) {
        throw bad_input(place(file, written), "a rule is a sentence or {\"check\": \"a sentence\", …}");
    }
    expect_members(written, {"check", "name", "level", "min_n", "on_missing", "confident", "max_age"}, file);
    const document* const check = written.find("check");
    if (check == nullptr) {
        throw bad_input(place(file, written), "a rule without \"check\"; write {\"check\": \"churn <= 5%\"}");
    }
    r.line = check->line;
    r.says = parsed(r, expect(*check, document::kind::text, file, "check").text, known);
    if (const document* const name = written.find("name")) {
        r.name = expect(*name, document::kind::text, file, "name").text;
    }
    if (const document* const level = written.find("level")) {
        r.level = choice(*level, "level", "fail", "warn", file) ? rule::severity::warn : rule::severity::fail;
    }
    if (const document* const min_n = written.find("min_n")) {
        r.min_n = count_of(*min_n, file);
    }
    if (const document* const on_missing = written.find("on_missing")) {
        r.skip_missing = choice(*on_missing, "on_missing", "fail", "skip", file);
    }
    if (const document* const max_age = written.find("max_age")) {
        r.max_age = days_of(*max_age, file);
    }
    if (const document* const confident = written.find("confident")) {
        r.confident = expect(*confident, document::kind::boolean, file, "confident").flag;
    }
    return r;
}

void require_possible(const rule& r) {
    const std::string key(r.says.of->key);
    if (r.confident && r.says.what != figure::value) {
        refuse_rule(r, "confident looks at the whole interval, so " + key + " goes without .low and .high");
    }
    if (r.confident && !can_have_interval(r.says)) {
        refuse_rule(r, fmt::format("confident needs an interval, and {}{} has none",
                                   r.says.is_relative() ? "the relative change of " : "", key));
    }
    if (r.min_n > 0 && !has_count(*r.says.of)) {
        refuse_rule(r, "min_n needs a count behind the metric, and " + key + " has none");
    }
}

}  // namespace

rule rule_of(const std::string& text, const catalogue& known) {
    rule r;
    r.says = parsed(r, text, known);
    return r;
}

std::vector<rule> read_rules(std::string_view json, const std::string& file, const catalogue& known) {
    const document root = parse_document(json, file);
    expect(root, document::kind::object, file, "a file of rules");
    expect_members(root, {"$schema", "rules"}, file);
    const document* const list = root.find("rules");
    if (list == nullptr || expect(*list, document::kind::list, file, "\"rules\"").items.empty()) {
        throw bad_input(place(file, root), "no rules; write {\"rules\": [\"churn <= 5%\"]}");
    }
    std::vector<rule> rules;
    for (const document& written : list->items) {
        rules.push_back(rule_of(written, file, known));
    }
    return rules;
}

void require_sound(const std::vector<rule>& rules) {
    std::map<std::string, const rule*> seen;
    for (const rule& r : rules) {
        require_possible(r);
        const auto [first, is_new] = seen.try_emplace(spell(r.says), &r);
        if (!is_new) {
            const rule& before = *first->second;
            refuse_rule(r, fmt::format("'{}' is given twice{}; keep one", shown(first->first),
                                       before.file.empty()
                                           ? ""
                                           : fmt::format(", first at {}:{}", shown_end(before.file), before.line)));
        }
    }
}

}  // namespace cxm
