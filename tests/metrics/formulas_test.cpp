#include <algorithm>
#include <array>
#include <string>

#include <cxm/catalogue.hpp>
#include <cxm/dimension.hpp>
#include <cxm/parse.hpp>
#include <cxm/spell.hpp>

#include "catch.hpp"

using namespace cxm;

namespace {

using values = std::array<double, formula::most_inputs>;

bool is_constant(step s) { return s.does == operation::constant; }

unit unit_shown(as shown) {
    switch (shown) {
        case as::money: return unit::money;
        case as::seconds: return unit::seconds;
        case as::score: return unit::points;
        default: return unit::number;
    }
}

}  // namespace

TEST_CASE("a missing measure is named, unless it has a value when absent") {
    for (const metric* m : all_metrics()) {
        const auto names = m->value.inputs();
        for (std::size_t i = 0; i < names.size(); ++i) {
            INFO(m->key << " without " << names[i]->key);
            values inputs = m->example.inputs;
            inputs[i] = not_given;
            const outcome result = evaluate(m->value, inputs);
            if (is_missing(names[i]->absent) || names[i]->beside != nullptr) {
                CHECK(result.is == status::missing);
                CHECK(reason(m->value, result) == std::string(names[i]->key) + " is missing");
            } else {
                CHECK(result.ok());
            }
            const std::size_t beside =
                names[i]->beside == nullptr ? names.size() : position(m->value, *names[i]->beside);
            if (beside < names.size() && names.size() > 2) {
                inputs[beside] = not_given;
                CHECK(evaluate(m->value, inputs).ok());
            }
        }
    }
}

TEST_CASE("a denominator of 0 is undefined and named") {
    for (const metric* m : all_metrics()) {
        const auto steps = m->value.steps();
        for (std::size_t i = 0; i < steps.size(); ++i) {
            if (steps[i].does != operation::divide) {
                continue;
            }
            const auto bottom = m->value.operand_before(i);
            if (std::any_of(bottom.steps().begin(), bottom.steps().end(), is_constant)) {
                continue;
            }
            INFO(m->key << " with " << spell(bottom) << " = 0");
            values inputs = m->example.inputs;
            for (const step s : bottom.steps()) {
                if (s.does == operation::input) {
                    inputs[s.at] = 0;
                }
            }
            const outcome result = evaluate(m->value, inputs);
            CHECK(result.is == status::undefined);
            const std::string why = reason(m->value, result);
            CHECK(why == spell(m->value.operand_before(result.at)) + " is 0");
            CHECK((bottom.steps().size() > 1 || why == spell(bottom) + " is 0"));
        }
    }
}

TEST_CASE("the unit of every formula is the one it is shown in") {
    for (const metric* m : all_metrics()) {
        INFO(m->key << " = " << spell(m->value));
        CHECK(name(dimension(m->value)) == name(unit_shown(m->shown)));
    }
}

TEST_CASE("every formula reads back from its spelling") {
    for (const metric* m : all_metrics()) {
        const std::string spelled = spell(m->value);
        INFO(spelled);
        const formula back = parse(spelled, find_formula);
        CHECK(spell(back) == spelled);
        CHECK(evaluate(back, m->example.inputs).value == evaluate(m->value, m->example.inputs).value);
    }
}
