#include "catch.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <cxm/catalogue.hpp>
#include <cxm/dimension.hpp>
#include <cxm/parse.hpp>
#include <cxm/spell.hpp>

using namespace cxm;

namespace {

using values = std::array<double, formula::most_inputs>;

bool near(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)}); }

bool is_sentence(std::string_view text) {
    return text.size() > 10 && text.back() == '.' && text.find('\n') == text.npos;
}

bool is_key(std::string_view key) {
    return std::regex_match(std::string(key), std::regex("[a-z][a-z0-9]*(_[a-z0-9]+)*"));
}

bool is_constant(step s) { return s.does == operation::constant; }

bool reads(const metric& m, const measure* input) { return position(m.value, *input) < m.value.inputs().size(); }

std::filesystem::path headers() {
#ifdef CXM_SOURCE_DIR
    return std::filesystem::path(CXM_SOURCE_DIR) / "include/cxm/metrics";
#else
    return "include/cxm/metrics";  // the tests run in the source folder
#endif
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

unit unit_shown(as shown) {
    switch (shown) {
        case as::money: return unit::money;
        case as::seconds: return unit::seconds;
        case as::score: return unit::points;
        default: return unit::number;
    }
}

}  // namespace

TEST_CASE("keys are snake case and name one thing each") {
    std::set<std::string_view> seen;
    for (const metric* m : all_metrics()) {
        INFO(m->key);
        CHECK(is_key(m->key));
        CHECK(seen.insert(m->key).second);
        CHECK(find_metric(m->key) == m);
    }
    for (const measure* m : all_measures()) {
        INFO(m->key);
        CHECK(is_key(m->key));
        CHECK(seen.insert(m->key).second);
        CHECK(find_measure(m->key) == m);
    }
    CHECK(find_metric("customers_lost") == nullptr);
    CHECK(find_measure("churn") == nullptr);
}

TEST_CASE("every metric and measure says what it means in sentences") {
    for (const metric* m : all_metrics()) {
        INFO(m->key);
        CHECK_FALSE(m->title.empty());
        for (const std::string_view text : {m->meaning, m->guide, m->pitfalls, m->rivals, m->source}) {
            INFO(text);
            CHECK(is_sentence(text));
        }
    }
    for (const measure* m : all_measures()) {
        INFO(m->key);
        CHECK(is_sentence(m->meaning));
    }
}

TEST_CASE("measures of one key are one measure") {
    for (const metric* m : all_metrics()) {
        for (const measure* input : m->value.inputs()) {
            INFO(m->key << " reads " << input->key);
            CHECK(find_measure(input->key) == input);
        }
    }
}

TEST_CASE("limits of measures make sense") {
    for (const measure* m : all_measures()) {
        INFO(m->key);
        CHECK(least(*m) < most(*m));
        CHECK((is_missing(m->absent) || (least(*m) <= m->absent && m->absent <= most(*m))));
        if (m->within != nullptr) {
            CHECK(m->within->of == m->of);
            CHECK(find_measure(m->within->key) != nullptr);
        }
    }
}

TEST_CASE("every example comes out, with every input given and in range") {
    for (const metric* m : all_metrics()) {
        INFO(m->key << " = " << spell(m->value, m->example.inputs));
        const auto inputs = m->value.inputs();
        CHECK(inputs.size() <= 16);
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            INFO(inputs[i]->key);
            CHECK(least(*inputs[i]) <= m->example.inputs[i]);
            CHECK(m->example.inputs[i] <= most(*inputs[i]));
            CHECK(m->example.inputs[i] != 0);
        }
        const outcome result = evaluate(m->value, m->example.inputs);
        REQUIRE(result.ok());
        CHECK(near(result.value, m->example.result));
    }
}

