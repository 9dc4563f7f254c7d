#include <algorithm>

#include "catch.hpp"
#include "intake/read_whole.hpp"
#include "run/runs.hpp"

// A law over the flags of all commands: what each does is shown by two runs, without it and with it, that differ. A new
// flag that stands in no list here fails, and so does one that nothing comes of.
namespace {

/// How a flag is shown to act.
struct shown_by {
    std::string name;
    words given;             ///< the flag and its value
    words beside = {};       ///< what both runs have besides
    std::string input = {};  ///< what both read, where not the command's own
};

const std::string shop =
    "period,segment,customers_start,customers_lost,promoters,passives,detractors,revenue,transactions,visitors,"
    "conversions\n"
    "2024-01,pro,100,5,30,10,10,500,20,400,20\n"
    "2024-01,basic,200,20,20,10,20,800,40,800,20\n"
    "2024-02,pro,120,6,40,10,10,600,25,400,25\n"
    "2024-02,basic,220,33,20,20,20,900,45,800,36\n";
const std::string scores = "period,csat_points,csat_answers\n2024-01,70,10\n2024-02,80,10\n";
const std::string multiples = "period,gain,cost\n2024-01,30,10\n2024-02,40,10\n";
const std::string no_reference =
    "period,experience_cost,experience_customers,experience_conversions,conversion_value,mentions_positive,"
    "mentions_negative\n2024-01,50,200,90,12,7,3\n2024-02,50,200,80,12,7,3\n";
const std::string unknown_column = "period,store,customers_start,customers_lost\n2024-01,1,10,1\n2024-02,1,10,1\n";
const std::string odd_stocks =
    "period,customers_start,customers_new,customers_lost,customers_end\n2024-01,10,2,1,12\n2024-02,12,2,1,13\n";
const std::string commas = "period;revenue;transactions\n2024-01;1,204;2\n2024-02;1,204;3\n";
const std::string rows = "at,plan,score,rating,effort,spend,status,start,end\n"
                         "2024-01-05,pro,9,5,7,1.5,done,2024-01-01,2024-02-03\n"
                         "2024-01-06,basic,3,2,3,2.5,open,2024-01-02,\n"
                         "2024-02-05,pro,10,4,6,1.5,done,2024-01-03,\n"
                         "2024-02-06,basic,8,1,2,2.5,done,2024-02-01,\n";
const std::string days_first = "at,plan,score\n25/01/2024,pro,9\n26/02/2024,basic,3\n";
const std::string with_blanks = "at,plan,score\n2024-01-05,pro,9\n2024-01-06,basic,N/A\n2024-01-07,basic,4\n";
const std::string ragged_rows = "at,plan,score\n2024-01-05,pro,9\n2024-01-06\n2024-01-07,basic,4\n";
const std::string latin_rows = "at,plan,score\n2024-01-05,pro,9\n2024-01-06,caf\xe9,3\n2024-01-07,basic,4\n";

words operator+(words all, const words& more) {
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

using rows_of_flags = std::vector<shown_by>;

rows_of_flags operator+(rows_of_flags all, const rows_of_flags& more) {
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

/// The flags of output; `money` and `multiple` are what the command needs besides to show amounts and signs.
rows_of_flags output(const words& money, const std::string& amounts, const words& multiple, const std::string& signs) {
    return {{"--format", {"--format", "json"}},
            {"--json", {"--json"}},
            {"--output", {"--output", "/dev/null"}},
            {"--csv-safe", {"--csv-safe"}},  // refused where the format is no CSV
            {"--currency", {"--currency", "EUR"}, money, amounts},
            {"--color", {"--color", "always"}},
            {"--ascii", {"--ascii"}, multiple, signs}};
}

const rows_of_flags input = {
    {"--input-format", {"--input-format", "json"}},
    {"--decimal", {"--decimal", ","}, {}, commas},
    {"--ignore", {"--ignore", "store"}, {}, unknown_column},
    {"--label", {"--label", "store"}, {}, unknown_column},
    {"--strict", {"--strict"}, {}, odd_stocks},
    {"--threads", {"--threads", "0"}},
};

/// The flags of raw rows, each on a plan that lacks it.
const rows_of_flags raw = {
    {"--period", {"--period", "at:month"}, {"--nps", "score"}, rows},
    {"--where", {"--where", "status = 'done'"}, {"--nps", "score", "--period", "at:month"}, rows},
    {"--nps", {"--nps", "score"}, {}, rows},
    {"--csat", {"--csat", "rating"}, {}, rows},
    {"--ces", {"--ces", "effort"}, {}, rows},
    {"--measure", {"--measure", "revenue=sum spend"}, {}, rows},
    {"--subscriptions", {"--subscriptions", "start,end"}, {"--period", ":month"}, rows},
    {"--date-format", {"--date-format", "%d/%m/%Y"}, {"--nps", "score", "--period", "at:month"}, days_first},
    {"--blank", {"--blank", "N/A"}, {"--nps", "score"}, with_blanks},
    {"--ragged", {"--ragged", "skip"}, {"--nps", "score"}, ragged_rows},
    {"--encoding", {"--encoding", "windows-1252"}, {"--nps", "score", "--where", "plan != 'x'"}, latin_rows},
    {"--delimiter", {"--delimiter", "|"}, {"--nps", "score"}, rows},
    {"--max-memory", {"--max-memory", "none"}, {"--nps", "score"}, rows},
};

/// The flags of commands that read records, with what each asks of them.
struct reading_command {
    words line;
    words of_multiples = {};  ///< the same of the metrics of `multiples`
    words of_gross = {};
    words of_scores = {};
};

rows_of_flags of_records(const reading_command& command, const std::string& own, const std::string& plan) {
    return output({}, {}, command.of_multiples, multiples) + input + raw +
           rows_of_flags{{"--metrics", {"--metrics", own}},
                         {"--plan", {"--plan", plan}, {}, rows},
                         {"--as-of", {"--as-of", "2024-02-10"}},
                         {"--scale", {"--scale", "csat=1..10"}, command.of_scores, scores},
                         {"--gross", {"--gross"}, command.of_gross, no_reference},
                         {"--level", {"--level", "80%"}},
                         {"--by", {"--by", "segment"}},
                         {"--total", {"--total"}}};
}

/// The flags of commands about one metric.
rows_of_flags of_one(const std::string& own) {
    return {{"--metrics", {"--metrics", own}}, {"--raw", {"--raw"}}, {"--strict", {"--strict"}, {}}};
}

std::string name_of(const words& command) {
    std::string name;
    for (const std::string& word : command) {
        name += (name.empty() ? "" : " ") + word;
    }
    return name;
}

/// Measures are flags too, by a law of their own.
bool is_measure(const std::string& flag) {
    std::string key = flag.substr(2);
    std::replace(key.begin(), key.end(), '-', '_');
    const auto known = cxm::catalogue().measures();
    return std::any_of(known.begin(), known.end(), [&](const cxm::measure* m) {
        const std::string_view whole = m->key;
        return whole == key || (whole.find('_') != whole.npos && whole.substr(whole.find('_') + 1) == key);
    });
}

/// Runs a command, `named` by the words that decide its flags, without each flag and with it.
void hold_to_law(const words& named, const words& rest, const std::string& usual_input, const rows_of_flags& shown) {
    for (const std::string& flag : offered(named, "-")) {
        if (!flag.starts_with("--") || flag == "--help" || flag == "--annualize" || is_measure(flag)) {
            continue;
        }
        INFO(name_of(named) << " " << flag);
        // What is said last, of this command alone, comes first.
        const auto row =
            std::find_if(shown.rbegin(), shown.rend(), [&](const shown_by& by) { return by.name == flag; });
        CHECK(row != shown.rend());
        if (row == shown.rend()) {
            continue;
        }
        const bool has_own_words = std::find(row->beside.begin(), row->beside.end(), "instead") != row->beside.end();
        words base = named + (has_own_words ? words{} : rest);
        for (const std::string& word : row->beside) {
            if (word != "instead") {
                base.push_back(word);
            }
        }
        const std::string& text = row->input.empty() ? usual_input : row->input;
        const ran without = run_program(base, text);
        const ran with = run_program(base + row->given, text);
        INFO("without: " << without.err << "with: " << with.err);
        CHECK((with.out != without.out || with.err != without.err || with.code != without.code));
    }
}

const words instead = {"instead"};

}  // namespace

TEST_CASE("every flag of the commands that read records does something, or is refused") {
    const scratch_file own("own.json", R"({"metrics": [{"key": "orders_per_visit", "title": "Orders per visit",
        "formula": "conversions / visitors", "unit": "ratio"}]})");
    const scratch_file plan("plan.json", R"({"period": {"column": "at", "grain": "month"}, "by": ["plan"],
        "surveys": {"nps": "score"}})");
    const rows_of_flags report = of_records({{}, {}, {}, {}}, own.path(), plan.path()) +
                                 rows_of_flags{{"--interval", {"--interval", "wald"}},
                                               {"--metric", {"--metric", "churn"}},
                                               {"--every", {"--every", "quarter"}},
                                               {"--from", {"--from", "2024-02"}},
                                               {"--to", {"--to", "2024-01"}},
                                               {"--all", {"--all"}},
                                               {"--trend", {"--trend"}},
                                               {"--wide", {"--wide"}, {"--format", "csv"}},
                                               {"--targets", {"--targets", "examples/ci/targets.json"}},
                                               {"--benchmarks", {"--benchmarks", "examples/ci/targets.json"}}};
    hold_to_law({"report"}, {}, shop, report);

    const words sides = {"--from", "period=2024-01", "--to", "period=2024-02"};
    const words arms = instead + words{"--from", "plan=pro", "--to", "plan=basic"};
    rows_of_flags compare = of_records({sides, {}, {}, {}}, own.path(), plan.path());
    for (shown_by& row : compare) {
        const bool of_rows = row.input == rows || row.input == days_first || row.input == with_blanks ||
                             row.input == ragged_rows || row.input == latin_rows;
        row.beside = of_rows ? row.beside + arms : row.beside;
    }
    compare =
        compare + rows_of_flags{{"--interval", {"--interval", "wald"}},
                                {"--method", {"--method", "newcombe"}},
                                {"--adjust", {"--adjust", "none"}},
                                {"--standardise", {"--standardise"}, {"--by", "segment"}},
                                {"--metric", {"--metric", "churn"}},
                                {"--from", {"--from", "period=2024-01"}, instead + words{"--to", "period=2024-02"}},
                                {"--to", {"--to", "period=2024-02"}, instead + words{"--from", "period=2024-01"}}};
    hold_to_law({"compare"}, sides, shop, compare);

    const rows_of_flags trend = of_records({{}, {"--metric", "roi_multiple"}, {}, {}}, own.path(), plan.path()) +
                                rows_of_flags{{"--metric", {"--metric", "churn"}},
                                              {"--every", {"--every", "quarter"}},
                                              {"--from", {"--from", "2024-02"}},
                                              {"--to", {"--to", "2024-01"}},
                                              {"--total", {"--total"}, {"--by", "segment"}}};
    hold_to_law({"trend"}, {}, shop, trend);

    const scratch_file shard("shard.csv", "period,customers_active\n2024-01,5\n");
    const rows_of_flags merge =
        of_records({}, own.path(), plan.path()) +
        rows_of_flags{
            {"--format", {"--format", "json"}},
            {"--currency", {"--currency", "EUR"}, {"--json"}},
            {"--decimal", {"--decimal", ","}, {}, commas},
            {"--csv-safe", {"--csv-safe"}, {}, "period,team,revenue\n2024-01,=1+1,5\n"},
            {"--by-customer", {"--by-customer"}, {"-", shard.path()}, "period,customers_active\n2024-01,4\n"}};
    hold_to_law({"merge"}, {}, shop, merge);
}

