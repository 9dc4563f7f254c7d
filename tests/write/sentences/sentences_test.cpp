#include "write/sentences/sentences.hpp"

#include <set>
#include <string>
#include <vector>

#include <cxm/metrics/customers.hpp>
#include <cxm/metrics/surveys.hpp>

#include "catalogue/metrics_in_use.hpp"
#include "catch.hpp"
#include "write/sentences/filled.hpp"

namespace {

using namespace cxm;

/// A value that the metric can have.
double usual_value(const metric& m) { return m.example.result == 0 ? 0.5 : m.example.result; }

statement moved_figure(const metric& m, verdict moved) {
    statement s;
    s.of = &m;
    s.period = "2024-12";
    s.value = usual_value(m);
    s.moved = moved;
    s.before = s.value * 0.75;
    s.before_name = "2024-11";
    return s;
}

std::string said(const statement& s) { return sentence_of(s, {"EUR"}); }

bool holds(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

/// What no sentence has, whatever it says.
void require_grammar(const std::string& sentence, const metric& m) {
    INFO(sentence);
    CHECK(sentence.starts_with("2024-12"));
    CHECK(sentence.ends_with('.'));
    CHECK(holds(sentence, spoken_name_of(m, english_sentences)));
    for (const char* const slip : {"{", "}", "  ", " ,", " .", "..", ",,", ": :", "()", "nan", "( "}) {
        CHECK_FALSE(holds(sentence, slip));
    }
}

}  // namespace

TEST_CASE("a clear change of any metric goes the way that its verdict and its better direction say") {
    const catalogue known;
    for (const metric* m : known.metrics()) {
        for (const verdict moved : {verdict::better, verdict::worse}) {
            for (const against_what side : {against_what::period, against_what::side, against_what::file}) {
                statement s = moved_figure(*m, moved);
                s.against = side;
                const std::string sentence = said(s);
                require_grammar(sentence, *m);
                const bool up = (moved == verdict::better) == (m->better == good::higher);
                const bool of_arms = side == against_what::side;
                CHECK(holds(sentence, of_arms ? (up ? "clearly higher than" : "clearly lower than")
                                              : (up ? "clearly up from" : "clearly down from")));
                CHECK(holds(sentence, moved == verdict::better ? ": better." : ": worse."));
            }
        }
    }
}

TEST_CASE("without a verdict no sentence says better, worse or that anything moved") {
    const catalogue known;
    for (const metric* m : known.metrics()) {
        for (const verdict moved : {verdict::none, verdict::no_clear_change}) {
            const std::string sentence = said(moved_figure(*m, moved));
            require_grammar(sentence, *m);
            for (const char* const word : {"clearly", "better", "worse", " up ", " down "}) {
                CHECK_FALSE(holds(sentence.substr(sentence.find(',')), word));
            }
        }
    }
}

TEST_CASE("nothing is said of a change that the numbers would not show") {
    const catalogue known;
    for (const metric* m : known.metrics()) {
        statement s = moved_figure(*m, verdict::better);
        s.before = s.value * 1.0004;
        const std::string sentence = said(s);
        INFO(sentence);
        const std::size_t name = sentence.find(spoken_name_of(*m, english_sentences));
        const std::size_t from = sentence.find(" from ");
        const std::size_t value = name + spoken_name_of(*m, english_sentences).size() + 1;
        CHECK((sentence.empty() || sentence.substr(from + 6, sentence.find(" in 2024-11") - from - 6) !=
                                       sentence.substr(value, sentence.find(", clearly") - value)));
    }
}

TEST_CASE("points of a wide interval have no decimals, unless they would read alike") {
    statement s = moved_figure(nps, verdict::no_clear_change);
    s.value = 36.2;
    s.limits = interval{34.4, 37.9, 0.95, "adjusted-wald"};
    s.before = 34.1;
    s.before_name = "2024-Q3";
    s.period = "2024-Q4";
    CHECK(said(s) == "2024-Q4: NPS 36 (34 to 38), no clear change from 34 in 2024-Q3.");
    s.before = 35.9;
    s.moved = verdict::better;
    CHECK(said(s) == "2024-Q4: NPS 36.2 (34.4 to 37.9), clearly up from 35.9 in 2024-Q3: better.");
    s.limits->level = 0.9;
    s.moved = verdict::no_clear_change;
    CHECK(said(s) == "2024-Q4: NPS 36 (34 to 38 at 90 %), no clear change from 36 in 2024-Q3.");
}

TEST_CASE("a period is one to be in, a day one to be on") {
    statement s = moved_figure(churn, verdict::no_clear_change);
    s.value = 0.036;
    s.before = 0.031;
    s.period = "2024-03-02";
    s.before_name = "2024-03-01";
    s.group = "segment: pro";
    CHECK(said(s) == "2024-03-02, segment: pro: Churn rate 3.6 %, no clear change from 3.1 % on 2024-03-01.");
}

TEST_CASE("a target is said as it was written, and whether it is met as it was judged") {
    target wanted{&churn};
    wanted.value = 0.05;
    statement s = moved_figure(churn, verdict::none);
    s.before.reset();
    s.value = 0.036;
    s.goal = held_against{&wanted, {}, false, target_gap{0, 0, standing::meets, true}};
    CHECK(said(s) == "2024-12: Churn rate 3.6 %; the target of 5 % is met.");
    s.goal->by->is = standing::undecided;
    CHECK(said(s) == "2024-12: Churn rate 3.6 %; whether the target of 5 % is met is undecided.");
    wanted.per = grain::year;
    s.goal->carried = true;
    s.goal->by->is = standing::misses;
    CHECK(said(s) == "2024-12: Churn rate 3.6 %; at this pace the target of 5 % a year is missed.");
    s.goal->by.reset();
    CHECK(said(s) == "2024-12: Churn rate 3.6 %.");
}

TEST_CASE("a chart's sentence says what its verdict rests on") {
    const catalogue known;
    for (const metric* m : known.metrics()) {
        for (const signal_rule by :
             {signal_rule::outside, signal_rule::shift, signal_rule::run, signal_rule::near_limit}) {
            for (const bool upward : {false, true}) {
                statement s = moved_figure(*m, verdict::none);
                s.chart = charted_figure{trend_verdict::concern, chart_signal{by, upward},
                                         bounds{s.value * 0.5, s.value * 1.5}, 12};
                require_grammar(said(s), *m);
                CHECK(holds(said(s), ", a concern: "));
            }
        }
    }
    statement s = moved_figure(churn, verdict::none);
    s.value = 0.036;
    s.chart = charted_figure{trend_verdict::no_change, {}, bounds{0.035, 0.048}, 12};
    CHECK(said(s) == "2024-12: Churn rate 3.6 %, within its usual range of 3.5 to 4.8 %.");
    s.chart = charted_figure{trend_verdict::too_few, {}, {}, 1};
    CHECK(said(s) == "2024-12: Churn rate 3.6 %; one period is too few to tell a trend.");
    s.chart->periods = 4;
    CHECK(said(s) == "2024-12: Churn rate 3.6 %; 4 periods are too few to tell a trend.");
}

TEST_CASE("what is put into a template is no template") {
    CHECK(filled(english_sentences, "{a} and {b}", {{"a", "{b}"}, {"b", "c"}}) == "{b} and c");
    CHECK(filled(english_sentences, "{a", {{"a", "b"}}).empty());
    CHECK(filled(english_sentences, "", {}).empty());
}

TEST_CASE("many figures of which none moved are said once") {
    statement s = moved_figure(churn, verdict::no_clear_change);
    s.is = statement::about::still_metrics;
    s.of = nullptr;
    s.judged = 18;
    CHECK(said(s) == "2024-12: no clear change from 2024-11 in any of the 18 metrics that can be judged.");
    s.is = statement::about::still_groups;
    s.of = &churn;
    s.judged = 3;
    CHECK(said(s) == "2024-12: Churn rate without a clear change from 2024-11 in any of 3 groups.");
    s.against = against_what::file;
    CHECK(said(s) == "2024-12: Churn rate without a clear change in any of 3 groups.");
}
