#include "run/flags_law.hpp"

namespace {

const char* const own_metric = R"([{"key": "doubled", "title": "Doubled", "formula": "nps * 2", "unit": "ratio"}])";

const words of_nps = {"nps", "--promoters", "3", "--passives", "1", "--detractors", "1"};
const words of_churn = {"churn", "--start", "10", "--lost", "1"};
const words of_score = {"csat_mean", "--points", "70", "--answers", "10"};
const words of_multiple = {"roi_multiple", "--gain", "30", "--cost", "10"};
const words of_money = {"average_transaction", "--revenue", "30", "--transactions", "10"};
const words of_lifetime = {"clv_margin", "--margin-per-year",    "100", "--discount-per-year",
                           "0.1",        "--retention-per-year", "0.8"};
const words of_experience = {"rox", "--experience-cost",
                             "50",  "--experience-customers",
                             "20",  "--experience-conversions",
                             "9",   "--conversion-value",
                             "10",  "--positive",
                             "7",   "--negative",
                             "3"};

words about(const char* command, const words& metric) { return words{command} + metric; }

shown_by on(words line, const std::string& flag, const words& given) { return {flag, given, {}, {}, std::move(line)}; }

/// Every flag that a command offers of any metric.
std::set<std::string> offered_of_metrics(const words& command) {
    std::set<std::string> flags;
    for (const cxm::metric* m : cxm::catalogue().metrics()) {
        flags.merge(offered(command + words{std::string(m->key)}, "-"));
    }
    return flags;
}

}  // namespace

TEST_CASE("every flag of a metric's own command does something, or is refused") {
    const scratch_file own("own.json", own_metric);
    hold_to_law({offered_of_metrics({}),
                 of_nps,
                 {},
                 of_output(on(of_money, "--currency", {"--currency", "EUR"}), on(of_multiple, "--ascii", {"--ascii"})) +
                     rows_of_flags{{"--raw", {"--raw"}},
                                   {"--level", {"--level", "80%"}},
                                   {"--interval", {"--interval", "wald"}},
                                   {"--population", {"--population", "10"}},
                                   on({"nps"}, "--histogram", {"--histogram", "1,0,0,0,0,0,0,0,1,0,3"}),
                                   on(of_score, "--scale", {"--scale", "csat=1..10"}),
                                   on(of_experience, "--gross", {"--gross"}),
                                   on({"average_transaction", "--revenue", "1,5", "--transactions", "1"}, "--decimal",
                                      {"--decimal", ","}),
                                   on(of_score, "--strict", {"--strict"}),
                                   on(of_churn, "--annualise", {"--annualise", "12"}),
                                   on(of_churn, "--per-period", {"--per-period", "12"}),
                                   on(of_lifetime, "--horizon", {"--horizon", "5"}),
                                   on(of_lifetime + words{"--horizon", "5"}, "--growth", {"--growth", "2%"}),
                                   on(of_lifetime, "--payments", {"--payments", "end"}),
                                   on(of_lifetime, "--periods-per-year", {"--periods-per-year", "12"}),
                                   on({"doubled"}, "--metrics", {"--metrics", own.path()})}});
}

TEST_CASE("every flag of solve does something, or is refused") {
    const scratch_file own("own.json", own_metric);
    const words line = {"solve", "roi_multiple", "--target", "3", "--cost", "10"};
    hold_to_law(
        {offered_of_metrics({"solve"}),
         line,
         {},
         of_output({"--currency", {"--currency", "EUR"}}, {"--ascii", {"--ascii"}}) +
             rows_of_flags{
                 on({"solve", "roi_multiple", "--cost", "10"}, "--target", {"--target", "3"}),
                 {"--vary", {"--vary", "gain"}, {"--gain", "5"}},
                 {"--raw", {"--raw"}},
                 on({"solve", "csat_mean", "--target", "8", "--answers", "10"}, "--scale", {"--scale", "1..10"}),
                 on({"solve", "nps", "--target", "50", "--vary", "promoters"}, "--histogram",
                    {"--histogram", "1,0,0,0,0,0,0,0,1,0,3"}),
                 on({"solve", "roi_multiple", "--target", "3", "--cost", "1,5"}, "--decimal", {"--decimal", ","}),
                 on({"solve", "doubled"}, "--metrics", {"--metrics", own.path()})}});
}

TEST_CASE("every flag of sample does something, or is refused") {
    const scratch_file own("own.json", own_metric);
    const words from = {"sample", "csat", "--from", "10%"};
    const words two = from + words{"--to", "12%"};
    hold_to_law({offered_of_metrics({"sample"}),
                 {"sample", "csat", "--margin", "3pp"},
                 {},
                 of_output({"--currency", {}}, {"--ascii", {"--ascii"}}) +
                     rows_of_flags{on({"sample", "csat"}, "--margin", {"--margin", "5pp"}),
                                   {"--expect", {"--expect", "10%"}},
                                   on({"sample", "csat", "--to", "12%"}, "--from", {"--from", "10%"}),
                                   on(from, "--to", {"--to", "12%"}),
                                   on(from, "--per-group", {"--per-group", "500"}),
                                   on(two, "--ratio", {"--ratio", "3:1"}),
                                   on({"sample", "nps", "--margin", "5"}, "--variance", {"--variance", "0.5"}),
                                   {"--population", {"--population", "800"}},
                                   on(two, "--power", {"--power", "90%"}),
                                   {"--level", {"--level", "80%"}},
                                   {"--raw", {"--raw"}},
                                   on({"sample", "nps", "--margin", "5"}, "--histogram",
                                      {"--histogram", "1,0,0,0,0,0,0,0,1,0,3"}),
                                   on({"sample", "doubled"}, "--metrics", {"--metrics", own.path()})}});
}