TEST_CASE("shares and rates are quotients, and a share's numerator lies within its denominator") {
    for (const metric* m : all_metrics()) {
        INFO(m->key);
        if (m->shown != as::share && m->shown != as::rate) {
            continue;
        }
        const fraction parts = split(m->value);
        REQUIRE_FALSE(parts.bottom.empty());
        const double top = evaluate(parts.top, m->example.inputs).value;
        const double bottom = evaluate(parts.bottom, m->example.inputs).value;
        CHECK(near(top / bottom, m->example.result));
        CHECK((m->shown == as::rate || (0 <= top && top <= bottom)));
        CHECK(is_count(dimension(parts.top)));
        CHECK(is_count(dimension(parts.bottom)));
    }
}

TEST_CASE("a net metric names three measures of its formula, for, neither and against") {
    for (const metric* m : all_metrics()) {
        INFO(m->key);
        if (!is_net(*m)) {
            CHECK(m->shown != as::points);
            continue;
        }
        CHECK(std::all_of(m->net.begin(), m->net.end(), [m](const measure* part) { return reads(*m, part); }));
        const double scale = m->shown == as::points ? 100 : 1;
        CHECK((*m)(*m->net[0] = 1, *m->net[1] = 0, *m->net[2] = 0).value == scale);
        CHECK((*m)(*m->net[0] = 0, *m->net[1] = 1, *m->net[2] = 0).value == 0);
        CHECK((*m)(*m->net[0] = 0, *m->net[1] = 0, *m->net[2] = 1).value == -scale);
    }
}

TEST_CASE("a score has a sum of squares and a scale that holds its example") {
    for (const metric* m : all_metrics()) {
        INFO(m->key);
        CHECK((m->shown == as::score) == (m->squares != nullptr));
        if (m->squares != nullptr) {
            CHECK(m->squares->of == unit::points);
            CHECK_FALSE(reads(*m, m->squares));
            CHECK(m->scale.lowest < m->example.result);
            CHECK(m->example.result < m->scale.highest);
        }
    }
}

TEST_CASE("only a share is chained over periods") {
    for (const metric* m : all_metrics()) {
        INFO(m->key);
        CHECK((m->chain == chained::no || m->shown == as::share));
    }
}

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
            if (names[i]->beside != nullptr) {
                inputs[position(m->value, *names[i]->beside)] = not_given;
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
        CHECK(near(evaluate(back, m->example.inputs).value, m->example.result));
    }
}

TEST_CASE("every metric and theme of the headers is in the catalogue") {
    const std::regex definition("inline constexpr metric ([a-z0-9_]+)\\{");
    const std::regex listed("inline constexpr const metric\\* [a-z_]+\\[\\]");
    std::size_t files = 0;
    std::size_t found = 0;
    for (const auto& file : std::filesystem::directory_iterator(headers())) {
        const std::string text = text_of(file.path());
        const std::string stem = file.path().stem().string();
        INFO(stem);
        const auto at =
            std::find_if(std::begin(themes), std::end(themes), [&](const theme& t) { return t.key == stem; });
        REQUIRE(at != std::end(themes));
        CHECK(std::regex_search(text, listed));
        ++files;
        std::size_t defined = 0;
        for (std::sregex_iterator one(text.begin(), text.end(), definition), end; one != end; ++one, ++defined) {
            const std::string key = (*one)[1];
            INFO(key);
            CHECK(std::any_of(at->metrics.begin(), at->metrics.end(), [&](const metric* m) { return m->key == key; }));
        }
        CHECK(defined == at->metrics.size());
        found += defined;
    }
    CHECK(files == std::size(themes));
    CHECK(found == all_metrics().size());
}

TEST_CASE("every measure of the headers is named as its key and read by a metric") {
    const std::regex definition("inline constexpr measure ([a-z0-9_]+)\\{\\s*\"([a-z0-9_]+)\"");
    std::size_t found = 0;
    for (const auto& file : std::filesystem::directory_iterator(headers())) {
        const std::string text = text_of(file.path());
        for (std::sregex_iterator one(text.begin(), text.end(), definition), end; one != end; ++one, ++found) {
            INFO((*one)[1]);
            CHECK((*one)[1] == (*one)[2]);
            CHECK(find_measure(std::string((*one)[1])) != nullptr);
        }
    }
    CHECK(found == all_measures().size());
}