TEST_CASE("every flag of check does something, or is refused") {
    const scratch_file own("own.json", R"([{"key": "orders_per_visit", "title": "Orders per visit",
        "formula": "conversions / visitors", "unit": "ratio"}])");
    const scratch_file plan("plan.json", R"({"period": {"column": "at", "grain": "month"}, "by": ["plan"],
        "surveys": {"nps": "score"}})");
    const std::string long_label(80, 'x');
    const auto require = [](const std::string& rule) { return instead + words{"--require", rule}; };
    const rows_of_flags check =
        of_records({}, own.path(), plan.path()) +
        rows_of_flags{{"--currency", {"--currency", "EUR"}, require("average_transaction >= 1")},
                      {"--ascii",
                       {"--ascii"},
                       require("churn <= 50% by segment"),
                       "period,segment,customers_start,customers_lost\n2024-01," + long_label + ",100,5\n"},
                      {"--scale", {"--scale", "csat=1..10"}, require("csat_mean >= 1"), scores},
                      {"--gross", {"--gross"}, require("rox_talk >= 1%"), no_reference},
                      {"--metrics", {"--metrics", own.path()}, require("orders_per_visit >= 0%")},
                      {"--interval", {"--interval", "wald"}, require("churn <= 50%")},
                      {"--total", {"--total"}, {"--by", "segment"}},
                      {"--require", {"--require", "churn <= 5%"}},
                      {"--rules", {"--rules", "examples/ci/rules.json"}},
                      {"--targets", {"--targets", "examples/ci/targets.json"}, require("churn <= target")},
                      {"--fail-on", {"--fail-on", "none"}},
                      {"--explain", {"--explain"}},
                      {"--all-periods", {"--all-periods"}},
                      {"--every", {"--every", "quarter"}}};
    hold_to_law({"check"}, {"--require", "nps >= 0", "--require", "churn <= 50%"}, shop, check);
}