TEST_CASE("every flag of payback does something, or is refused") {
    const words line = {"payback", "--cac", "240", "--margin", "20"};
    const words stays = line + words{"--retention", "95%"};
    hold_to_law(
        {offered({"payback"}, "-"),
         stays,
         {},
         of_output({"--currency", {"--currency", "EUR"}}, {"--ascii", {}}) +
             rows_of_flags{on({"payback", "--margin", "20", "--retention", "95%"}, "--cac", {"--cac", "240"}),
                           on({"payback", "--margin", "20", "--retention", "95%"}, "--acquisition-cost",
                              {"--acquisition-cost", "240"}),
                           on({"payback", "--cac", "240", "--retention", "95%"}, "--margin", {"--margin", "20"}),
                           on(line, "--retention", {"--retention", "95%"}),
                           on(line, "--churn", {"--churn", "5%"}),
                           {"--raw", {"--raw"}}}});
}

TEST_CASE("every flag of adjust does something, or is refused") {
    hold_to_law({offered({"adjust"}, "-"),
                 {"adjust", "0.01", "0.04", "0.03"},
                 {},
                 of_output({"--currency", {}}, on({"adjust", std::string(80, 'x') + "=0.01"}, "--ascii", {"--ascii"})) +
                     rows_of_flags{{"--method", {"--method", "bh"}}, {"--level", {"--level", "80%"}}}});
}

TEST_CASE("every flag of sensitivity does something, or is refused") {
    const scratch_file own("own.json", own_metric);
    hold_to_law({offered_of_metrics({"sensitivity"}),
                 about("sensitivity", of_multiple),
                 {},
                 of_output({"--currency", {"--currency", "EUR"}}, {"--ascii", {"--ascii"}}) +
                     rows_of_flags{on({"sensitivity", "nps"}, "--histogram", {"--histogram", "1,0,0,0,0,0,0,0,1,0,3"}),
                                   on({"sensitivity", "roi_multiple", "--gain", "1,5", "--cost", "1"}, "--decimal",
                                      {"--decimal", ","}),
                                   on({"sensitivity", "doubled"}, "--metrics", {"--metrics", own.path()})}});
}

TEST_CASE("every flag of explain does something, or is refused") {
    const scratch_file own("own.json", own_metric);
    hold_to_law({offered_of_metrics({"explain"}),
                 about("explain", of_nps),
                 {},
                 of_output(on(about("explain", of_money), "--currency", {"--currency", "EUR"}),
                           on(about("explain", of_multiple), "--ascii", {"--ascii"})) +
                     rows_of_flags{{"--level", {"--level", "80%"}},
                                   {"--interval", {"--interval", "wald"}},
                                   {"--population", {"--population", "10"}},
                                   on({"explain", "nps"}, "--histogram", {"--histogram", "1,0,0,0,0,0,0,0,1,0,3"}),
                                   on(about("explain", of_score), "--scale", {"--scale", "csat=1..10"}),
                                   on(about("explain", of_experience), "--gross", {"--gross"}),
                                   on({"explain", "average_transaction", "--revenue", "1,5", "--transactions", "1"},
                                      "--decimal", {"--decimal", ","}),
                                   on({"explain", "doubled"}, "--metrics", {"--metrics", own.path()})}});
}

