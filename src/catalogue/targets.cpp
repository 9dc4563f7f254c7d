#include "catalogue/targets.hpp"

#include <algorithm>

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
        throw bad_input(place(file, written), quoted(written.text) + " is no number; write 50 or \"5%\"");
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

target target_of(const document& written, const metric& m, const std::string& file) {
    if (written.is != document::kind::object) {
        return {&m, value_of(written, m, file), {}, {}};
    }
    expect_members(written, {"value", "source", "date"}, file);
    const document* const value = written.find("value");
    if (value == nullptr) {
        throw bad_input(place(file, written), "the target of " + std::string(m.key) + " has no \"value\"");
    }
    return {&m, value_of(*value, m, file), text_of(written, "source", file), text_of(written, "date", file)};
}

}  // namespace

std::vector<target> read_targets(std::string_view json, const std::string& file, const catalogue& known) {
    const document root = parse_document(json, file);
    expect(root, document::kind::object, file, "a file of targets");
    expect_members(root, {"$schema", "targets"}, file);
    const document* const list = root.find("targets");
    if (list == nullptr) {
        throw bad_input(place(file, root), "no \"targets\"; write {\"targets\": {\"nps\": 50}}");
    }
    std::vector<std::string_view> keys;
    for (const metric* m : known.metrics()) {
        keys.push_back(m->key);
    }
    std::vector<target> targets;
    for (const auto& [key, written] : expect(*list, document::kind::object, file, "\"targets\"").members) {
        const metric* const m = known.find_metric(key);
        if (m == nullptr) {
            throw bad_input(place(file, written), "unknown metric " + quoted(key) + did_you_mean(key, keys));
        }
        targets.push_back(target_of(written, *m, file));
    }
    return targets;
}

const target* find_target(const std::vector<target>& targets, const metric& of) {
    const auto at = std::find_if(targets.begin(), targets.end(), [&](const target& t) { return t.of == &of; });
    return at == targets.end() ? nullptr : &*at;
}

}  // namespace cxm