TEST_CASE("every flag of tally does something, or is refused") {
    const scratch_file plan("plan.json", R"({"surveys": {"nps": "score"}})");
    const rows_of_flags tally =
        output({"--json"}, {}, {}, {}) + raw +
        rows_of_flags{{"--plan", {"--plan", plan.path()}, instead},
                      {"--nps", {"--nps", "score"}, instead},
                      {"--csat", {"--csat", "rating"}, instead},
                      {"--ces", {"--ces", "effort"}, instead},
                      {"--measure", {"--measure", "revenue=sum spend"}, instead},
                      {"--subscriptions", {"--subscriptions", "start,end"}, instead + words{"--period", ":month"}},
                      {"--period", {"--period", "at:month"}},
                      {"--by", {"--by", "plan"}},
                      {"--csv-safe", {"--csv-safe"}, {"--by", "plan"}, "score,plan\n9,=1+1\n"},
                      {"--from", {"--from", "2024-02"}, {"--period", "at:month"}},
                      {"--to", {"--to", "2024-01"}, {"--period", "at:month"}},
                      {"--input-format", {"--input-format", "ndjson"}},
                      {"--decimal",
                       {"--decimal", ","},
                       instead + words{"--measure", "revenue=sum spend"},
                       "day;spend\nmonday;1,204\n"},
                      {"--threads", {"--threads", "0"}}};
    rows_of_flags without_survey = tally;
    for (shown_by& row : without_survey) {
        if (std::find(row.beside.begin(), row.beside.end(), "--nps") != row.beside.end()) {
            row.beside.push_back("instead");
        }
    }
    hold_to_law({"tally"}, {"--nps", "score"}, rows, without_survey);
}

