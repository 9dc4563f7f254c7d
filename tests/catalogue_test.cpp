#include <cxm/catalogue.hpp>

#include <algorithm>
#include <map>
#include <regex>
#include <string>

#include <cxm/dimension.hpp>
#include <cxm/spell.hpp>

#include "catch.hpp"
#include "law.hpp"
#include "near.hpp"

using namespace cxm;

namespace {

/// "churn: what is wrong"
std::string of(const metric& m, const std::string& wrong) { return std::string(m.key) + ": " + wrong; }
std::string of(const measure& m, const std::string& wrong) { return std::string(m.key) + ": " + wrong; }

bool is_key(std::string_view key) {
    return std::regex_match(std::string(key), std::regex("[a-z][a-z0-9]*(_[a-z0-9]+)*"));
}

template <typename Definition>
void expect_text(const Definition& d, const std::string& field, std::string_view text) {
    const bool is_sentence = text.size() > 10 && text.back() == '.' && text.find('\n') == text.npos;
    expect(!text.empty(), of(d, field + " is empty"));
    expect(text.empty() || is_sentence, of(d, field + " is no sentence with a full stop: " + std::string(text)));
}

bool reads(const metric& m, const measure* input) { return position(m.value, *input) < m.value.inputs().size(); }

}  // namespace

TEST_CASE("keys are snake case and name one thing each") {
    std::map<std::string_view, std::string> seen;
    const auto expect_new = [&](std::string_view key, const std::string& what) {
        const auto [at, is_new] = seen.emplace(key, what);
        expect(is_new, std::string(key) + " is the key of two things: " + at->second + " and " + what);
        expect(is_key(key), std::string(key) + " is no snake case, as in customers_lost");
    };
    for (const metric* m : all_metrics()) {
        expect_new(m->key, "the metric \"" + std::string(m->title) + "\"");
    }
    for (const measure* m : all_measures()) {
        expect_new(m->key, "the measure \"" + std::string(m->meaning) + "\"");
        CHECK(find_measure(m->key) == m);
    }
    CHECK(find_metric("churn") == &churn);
    CHECK(find_metric("customers_lost") == nullptr);
    CHECK(find_measure("churn") == nullptr);
}

TEST_CASE("measures of one key are one measure") {
    for (const metric* m : all_metrics()) {
        for (const measure* input : m->value.inputs()) {
            expect(find_measure(input->key) == input,
                   of(*m, "reads a second measure with the key " + std::string(input->key)));
        }
    }
}

TEST_CASE("every metric and measure says what it means in sentences") {
    for (const metric* m : all_metrics()) {
        expect(!m->title.empty(), of(*m, ".title is empty"));
        expect_text(*m, ".meaning", m->meaning);
        expect_text(*m, ".guide", m->guide);
        expect_text(*m, ".pitfalls", m->pitfalls);
        expect_text(*m, ".rivals", m->rivals);
        expect_text(*m, ".source", m->source);
    }
    for (const measure* m : all_measures()) {
        expect_text(*m, "its meaning", m->meaning);
    }
}

TEST_CASE("every example comes out, with every input given and in range") {
    for (const metric* m : all_metrics()) {
        const auto inputs = m->value.inputs();
        CHECK(inputs.size() <= 16);
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            const double given = m->example.inputs[i];
            const std::string said = "the example's " + std::string(inputs[i]->key) + " is " + spell(given);
            expect(given != 0, of(*m, said + ", or not given"));
            expect(least(*inputs[i]) <= given && given <= most(*inputs[i]), of(*m, said + ", out of range"));
        }
        const outcome result = evaluate(m->value, m->example.inputs);
        const std::string filled_in = spell(m->value) + " = " + spell(m->value, m->example.inputs);
        expect(result.ok(), of(*m, "the example has no result: " + reason(m->value, result)));
        expect(!result.ok() || near_in_parts(result.value, m->example.result, 1e-9),
               of(*m, "the example says " + spell(m->example.result) + ", but " + filled_in + " is " +
                          spell(result.value)));
    }
}

TEST_CASE("a share says what it counts a part of, and divides by that") {
    for (const metric* m : all_metrics()) {
        if (m->shown != as::share) {
            expect(m->within == nullptr, of(*m, ".within is for shares alone"));
            continue;
        }
        expect(m->within != nullptr, of(*m, "a share says by .within what its numerator counts a part of"));
        const std::string whole(m->within != nullptr ? m->within->key : "");
        expect(whole.empty() || spell(split(m->value).bottom) == whole,
               of(*m, "upside down, as it counts a part of " + whole + ", so it divides by that, and not " +
                          spell(m->value)));
    }
}

TEST_CASE("shares and rates count: the one within its denominator, the other against it") {
    for (const metric* m : all_metrics()) {
        INFO(m->key << " = " << spell(m->value));
        if (m->shown != as::share && m->shown != as::rate) {
            continue;
        }
        const fraction parts = split(m->value);
        REQUIRE_FALSE(parts.bottom.empty());
        const double top = evaluate(parts.top, m->example.inputs).value;
        const double bottom = evaluate(parts.bottom, m->example.inputs).value;
        expect(m->shown == as::rate || (0 <= top && top <= bottom),
               of(*m, "the example counts " + spell(top) + " within " + spell(bottom)));
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
        CHECK((m->shown != as::score || m->squares != nullptr));
        CHECK((m->squares == nullptr || !reads(*m, m->squares)));
        if (m->shown == as::score) {
            CHECK(m->squares->of == unit::points);
            CHECK(m->scale.lowest < m->example.result);
            CHECK(m->example.result < m->scale.highest);
        }
    }
}

TEST_CASE("a mean of values, such as times, is a sum over a count, with squares that join as the sum does") {
    for (const metric* m : all_metrics()) {
        INFO(m->key);
        if (m->squares != nullptr && m->shown != as::score) {
            const auto inputs = m->value.inputs();
            REQUIRE(inputs.size() == 2);
            CHECK(is_count(inputs[1]->of));
            CHECK(m->squares->of == unit::number);
            CHECK(m->squares->joins == inputs[0]->joins);
        }
    }
}

TEST_CASE("only a share is chained over periods") {
    for (const metric* m : all_metrics()) {
        INFO(m->key);
        CHECK((m->chain == chained::no || m->shown == as::share));
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
