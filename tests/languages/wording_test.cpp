#include "languages/wording.hpp"

#include <cxm/catalogue.hpp>
#include <cxm/contrast.hpp>

#include "catch.hpp"
#include "languages/dictionary.hpp"
#include "write/change.hpp"
#include "write/model_page.hpp"
#include "write/people.hpp"

using namespace cxm;

namespace {

const wording& in_french() {
    static const wording say(dictionary_of(*find_language("fr"), false));
    return say;
}

const wording& in_plain_french() {
    static const wording say(dictionary_of(*find_language("fr"), true));
    return say;
}

notation french_signs() { return {.currency = "EUR", .say = in_french()}; }

// A third language is a table; what it lacks is said in English.
constexpr translation german_words[] = {{"change", "Änderung"}, {"{} to {}", "{} bis {}"}};
constexpr std::span<const translation> german_parts[] = {german_words};
constexpr metric_words german_metrics[] = {{"churn", "Kündigungsquote", "", "", "", ""}};
constexpr std::span<const metric_words> german_themes[] = {german_metrics};
constexpr language german = {.code = "de",
                             .name = "German",
                             .numbers = {.decimal = ",", .group = "."},
                             .words = german_parts,
                             .metrics = german_themes};

}  // namespace

TEST_CASE("every metric and every measure has its words in every language") {
    for (const language* each : languages()) {
        const dictionary words(*each, false);
        for (const metric* m : all_metrics()) {
            INFO(each->code << " " << m->key);
            const metric_words* const own = words.find_metric(m->key);
            REQUIRE(own != nullptr);
            CHECK_FALSE(own->title.empty());
            CHECK_FALSE(own->meaning.empty());
            CHECK(own->guide.empty() == m->guide.empty());
            CHECK(own->pitfalls.empty() == m->pitfalls.empty());
            CHECK(own->rivals.empty() == m->rivals.empty());
        }
        for (const measure* m : all_measures()) {
            INFO(each->code << " " << m->key);
            REQUIRE(words.find_measure(m->key) != nullptr);
        }
    }
}

TEST_CASE("no language has words for a metric or a measure that is not there") {
    for (const language* each : languages()) {
        for (const auto theme : each->metrics) {
            for (const metric_words& m : theme) {
                INFO(each->code << " " << m.key);
                CHECK(find_metric(m.key) != nullptr);
            }
        }
        for (const measure_words& m : each->measures) {
            INFO(each->code << " " << m.key);
            CHECK(find_measure(m.key) != nullptr);
        }
    }
}

TEST_CASE("a form of a finished sentence has the same places in every language") {
    const auto places = [](std::string_view text) {
        std::size_t count = 0;
        for (std::size_t at = text.find("{}"); at != text.npos; at = text.find("{}", at + 2)) {
            ++count;
        }
        return count;
    };
    for (const language* each : languages()) {
        for (const translation& form : each->sentences) {
            INFO(form.english);
            CHECK(places(form.english) == places(form.own));
        }
    }
}

TEST_CASE("names and statuses that are told by their word have one in French") {
    for (const as shown :
         {as::share, as::rate, as::points, as::score, as::ratio, as::multiple, as::money, as::seconds, as::count}) {
        CHECK(dictionary_of(*find_language("fr"), false).has(name(shown)));
    }
    for (const verdict v : {verdict::better, verdict::worse, verdict::no_clear_change}) {
        CHECK(dictionary_of(*find_language("fr"), false).has(name(v)));
    }
    for (const theme& t : themes) {
        CHECK(dictionary_of(*find_language("fr"), false).has(t.title));
    }
}

TEST_CASE("what there is to know of a model has its words in French") {
    const dictionary& words = dictionary_of(*find_language("fr"), false);
    for (const std::span<const model_page> pages : {forecast_pages(), credit_pages()}) {
        for (const model_page& page : pages) {
            for (const std::string_view text :
                 {page.title, page.assumes, page.reading, page.not_for, page.by, page.tested}) {
                INFO(page.key << ": " << text);
                CHECK(words.has(text));
            }
        }
    }
}

TEST_CASE("a key in a reason is no word, whatever it is elsewhere") {
    CHECK(in_french()("cost") == "coût");
    CHECK(in_french().finished("cost is 0") == "cost vaut 0");
    CHECK(in_french().finished("promoters is missing") == "promoters manque");
}

TEST_CASE("English is said as it is") {
    const wording say;
    CHECK(say("change") == "change");
    CHECK(say("{} to {}", 1, "2") == "1 to 2");
    CHECK(say.number("1,204.5") == "1,204.5");
    CHECK(say.period("2024-01") == "2024-01");
    CHECK(say.finished("csat_answers is missing") == "csat_answers is missing");
    CHECK(say.of_number(0, "period", "periods") == "periods");
}