TEST_CASE("every flag of a metric's own command does something, or is refused") {
    const scratch_file own("own.json", R"([{"key": "nps_squared", "title": "Squared",
        "formula": "nps * nps", "unit": "ratio"}])");
    const rows_of_flags metric = output({}, {}, {}, {}) + of_one(own.path()) +
                                 rows_of_flags{{"--currency", {"--currency", "EUR"}, {"--json"}},
                                               {"--ascii", {"--ascii", "yes"}},
                                               {"--metrics", {"--metrics", own.path() + "x"}},
                                               {"--level", {"--level", "80%"}},
                                               {"--interval", {"--interval", "wald"}},
                                               {"--decimal", {"--decimal", "x"}}};
    hold_to_law({"nps"}, {"--promoters", "3", "--passives", "1", "--detractors", "1"}, {},
                metric + rows_of_flags{{"--histogram", {"--histogram", "1,0,0,0,0,0,0,0,1,0,3"}, instead},
                                       {"--scale", {"--scale", "1..3"}, instead + words{"--histogram", "3,1,2"}},
                                       {"--strict", {"--strict=yes"}}});
    hold_to_law({"churn"}, {"--start", "10", "--lost", "1"}, {},
                metric + rows_of_flags{{"--annualise", {"--annualise", "12"}},
                                       {"--per-period", {"--per-period", "12"}},
                                       {"--strict", {"--strict=yes"}}});
    hold_to_law({"csat_mean"}, {"--points", "70", "--answers", "10"}, {},
                metric + rows_of_flags{{"--interval", {"--interval", "wald"}},
                                       {"--scale", {"--scale", "csat=1..10"}},
                                       {"--level", {"--level", "0"}},
                                       {"--histogram", {"--histogram", "1,2,3,4,5"}, instead}});
    hold_to_law(
        {"roi_multiple"}, {"--gain", "30", "--cost", "10"}, {},
        metric + rows_of_flags{{"--ascii", {"--ascii"}},
                               {"--interval", {"--interval", "wald"}},
                               {"--decimal", {"--decimal", ","}, instead + words{"--gain", "1,5", "--cost", "1"}},
                               {"--level", {"--level", "0"}},
                               {"--strict", {"--strict=yes"}}});
    const words experience = {"--experience-cost",
                              "50",
                              "--experience-customers",
                              "20",
                              "--experience-conversions",
                              "9",
                              "--conversion-value",
                              "10",
                              "--positive",
                              "7",
                              "--negative",
                              "3"};
    hold_to_law({"rox"}, experience, {},
                metric + rows_of_flags{{"--gross", {"--gross"}},
                                       {"--interval", {"--interval", "wald"}},
                                       {"--currency", {"--currency", "EUR"}, {"--gross", "--json"}},
                                       {"--raw", {"--raw"}, {"--gross"}},
                                       {"--color", {"--color", "always"}, {"--gross"}},
                                       {"--format", {"--format", "json"}, {"--gross"}},
                                       {"--json", {"--json"}, {"--gross"}},
                                       {"--output", {"--output", "/dev/null"}, {"--gross"}},
                                       {"--level", {"--level", "0"}},
                                       {"--strict", {"--strict=yes"}}});
}

