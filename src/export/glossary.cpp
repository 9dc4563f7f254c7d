#include <fmt/format.h>

#include <cxm/catalogue.hpp>

#include "export/exports.hpp"

namespace cxm {

namespace {

struct glossary_term {
    std::string_view word;
    std::string_view more;  ///< what stands beside the word in plain letters
    std::string_view meaning;
};

constexpr glossary_term glossary_terms[] = {
    {"measure", "", "a named quantity that a business counts in a period: `customers_lost`"},
    {"metric", "", "arithmetic over measures: `churn = customers_lost / customers_start`"},
    {"record", "", "the measures of one period, with labels that say which segment it is"},
    {"label", "", "a text that tells records apart: `segment`, `country`, any name that is no measure"},
    {"segment", "", "the records of one label value, or of one combination of them"},
    {"period", "", "a stretch of time: a day, ISO week, month, quarter or year; or a free label"},
    {"result", "", "one metric of one record: a value or the reason why there is none, its interval, n"},
    {"missing", "", "a measure was not given; never 0"},
    {"undefined", "", "the numbers are legal and have no result: a denominator of 0"},
    {"share", "", "part of a count, 0 to 1; its numerator is inside its denominator: churn, csat"},
    {"rate", "", "events per exposure, may pass 1: engagement"},
    {"ratio, multiple", "", "a quotient of sums, shown in per cent or as times: roi, clv_to_cac"},
    {"level", " of a measure", "the measure itself, as `tickets`, in place of a metric"},
    {"score", "", "mean of answers on a scale: ces, csat_mean"},
    {"points", "", "the unit of NPS: percentage of promoters less percentage of detractors, -100 to 100"},
    {"pp", "", "percentage points: from 10 % to 12 % is +2 pp, or +20 %"},
    {"interval", "", "the range of true values that the counts are well compatible with: [intervals](intervals.md)"},
    {"level", "", "how often such intervals contain the truth: 0.95"},
    {"n", "", "what an interval rests on: customers, answers, visitors"},
    {"flow, opening, closing, distinct, fixed, alone", "",
     "how a measure joins over periods: [rolling up](rolling-up.md)"},
    {"pooling", "", "adding the counts of segments or periods before anything is computed"},
    {"chained", "", "multiplied over periods: retention of a quarter is the product of its months"},
    {"stock", "", "customers at a point in time: start + new - lost = end"},
    {"mix", "", "the shares that segments have of the whole; it can move a total with no segment moving"},
    {"reference group", "", "comparable customers without the experience; what would have happened anyway"},
    {"incremental", "", "beyond the reference group"}};

struct short_name {
    std::string_view letters;
    std::string_view meaning;
    std::string_view keys;  ///< links to the metrics
};

constexpr short_name short_names[] = {
    {"CAC", "customer acquisition cost", "[`cac`](metrics.md#cac)"},
    {"CES", "customer effort score, 7 = very easy", "[`ces`](metrics.md#ces)"},
    {"CLV, LTV", "customer lifetime value",
     "[`clv`](metrics.md#clv), [`clv_margin`](metrics.md#clv_margin), [`clv_observed`](metrics.md#clv_observed)"},
    {"CPM", "cost per thousand impressions", "[`cost_per_thousand`](metrics.md#cost_per_thousand)"},
    {"CRC", "customer retention cost", "[`retention_cost`](metrics.md#retention_cost)"},
    {"CSAT", "customer satisfaction, share of the top two answers", "[`csat`](metrics.md#csat)"},
    {"CTR", "click-through rate", "[`ctr`](metrics.md#ctr)"},
    {"FCR", "first contact resolution", "[`first_contact_resolution`](metrics.md#first_contact_resolution)"},
    {"GRR, NRR", "gross and net revenue retention",
     "[`gross_revenue_retention`](metrics.md#gross_revenue_retention), "
     "[`net_revenue_retention`](metrics.md#net_revenue_retention)"},
    {"NPS", "net promoter score", "[`nps`](metrics.md#nps)"},
    {"ROAS", "return on ad spend", "[`return_on_ad_spend`](metrics.md#return_on_ad_spend)"},
    {"ROI, ROX", "return on investment, on experience", "[`roi`](metrics.md#roi), [`rox`](rox.md)"}};

/// In another language with the English word, which flags and JSON have.
std::string line_of_term(const glossary_term& term, const wording& say) {
    const std::string_view own = say(term.word);
    const std::string english = own == term.word ? std::string() : fmt::format(" ({})", term.word);
    return fmt::format("| **{}**{}{} | {} |\n", own, term.more.empty() ? term.more : say(term.more), english,
                       say(term.meaning));
}

}  // namespace

std::string glossary(const catalogue& known, const wording& say) {
    std::string text = fmt::format("# {}\n\n| {} | {} |\n|---|---|\n", say("Glossary"), say("word"), say("means"));
    for (const glossary_term& term : glossary_terms) {
        text += line_of_term(term, say);
    }
    text += fmt::format("\n| {} | {} | {} |\n|---|---|---|\n", say("short"), say("long"), say("key"));
    for (const short_name& each : short_names) {
        text += fmt::format("| {} | {} | {} |\n", each.letters, say(each.meaning), each.keys);
    }
    for (const catalogue::group& theme : known.themes()) {
        text += fmt::format("\n## {}\n\n| {} | {} | {} |\n|---|---|---|\n", say(theme.title), say("name"), say("key"),
                            say("what it is"));
        for (const metric* m : theme.metrics) {
            text +=
                fmt::format("| **{0}** | [`{1}`](metrics.md#{1}) | {2} |\n", say.title(*m), m->key, say.meaning(*m));
        }
    }
    text += fmt::format("\n## {}\n\n| {} | {} |\n|---|---|\n", say("Measures"), say("key"), say("what it is"));
    for (const measure* m : known.measures()) {
        text += fmt::format("| `{}` | {} |\n", m->key, say.meaning(*m));
    }
    return text;
}

}  // namespace cxm
