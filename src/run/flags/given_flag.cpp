#include "run/flags/given_flag.hpp"

#include <algorithm>

#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

const measure& measure_named(std::string_view key, const catalogue& known) {
    if (const measure* const m = known.find_measure(key)) {
        return *m;
    }
    std::vector<std::string_view> keys;
    for (const measure* m : known.measures()) {
        keys.push_back(m->key);
    }
    throw bad_usage("--given: " + quote_of(key) + " is no measure" + did_you_mean(key, keys) +
                    "; see 'cxm list --measures'");
}

}  // namespace

void add_given_flag(std::vector<flag>& to, std::vector<std::string>& into) {
    to.push_back({"--given", "MEASURE=VALUE",
                  "What is the same in every record and in no file: a price, a growth (repeatable)", &into, "Input"});
}

std::vector<reading> given_of(const std::vector<std::string>& texts, const catalogue& known, char decimal) {
    std::vector<reading> all_given;
    for (const std::string& text : texts) {
        const std::size_t equals = text.find('=');
        if (equals == text.npos || equals == 0) {
            throw bad_usage("--given: " + quote_of(text) + " is no MEASURE=VALUE; write stay_value=90");
        }
        const measure& of = measure_named(std::string_view(text).substr(0, equals), known);
        std::string wrong;
        const auto value = parse_value(of, std::string_view(text).substr(equals + 1), decimal, wrong);
        if (!value) {
            throw bad_usage("--given " + std::string(of.key) + ": " + wrong);
        }
        if (std::any_of(all_given.begin(), all_given.end(), [&](const reading& r) { return *r.of == of; })) {
            throw bad_usage("--given: " + std::string(of.key) + " is given twice");
        }
        all_given.push_back({&of, *value});
    }
    return all_given;
}

void require_read(const std::vector<reading>& given, const std::vector<const metric*>& asked) {
    for (const reading& r : given) {
        const bool is_read = std::any_of(asked.begin(), asked.end(), [&](const metric* m) {
            const auto inputs = m->value.inputs();
            return std::any_of(inputs.begin(), inputs.end(), [&](const measure* input) { return *input == *r.of; });
        });
        if (!is_read) {
            throw bad_usage("--given: none of the metrics asked for reads " + std::string(r.of->key) +
                            "; leave it out");
        }
    }
}

}  // namespace cxm