TEST_CASE("every flag of the questions about one metric does something, or is refused") {
    const scratch_file own("own.json", R"([{"key": "nps_squared", "title": "Squared",
        "formula": "nps * nps", "unit": "ratio"}])");
    const words money = {"average_transaction"};
    const rows_of_flags shared =
        output({}, {}, {}, {}) + of_one(own.path()) +
        rows_of_flags{{"--metrics", {"--metrics", own.path() + "x"}}, {"--decimal", {"--decimal", "x"}}};
    hold_to_law({"solve", "roi_multiple"}, {"--target", "3", "--cost", "10"}, {},
                shared + rows_of_flags{{"--target", {"--target", "3"}, instead + words{"--cost", "10"}},
                                       {"--vary", {"--vary", "gain"}, {"--gain", "5"}},
                                       {"--ascii", {"--ascii"}},
                                       {"--currency", {"--currency", "EUR"}}});
    hold_to_law({"sample", "csat"}, {"--margin", "3pp"}, {},
                shared + rows_of_flags{{"--margin", {"--margin", "5pp"}, instead},
                                       {"--expect", {"--expect", "10%"}},
                                       {"--from", {"--from", "10%"}, instead + words{"--to", "12%"}},
                                       {"--to", {"--to", "12%"}, instead + words{"--from", "10%"}},
                                       {"--per-group", {"--per-group", "500"}, instead + words{"--from", "10%"}},
                                       {"--power", {"--power", "90%"}, instead + words{"--from", "10%", "--to", "12%"}},
                                       {"--level", {"--level", "80%"}},
                                       {"--ascii", {"--ascii"}}});
    hold_to_law({"sensitivity", "roi_multiple"}, {"--gain", "30", "--cost", "10"}, {},
                shared + rows_of_flags{{"--ascii", {"--ascii"}}, {"--currency", {"--currency", "EUR"}}});
    hold_to_law({"explain", "roi_multiple"}, {"--gain", "30", "--cost", "10"}, {},
                shared + rows_of_flags{{"--ascii", {"--ascii"}},
                                       {"--currency", {"--currency", "EUR"}},
                                       {"--interval", {"--interval", "wald"}},
                                       {"--level", {"--level", "0"}}});
    hold_to_law({"explain", "csat_mean"}, {"--points", "70", "--answers", "10"}, {},
                shared + rows_of_flags{{"--scale", {"--scale", "csat=1..10"}},
                                       {"--currency", {"--currency", "EUR"}, {"--json"}},
                                       {"--ascii", {"--ascii=yes"}},
                                       {"--histogram", {"--histogram", "1,2,3,4,5"}, instead},
                                       {"--interval", {"--interval", "wald"}},
                                       {"--level", {"--level", "0"}}});
    hold_to_law(
        {"explain", "rox"}, {}, {},
        shared + rows_of_flags{{"--gross",
                                {"--gross"},
                                no_reference.empty() ? words{}
                                                     : words{"--experience-cost", "50", "--experience-customers", "20",
                                                             "--experience-conversions", "9", "--conversion-value",
                                                             "10", "--positive", "7", "--negative", "3"}},
                               {"--currency", {"--currency", ""}},
                               {"--ascii", {"--ascii=yes"}},
                               {"--interval", {"--interval", "wald"}},
                               {"--level", {"--level", "0"}}});
}

