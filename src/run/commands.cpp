#include <algorithm>
#include <cxm/catalogue.hpp>

#include <fmt/format.h>

#include "run/command.hpp"
#include "run/flags/help.hpp"
#include "run/terminal.hpp"

namespace cxm {

namespace {

constexpr command table[] = {
    {"look", "What a file holds, and the commands that fit it: start here with one never seen", errand::records,
     "cxm look survey.csv\n"
     "cxm look survey.csv --write-plan plan.json\n"
     "cxm report survey.csv --plan plan.json",
     run_look},
    {"explain", "A metric's formula, meaning, pitfalls and source, with your numbers filled in", errand::one_number,
     "cxm explain retention --start 10000 --end 12000 --new 5000", run_explain},
    {"list", "The metrics with their formulas, or the measures they are made of", errand::one_number,
     "cxm list\n"
     "cxm list --measures",
     run_list},
    {"report", "Every metric that the records allow, with intervals", errand::records,
     "cxm report shop.csv\n"
     "cxm report shop.csv --metric churn,nps --by segment --every quarter\n"
     "cxm report shop.csv --total --format csv > kpis.csv",
     run_report},
    {"compare", "Whether a number moved, by how much, and why", errand::records,
     "cxm compare last_month.csv this_month.csv\n"
     "cxm compare shop.csv --from 2024-Q1 --to 2024-Q2 --by segment\n"
     "cxm compare ab.csv --from arm=control --to arm=variant --expect-split 50:50",
     run_compare},
    {"trend", "Whether a series moved more than it does anyway: control charts", errand::records,
     "cxm trend shop.csv\n"
     "cxm trend shop.csv --metric churn --by segment\n"
     "cxm trend shop.csv --metric nps --every quarter --as-of 2024-11-30\n"
     "cxm trend shop.csv --metric churn --baseline 2023 --rebase 2024-04\n"
     "cxm trend shop.csv --metric churn --against last-year",
     run_trend},
    {"adjust", "p-values of tests that were made at once, judged together", errand::one_number,
     "cxm adjust 0.01 0.04 0.03\n"
     "cxm adjust nps=0.01 churn=0.04 --method bh",
     run_adjust},
    {"check", "A gate for CI: rules that must hold of the data", errand::records,
     "cxm check shop.csv --require 'nps >= 30' --require 'churn <= 5% by segment'\n"
     "cxm check shop.csv --require 'churn worsens by <= 1pp vs previous'\n"
     "cxm check shop.csv --rules rules.json --format junit -o checks.xml",
     run_check},
    {"merge", "Records of the same period and labels, from shards of one whole, added up", errand::records,
     "cxm merge shard1.csv shard2.csv | cxm report -", run_merge},
    {"tally", "Raw rows to records: surveys, events, customer lists counted by period and label", errand::raw_rows,
     "cxm tally survey.csv --nps score --period answered_at:month --by plan\n"
     "cxm tally subscriptions.csv --subscriptions signup_date,cancel_date --period :month\n"
     "cxm tally events.ndjson --period ts:month --measure \"conversions=count where event = 'buy'\"",
     run_tally},
    {"sql", "The same counting as one query, for a table of a warehouse", errand::raw_rows,
     "cxm sql plan.json --dialect postgresql --table survey > query.sql\n"
     "cxm sql --nps score --period answered_at:month --dialect duckdb --table \"'survey.csv'\"\n"
     "cxm sql plan.json --dialect sqlite --table survey | sqlite3 -csv -header shop.db | cxm report -",
     run_sql},
    {"rows", "The rows behind a figure, as they stand in the file", errand::raw_rows,
     "cxm rows survey.csv --nps score --of detractors --columns comment,score\n"
     "cxm rows survey.csv --plan plan.json --of detractors --where \"plan = 'pro'\" --from 2024-03 --to 2024-03\n"
     "cxm rows subscriptions.csv --subscriptions signup_date,cancel_date --period :month --of customers_lost",
     run_rows},
    {"cohorts", "Of those who came first in the same month, how many came back later", errand::histories,
     "cxm cohorts orders.csv --orders customer_id,ordered_at,amount\n"
     "cxm cohorts orders.csv --orders customer_id,ordered_at,amount --cells revenue --rolling 30d\n"
     "cxm cohorts events.ndjson --people user.id,ts --every week --format csv | cxm report -",
     run_cohorts},
    {"funnel", "How far people come through steps, and where they leave", errand::histories,
     "cxm funnel events.ndjson --people user.id,ts --step \"visit: event = 'visit'\" --step \"cart: event = 'cart'\" "
     "--step \"buy: event = 'buy'\" --within 7d",
     run_funnel},
    {"attribute", "Which channels get the credit for conversions, by all models side by side", errand::histories,
     "cxm attribute touches.csv --touches user,at,channel --conversion \"event = 'buy'\"\n"
     "cxm attribute touches.csv --touches user,at,channel --conversion \"event = 'buy'\" --value amount --cost costs.csv",
     run_attribute},
    {"relate", "Whether two metrics go together, over periods or segments", errand::records,
     "cxm relate nps churn shop.csv\n"
     "cxm relate nps churn shop.csv --lags 0..3 --every quarter\n"
     "cxm relate nps churn shop.csv --by segment --every all\n"
     "cxm relate --join id survey.csv customers.csv --nps score --lost \"churned = 1\"",
     run_relate},
    {"solve", "What a measure has to be for a metric to meet a target", errand::planning,
     "cxm solve churn --target 5% --start 1000 --lost 80\n"
     "cxm solve nps --target 50 --vary promoters --promoters 300 --passives 100 --detractors 100",
     run_solve},
    {"sample", "How many answers a survey or an A/B test needs", errand::planning,
     "cxm sample nps --margin 5 --promoters 300 --passives 100 --detractors 100\n"
     "cxm sample csat --margin 3pp --expect 80%\n"
     "cxm sample conversion --from 10% --to 12% --power 0.8\n"
     "cxm sample conversion --from 10% --to 12% --ratio 3:1\n"
     "cxm sample conversion --from 4% --per-group 5000",
     run_sample},
    {"sensitivity", "What one more, and 1 % more, of each measure does to a metric", errand::planning,
     "cxm sensitivity nps --promoters 300 --passives 100 --detractors 100", run_sensitivity},
    {"payback", "How long a customer takes to pay back what it took to win them", errand::planning,
     "cxm payback --cac 240 --margin 20 --retention 95%", run_payback},
    {"project", "How many of a cohort will stay, for how long, and what they are worth: retention curves",
     errand::forecasts,
     "cxm project --survivors 1000,869,743,653,593,551,517,491 --horizon 12 --discount 10%\n"
     "cxm project cohort.csv --discount 10%/year --margin 20",
     run_project},
    {"customers", "Who will buy, who may not come back, and what is at stake: customers without a contract",
     errand::forecasts,
     "cxm customers purchases.csv --orders customer,ordered_at,amount\n"
     "cxm customers purchases.csv --orders customer,ordered_at --end 2024-06-30 --horizon 26w\n"
     "cxm customers purchases.csv --orders customer,ordered_at,amount --list high-value --first 100 --format csv",
     run_customers},
    {"export", "What the program knows, for machines and pages: catalogue, schemas, docs", errand::machines,
     "cxm export schema\n"
     "cxm export plan --nps score --period answered_at:month --by plan",
     run_export},
    {"completion", "A script that completes commands, metrics, flags and their values in a shell", errand::machines,
     "source <(cxm completion bash)", run_completion},
    {"demo", "Sample files to try it on, and three commands for them", errand::one_number, "cxm demo", run_demo},
    {"version", "The program's version", errand::machines, "cxm version --json", run_version},
};

constexpr word_for<errand> errand_titles[] = {
    {"One number", errand::one_number},
    {"Records, a period a row", errand::records},
    {"Raw rows, an answer or an event each", errand::raw_rows},
    {"Histories of people, from raw rows", errand::histories},
    {"Planning", errand::planning},
    {"What comes next", errand::forecasts},
    {"Machines", errand::machines},
};

void put_command(lines& to, std::string_view name, std::string_view summary, std::string_view examples,
                 std::size_t width) {
    constexpr std::size_t below_summary = 6;
    put_meaning(to, name, summary, width);
    put_examples(to, below_summary, examples.substr(0, examples.find('\n')), width);
}

std::string metrics_in_words() {
    std::string text;
    for (const metric* m : all_metrics()) {
        text.append(text.empty() ? "" : " ").append(m->key);
    }
    return text;
}

}  // namespace

std::span<const command> commands() { return table; }

command_line line_for(std::string_view command_name, std::string_view of) {
    const auto* const at =
        std::find_if(std::begin(table), std::end(table), [&](const command& c) { return c.name == command_name; });
    command_line line{fmt::format("cxm {}{}{}", at->name, of.empty() ? "" : " ", of), std::string(at->summary)};
    line.examples = at->examples;
    return line;
}

std::string program_help() {
    const std::size_t width = terminal_width();
    lines text(false);
    text.paragraph(0, "cxm - customer-experience metrics from what a business counts", width);
    for (const auto& [title, serves] : errand_titles) {
        text.end_line();
        text.paragraph(0, std::string(title) + ":", width);
        if (serves == errand::one_number) {
            put_command(text, "cxm METRIC", "The metric, from numbers given as flags",
                        "cxm nps --promoters 300 --passives 100 --detractors 100", width);
        }
        for (const command& c : commands()) {
            if (c.serves == serves) {
                put_command(text, "cxm " + std::string(c.name), c.summary, c.examples, width);
            }
        }
    }
    text.end_line();
    text.left(0, "Metrics:");
    text.end_line();
    text.paragraph(2, metrics_in_words(), width);
    text.end_line();
    text.paragraph(0,
                   "'cxm COMMAND --help' and 'cxm METRIC --help' list their flags; 'cxm explain METRIC' tells what "
                   "it is.",
                   width);
    return text.text();
}

}  // namespace cxm
