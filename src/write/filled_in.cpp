#include "write/filled_in.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include <fmt/format.h>
#include <cxm/outcome.hpp>
#include <cxm/spell.hpp>

#include "records/inputs_of_row.hpp"
#include "write/words.hpp"

namespace cxm {

std::string filled_in(const result& r, const records& rows, const notation& in) {
    const std::string numbers = spell(r.of->value, inputs_of_row(*r.of, rows, 0));
    return numbers + (r.comes_to.ok()
                          ? " = " + people_value(*r.of, r.comes_to.value, in)
                          : in.say(": {}, {}", in.say(name(r.comes_to.is)), in.say.finished(why_no_value(r))));
}

namespace {

std::string sum_of_terms(const metric& whole, std::span<const double> terms, double value, const notation& in) {
    std::string sum;
    for (std::size_t i = 0; i < whole.terms.size(); ++i) {
        sum += fmt::format(
            "{}{} {}", sum.empty() ? "" : " + ", whole.terms[i]->key,
            is_missing(terms[i]) ? std::string(in.say("not given")) : people_value(*whole.terms[i], terms[i], in));
    }
    return in.say("{} - cost 100 % = {}", sum, people_value(whole, value, in));
}

std::vector<double> example_of_terms(const metric& whole) {
    const auto inputs = whole.value.inputs();
    std::vector<double> values;
    for (const metric* term : whole.terms) {
        std::vector<double> own;
        for (const measure* input : term->value.inputs()) {
            const auto at = std::find(inputs.begin(), inputs.end(), input) - inputs.begin();
            own.push_back(whole.example.inputs[static_cast<std::size_t>(at)]);
        }
        values.push_back(evaluate(term->value, own).value);
    }
    return values;
}

}  // namespace

std::string example_text(const metric& m, const notation& in) {
    return m.terms.empty() ? spell(m.value, m.example.inputs) + " = " + people_value(m, m.example.result, in)
                           : sum_of_terms(m, example_of_terms(m), m.example.result, in);
}

std::string own_numbers(const report& with, const notation& in) {
    const result& own = with.results.front();
    if (own.of->terms.empty()) {
        return filled_in(own, with.rows, in);
    }
    if (!own.comes_to.ok()) {
        return fmt::format("{}, {}", in.say(name(own.comes_to.is)), in.say.finished(why_no_value(own)));
    }
    std::vector<double> terms;
    for (const metric* term : own.of->terms) {
        for (const result& r : with.results) {
            if (r.of == term) {
                terms.push_back(r.comes_to.ok() ? r.comes_to.value : not_given);
            }
        }
    }
    return sum_of_terms(*own.of, terms, own.comes_to.value, in);
}

}  // namespace cxm