TEST_CASE("every flag of what the program knows does something, or is refused") {
    const scratch_file own("own.json", R"([{"key": "nps_squared", "title": "Squared",
        "formula": "nps * nps", "unit": "ratio"}])");
    const scratch_file plan("plan.json", R"({"surveys": {"nps": "score"}})");
    const rows_of_flags shared =
        output({}, {}, {}, {}) + rows_of_flags{{"--metrics", {"--metrics", own.path()}}, {"--ascii", {"--ascii"}}};
    hold_to_law({"list"}, {}, {}, shared + rows_of_flags{{"--measures", {"--measures"}}});
    const rows_of_flags exported = shared + rows_of_flags{{"--metrics", {"--metrics", own.path()}, {"catalogue"}},
                                                          {"--output", {"--output", "/dev/null"}, {"catalogue"}}};
    rows_of_flags of_plan;
    for (shown_by row : raw) {
        row.beside.insert(row.beside.begin(), {"plan"});
        of_plan.push_back(row);
    }
    hold_to_law({"export"}, {}, {},
                exported + of_plan +
                    rows_of_flags{{"--by", {"--by", "plan"}, {"plan", "--nps", "score"}},
                                  {"--plan", {"--plan", plan.path()}, {"plan"}},
                                  {"--blank", {"--blank", "N/A"}, {"plan", "--nps", "score"}}});
    hold_to_law({"completion"}, {"bash"}, {}, shared);
    hold_to_law({"version"}, {}, {}, shared);
}