TEST_CASE("numbers have the marks of French print") {
    CHECK(people_number(as::share, 123.455, 1, in_french()) == "12\u202f345,5");
    CHECK(people_value(churn, 0.7, french_signs()) == "70,0\u202f%");
    CHECK(people_level(0.95, in_french()) == "95\u202f%");
    CHECK(people_level(0.995, in_french()) == "99,5\u202f%");
    CHECK(change_amount(churn, 0.013, french_signs()) == "+1,3\u00a0pt");
    CHECK(people_value(average_transaction, 1234.5, french_signs()) == "1\u202f234,50\u00a0EUR");
    CHECK(people_count(1254, in_french()) == "1\u202f254");
    CHECK(people_range(churn, {0.083, 0.12, 0.95, "wilson"}, 1, french_signs()) == "8,3 à 12,0\u202f%");
}

TEST_CASE("dates are written as French writes them") {
    CHECK(in_french().period("2024-01") == "janv. 2024");
    CHECK(in_french().period("2024-Q3") == "T3 2024");
    CHECK(in_french().period("2024-W09") == "sem. 9 2024");
    CHECK(in_french().period("2024-03-15") == "15 mars 2024");
    CHECK(in_french().period("2024") == "2024");
    CHECK(in_french().period("wave 1") == "wave 1");
}

TEST_CASE("spaces and apostrophes are those of print") {
    CHECK(in_french()("no interval: {}", "x") == "pas d\u2019intervalle\u00a0: x");
    CHECK(in_french()("{}: {} and {}", "a", 1, 2) == "a\u00a0: 1 et 2");
}

TEST_CASE("one and a half, and none, are singular in French") {
    CHECK(in_french().of_number(1.5, "day", "days") == "jour");
    CHECK(in_french().of_number(0, "day", "days") == "jour");
    CHECK(in_french().of_number(2, "day", "days") == "jours");
}

TEST_CASE("a finished sentence is found by its form, and its parts are kept") {
    CHECK(in_french().finished("csat_answers is missing") == "csat_answers manque");
    CHECK(in_french().finished("customers_start, customers_end and customers_new are missing") ==
          "customers_start, customers_end et customers_new manquent");
    CHECK(in_french().finished("customers_start is 0") == "customers_start vaut 0");
    CHECK(in_french().finished("the target is for a year, and 2024-12 is a month; --every year joins them") ==
          "la cible est pour un an, et déc. 2024 est un mois\u202f; --every year les réunit");
    CHECK(in_french().finished("no record of 2024-Q3 to compare with") == "aucune donnée de T3 2024 à comparer");
    CHECK(in_french().finished("what nobody says") == "what nobody says");
}

TEST_CASE("plain terminals get French without accents") {
    CHECK(in_plain_french()("improvement") == "amelioration");
    CHECK(in_plain_french().period("2024-02") == "fevr. 2024");
    CHECK(people_value(churn, 123.455, {.ascii = true, .say = in_plain_french()}) == "12 345,5 %");
}

TEST_CASE("a metric of the user's own keeps its words, whatever its key") {
    const metric own{.key = "churn", .title = "Losses", .value = customers_lost / customers_start};
    CHECK(in_french().title(own) == "Losses");
    CHECK(in_french().title(churn) == "Taux d\u2019attrition");
}

TEST_CASE("metrics are known by their names in other languages") {
    CHECK(key_called("taux d'attrition") == "churn");
    CHECK(key_called("Taux de désabonnement") == "churn");
    CHECK(key_called("VALEUR VIE CLIENT") == "clv");
    CHECK(key_called("taux de reclamation") == "contact_rate");
    CHECK(key_called("nothing of ours").empty());
    CHECK(key_called("").empty());
}

TEST_CASE("a third language is a table, and English where it has nothing") {
    const dictionary words(german, false);
    const wording say(words);
    CHECK(say("change") == "Änderung");
    CHECK(say("trend") == "trend");
    CHECK(say.title(churn) == "Kündigungsquote");
    CHECK(say.meaning(churn) == churn.meaning);
    CHECK(say.title(nps) == nps.title);
    CHECK(people_value(average_transaction, 1234.5, {.currency = "EUR", .say = say}) == "1.234,50 EUR");
    CHECK(people_range(churn, {0.083, 0.12, 0.95, "wilson"}, 1, {.say = say}) == "8,3 bis 12,0 %");
    CHECK(say.period("2024-01") == "2024-01");
}