TEST_CASE("every flag of what the program knows does something, or is refused") {
    const scratch_file own("own.json", own_metric);
    const scratch_file plan("plan.json", R"({"surveys": {"nps": "score"}})");
    const rows_of_flags shared = of_output({"--currency", {}}, {"--ascii", {"--ascii"}}) +
                                 rows_of_flags{{"--metrics", {"--metrics", own.path()}}};
    hold_to_law({offered({"list"}, "-"), {"list"}, {}, shared + rows_of_flags{{"--measures", {"--measures"}}}});
    hold_to_law({offered({"completion"}, "-"), {"completion", "bash"}, {}, shared});
    hold_to_law({offered({"version"}, "-"), {"version"}, {}, shared + rows_of_flags{{"--verbose", {"--verbose"}}}});
    const words made_plan = {"export", "plan", "--nps", "score"};
    const words empty_plan = {"export", "plan"};
    const words of_people = {"--subscriptions", "start,end", "--period", "at:month", "--people", "who"};
    hold_to_law({offered({"export"}, "-"),
                 made_plan,
                 {},
                 rows_of_flags{{"--output", {"--output", "/dev/null"}},
                               on({"export", "catalogue"}, "--metrics", {"--metrics", own.path()}),
                               on({"export", "glossary"}, "--lang", {"--lang", "fr"}),
                               {"--by", {"--by", "plan"}},
                               {"--period", {"--period", "at:month"}},
                               {"--where", {"--where", "status = 'done'"}},
                               on(empty_plan, "--plan", {"--plan", plan.path()}),
                               on(empty_plan, "--nps", {"--nps", "score"}),
                               on(empty_plan, "--csat", {"--csat", "rating"}),
                               on(empty_plan, "--ces", {"--ces", "effort"}),
                               {"--measure", {"--measure", "revenue=sum spend"}},
                               {"--subscriptions", {"--subscriptions", "start,end"}, {"--period", ":month"}},
                               {"--rejoin-within", {"--rejoin-within", "30d"}, of_people},
                               {"--leaving-where", {"--leaving-where", "why = 'quit'"}, of_people},
                               {"--orders", {"--orders", "who,at"}},
                               {"--lost-after", {"--lost-after", "90d"}, {"--orders", "who,at", "--period", ":month"}},
                               {"--amounts", {"--amounts", "who,month,mrr"}, {"--period", ":month"}},
                               {"--people", {"--people", "who,at"}, {"--one-per", "who"}},
                               {"--one-per", {"--one-per", "who"}},
                               {"--until", {"--until", "2024-06-30"}},
                               {"--date-format", {"--date-format", "%d/%m/%Y"}, {"--period", "at:month"}},
                               {"--time-zone", {"--time-zone", "UTC"}, {"--period", "at:month"}},
                               {"--weight", {"--weight", "w"}},
                               {"--blank", {"--blank", "N/A"}},
                               {"--ragged", {"--ragged", "skip"}},
                               {"--encoding", {"--encoding", "utf-8"}},
                               {"--delimiter", {"--delimiter", ";"}},
                               {"--header-row", {"--header-row", "3"}},
                               {"--skip-rows", {"--skip-rows", "1"}},
                               {"--max-memory", {"--max-memory", "1G"}}}});
}

TEST_CASE("every flag of sql does something, or is refused") {
    const scratch_file plan("plan.json", R"({"surveys": {"nps": "score"}})");
    const words query = {"sql", "--dialect", "duckdb", "--table", "t"};
    const words dated = {"--period", "at:month"};
    const words customers = query + words{"--orders", "who,at", "--for", "customers"};
    const words cohorts = query + words{"--orders", "who,at", "--for", "cohorts"};
    hold_to_law({offered({"sql"}, "-"),
                 query + words{"--nps", "score"},
                 {},
                 rows_of_flags{{"--output", {"--output", "/dev/null"}},
                               on({"sql", "--nps", "score", "--table", "t"}, "--dialect", {"--dialect", "sqlite"}),
                               on({"sql", "--nps", "score", "--dialect", "sqlite"}, "--table", {"--table", "t"}),
                               {"--unquoted", {"--unquoted"}},
                               {"--guard", {"--guard"}},
                               on({"sql", "--dialect", "duckdb", "--table", "t", "--orders", "who,at"}, "--for",
                                  {"--for", "customers"}),
                               on(customers, "--ids", {"--ids"}),
                               on(cohorts, "--every", {"--every", "week"}),
                               on(cohorts, "--rolling", {"--rolling", "30d"}),
                               on(cohorts, "--unbounded", {"--unbounded"}),
                               on(cohorts, "--ages", {"--ages", "12"}),
                               {"--metric", {"--metric", "nps"}},
                               {"--level", {"--level", "0.9"}, {"--metric", "nps"}},
                               {"--by", {"--by", "plan"}},
                               {"--period", dated},
                               {"--where", {"--where", "status = 'done'"}},
                               on(query, "--plan", {"--plan", plan.path()}),
                               on(query, "--nps", {"--nps", "score"}),
                               {"--csat", {"--csat", "rating"}},
                               {"--ces", {"--ces", "effort"}},
                               {"--measure", {"--measure", "revenue=sum spend"}},
                               {"--subscriptions", {"--subscriptions", "start,end"}, dated},
                               {"--orders", {"--orders", "who,at"}},
                               {"--lost-after", {"--lost-after", "90d"}},
                               {"--amounts", {"--amounts", "who,month,mrr"}},
                               {"--people", {"--people", "who,at"}},
                               {"--one-per", {"--one-per", "who"}},
                               {"--rejoin-within", {"--rejoin-within", "30d"}},
                               {"--leaving-where", {"--leaving-where", "why = 'quit'"}},
                               {"--until", {"--until", "2024-06-30"}},
                               {"--date-format", {"--date-format", "%d/%m/%Y"}, dated},
                               {"--time-zone", {"--time-zone", "UTC"}, dated},
                               {"--weight", {"--weight", "w"}},
                               {"--blank", {"--blank", "N/A"}},
                               {"--from", {"--from", "2024-02"}, dated},
                               {"--to", {"--to", "2024-02"}, dated}}});
}
