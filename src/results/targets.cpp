#include "results/targets.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "plan/lexer.hpp"
#include "plan/plan.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "values/amount.hpp"
#include "values/document.hpp"

namespace cxm {

namespace {

double value_of(const document& written, const metric& m, const std::string& file) {
    if (written.is != document::kind::number) {
        expect(written, document::kind::text, file, "the target of " + std::string(m.key));
    }
    const auto a = parse_amount(written.text);
    if (!a) {
        throw bad_input(place(file, written), quote_of(written.text) + " is no number; write 50 or \"5%\"");
    }
    if (const std::string wrong = objection_to_level(m, *a); !wrong.empty()) {
        throw bad_input(place(file, written), wrong);
    }
    return a->number;
}

std::string text_of(const document& object, std::string_view member, const std::string& file) {
    const document* const member_text = object.find(member);
    return member_text == nullptr ? std::string() : expect(*member_text, document::kind::text, file, member).text;
}

grain span_of(const document& object, const std::string& file) {
    if (object.find("per") == nullptr) {
        return grain::free;
    }
    try {
        return parse_grain(text_of(object, "per", file));
    } catch (const bad_usage& wrong) {
        throw bad_input(place(file, *object.find("per")), std::string("per: ") + wrong.what());
    }
}

condition condition_of(const document& object, const std::string& file) {
    const std::string text = text_of(object, "where", file);
    if (object.find("where") == nullptr) {
        return {};
    }
    try {
        lexer words(text, dialect::sentence);
        return read_last_condition(words);
    } catch (const syntax_error& e) {
        throw bad_input(place(file, *object.find("where")),
                        fmt::format("where: {} at byte {}: {}", quote_of(text), e.at + 1, e.what()));
    }
}

/// The value, or where bands begin and end.
void read_values(const document& object, target& to, const std::string& file) {
    const document* const value = object.find("value");
    const document* const good_from = object.find("good");
    const document* const poor = object.find("poor");
    const std::string key(to.of->key);
    if (value != nullptr && (good_from != nullptr || poor != nullptr)) {
        throw bad_input(place(file, object), "the target of " + key + " has a \"value\" and bands; keep one");
    }
    if (value != nullptr) {
        to.value = value_of(*value, *to.of, file);
        return;
    }
    if (good_from == nullptr || poor == nullptr) {
        throw bad_input(
            place(file, object),
            "the target of " + key + (good_from == poor ? " has no \"value\"" : " takes both, \"good\" and \"poor\""));
    }
    to.value = value_of(*good_from, *to.of, file);
    to.poor = value_of(*poor, *to.of, file);
    if (to.value == *to.poor || (to.value > *to.poor) != (to.of->better == good::higher)) {
        throw bad_input(place(file, *good_from),
                        fmt::format("good is no better than poor, as {} is better {}", key, name(to.of->better)));
    }
}

target target_of(const document& written, const metric& m, const std::string& file) {
    target made{&m};
    if (written.is != document::kind::object) {
        made.value = value_of(written, m, file);
        return made;
    }
    expect_members(written, {"value", "good", "poor", "per", "where", "source", "date"}, file);
    read_values(written, made, file);
    made.source = text_of(written, "source", file);
    made.date = text_of(written, "date", file);
    made.per = span_of(written, file);
    made.where = condition_of(written, file);
    return made;
}

bool is_of_same_figures(const target& a, const target& b) {
    return a.of == b.of && a.per == b.per && a.where == b.where;
}

bool has_twin(const std::vector<target>& targets, const target& t) {
    return std::any_of(targets.begin(), targets.end(), [&](const target& old) { return is_of_same_figures(old, t); });
}

}  // namespace

std::vector<target> read_targets(std::string_view json, const std::string& file, const catalogue& known) {
    const document root = parse_document(json, file);
    expect(root, document::kind::object, file, "a file of targets");
    expect_members(root, {"$schema", "targets", "worth"}, file);
    const document* const list = root.find("targets");
    if (list == nullptr && root.find("worth") != nullptr) {
        throw bad_input(place(file, root), "only says what changes are worth, which is for compare --targets; write "
                                           "{\"targets\": {\"nps\": 50}} as well");
    }
    if (list == nullptr) {
        throw bad_input(place(file, root), "no \"targets\"; write {\"targets\": {\"nps\": 50}}");
    }
    std::vector<std::string_view> keys;
    for (const metric* m : known.metrics()) {
        keys.push_back(m->key);
    }
    std::vector<target> targets;
    for (const auto& [key, written] : expect(*list, document::kind::object, file, "\"targets\"").members) {
        const metric* const m = known.find_level_typed(key);
        if (m == nullptr) {
            throw bad_input(place(file, written), "unknown metric " + quote_of(key) + did_you_mean(key, keys));
        }
        const std::vector<document> single{written};
        const bool is_list = written.is == document::kind::list;
        for (const document& one : is_list ? written.items : single) {
            target read = target_of(one, *m, file);
            if (has_twin(targets, read)) {
                throw bad_input(
                    place(file, one),
                    "a target of " + key + " for the same figures stands above; give them \"per\" or \"where\"");
            }
            targets.push_back(std::move(read));
        }
    }
    return targets;
}

void add_targets(std::vector<target>& to, std::vector<target> more, const std::string& file) {
    for (target& t : more) {
        if (has_twin(to, t)) {
            throw bad_input(shown_end(file),
                            "the target of " + std::string(t.of->key) + " is in another file too; keep one");
        }
        to.push_back(std::move(t));
    }
}

bool has_target(const std::vector<target>& targets, const metric& of) {
    return std::any_of(targets.begin(), targets.end(), [&](const target& t) { return t.of == &of; });
}

}  // namespace cxm
