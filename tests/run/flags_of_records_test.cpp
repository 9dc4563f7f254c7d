#include "run/flags_law.hpp"

namespace {

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
    "period,experience_cost,experience_customers,experience_conversions,conversion_value\n2024-01,50,200,90,12\n"
    "2024-02,50,200,80,12\n";
const std::string unknown_column = "period,store,customers_start,customers_lost\n2024-01,1,10,1\n2024-02,1,10,1\n";
const std::string odd_stocks =
    "period,customers_start,customers_new,customers_lost,customers_end\n2024-01,10,2,1,12\n2024-02,12,2,1,13\n";
const std::string with_total =
    "period,segment,customers_start,customers_lost\n2024-01,pro,100,5\n2024-01,Total,100,5\n2024-02,pro,100,6\n"
    "2024-02,Total,100,6\n";
const std::string free_periods = "period,customers_start,customers_lost\nbefore,100,5\nbetween,100,6\nafter,100,9\n";
const std::string free_periods_of_segments =
    "period,segment,customers_start,customers_lost\nbefore,pro,100,5\nbefore,basic,90,5\nafter,pro,90,6\n"
    "after,basic,80,9\n";
const std::string commas = "period;revenue;transactions\n2024-01;1,204;2\n2024-02;1,204;3\n";
const std::string rows = "at,plan,score,rating,effort,spend,status,start,end\n"
                         "2024-01-05,pro,9,5,7,1.5,done,2024-01-01,2024-02-03\n"
                         "2024-01-06,basic,3,2,3,2.5,open,2024-01-02,\n"
                         "2024-02-05,pro,10,4,6,1.5,done,2024-01-03,\n"
                         "2024-02-06,basic,8,1,2,2.5,done,2024-02-01,\n";
const std::string stays_of_people =
    "id,why,plan,start,end,at,score\na,quit,pro,2024-01-01,2024-01-20,2024-01-05,9\n"
    "a,,pro,2024-02-10,,2024-01-06,3\nb,moved,basic,2024-01-01,2024-02-10,2024-02-05,10\n"
    "b,,basic,2024-03-15,,2024-02-05,10\nc,,pro,2024-01-05,2024-01-09,2024-02-06,8\n"
    "c,,pro,2024-01-10,,2024-02-06,8\n";
const std::string days_first = "at,plan,score\n25/01/2024,pro,9\n26/02/2024,basic,3\n";
const std::string two_zones =
    "at,plan,score\n2024-01-31 23:30 GMT+1,pro,9\n2024-02-06 10:00 GMT+2,basic,3\n2024-02-06 10:00 GMT+2,pro,3\n";
const std::string with_blanks = "at,plan,score\n2024-01-05,pro,9\n2024-01-06,basic,N/A\n2024-01-07,basic,4\n";
const std::string ragged_rows = "at,plan,score\n2024-01-05,pro,9\n2024-01-06\n2024-01-07,basic,4\n";
const std::string long_comments = "at,comment\n2024-01-05," + std::string(90, 'x') + "\n2024-01-06,y\n";
const std::string latin_rows = "at,plan,score\n2024-01-05,pro,9\n2024-01-06,caf\xe9,3\n2024-01-07,basic,4\n";

std::string two_years() {
    std::string rows_of_months = "period,customers_start,customers_lost\n";
    for (const char* const year : {"2023", "2024"}) {
        for (int month = 1; month <= 12; ++month) {
            const std::string number = std::to_string(month);
            rows_of_months += std::string(year) + (month < 10 ? "-0" : "-") + number + ",100," + number + "\n";
        }
    }
    return rows_of_months;
}

/// Six months of two segments whose churn and NPS vary.
std::string pairs_of_months() {
    std::string text = "period,segment,customers_start,customers_lost,promoters,passives,detractors\n";
    for (int month = 1; month <= 6; ++month) {
        for (const char* const segment : {"pro", "basic"}) {
            text += "2024-0" + std::to_string(month) + "," + segment + ",100," + std::to_string(month * 3 % 7) + "," +
                    std::to_string(month * 5 % 11) + ",3," + std::to_string(month) + "\n";
        }
    }
    return text;
}

std::string pairs_without_dates() {
    std::string text = "period,customers_start,customers_lost,promoters,passives,detractors\n";
    for (const char* const period : {"a", "b", "c", "d"}) {
        text += std::string(period) + ",100," + std::to_string(period[0] % 5) + ",5,3," +
                std::to_string(period[0] % 3) + "\n";
    }
    return text;
}

const rows_of_flags of_input = {
    {"--input-format", {"--input-format", "json"}},
    {"--decimal", {"--decimal", ","}, {}, commas},
    {"--ignore", {"--ignore", "store"}, {}, unknown_column},
    {"--label", {"--label", "store"}, {}, unknown_column},
    {"--strict", {"--strict"}, {}, odd_stocks},
    {"--threads", {"--threads", "0"}},
    {"--drop-totals", {"--drop-totals"}, {}, with_total},
    {"--periods-in-order", {"--periods-in-order"}, {}, free_periods},
};

/// The flags of raw rows, each on a plan that lacks it; `line` is what the command needs for them.
rows_of_flags of_rows(const words& line, const std::string& plan) {
    const words counted = {"--nps", "score"};
    const words dated = {"--nps", "score", "--period", "at:month"};
    const words stays = {"--subscriptions", "start,end", "--period", "at:month", "--nps", "score"};
    const words of_people = stays + words{"--people", "id"};
    const words ordered = {"--orders", "plan,at", "--period", ":month"};
    rows_of_flags shown = {
        {"--plan", {"--plan", plan}, {}, rows},
        {"--period", {"--period", "at:month"}, counted, rows},
        {"--where", {"--where", "status = 'open'"}, dated, rows},
        {"--nps", {"--nps", "score"}, {}, rows},
        {"--csat", {"--csat", "rating"}, {}, rows},
        {"--ces", {"--ces", "effort"}, {}, rows},
        {"--measure", {"--measure", "revenue=sum spend"}, {}, rows},
        {"--subscriptions", {"--subscriptions", "start,end"}, {"--period", ":month"}, rows},
        {"--rejoin-within", {"--rejoin-within", "40d"}, of_people, stays_of_people},
        {"--leaving-where", {"--leaving-where", "why = 'quit'"}, of_people, stays_of_people},
        {"--orders", {"--orders", "plan,at"}, {"--period", ":month"}, rows},
        {"--lost-after", {"--lost-after", "10d"}, ordered, rows},
        {"--amounts", {"--amounts", "plan,at,spend"}, {}, rows},
        {"--people", {"--people", "id"}, stays, stays_of_people},
        {"--one-per", {"--one-per", "plan"}, counted, rows},
        {"--until", {"--until", "2024-01-31"}, ordered, rows},
        {"--date-format", {"--date-format", "%d/%m/%Y"}, dated, days_first},
        {"--time-zone", {"--time-zone", "Etc/GMT-2"}, dated, two_zones},
        {"--weight", {"--weight", "plan"}, counted, rows},  // which holds no numbers
        {"--blank", {"--blank", "N/A"}, counted, with_blanks},
        {"--ragged", {"--ragged", "skip"}, counted, ragged_rows},
        {"--encoding", {"--encoding", "windows-1252"}, counted + words{"--where", "plan != 'x'"}, latin_rows},
        {"--delimiter", {"--delimiter", "|"}, counted, rows},
        {"--header-row", {"--header-row", "2"}, counted, rows},
        {"--skip-rows", {"--skip-rows", "1"}, counted, rows},
        {"--max-memory", {"--max-memory", "none"}, counted, rows},
    };
    for (shown_by& row : shown) {
        row.instead = line;
    }
    return shown;
}

rows_of_flags of_records(const words& line_for_rows, const std::string& own, const std::string& plan) {
    return of_output({"--currency", {"--currency", "EUR"}}, {"--ascii", {"--ascii"}, {}, multiples}) + of_input +
           of_rows(line_for_rows, plan) +
           rows_of_flags{{"--metrics", {"--metrics", own}},
                         {"--given", {"--given", "customers_new=3"}},
                         {"--as-of", {"--as-of", "2024-02-10"}},
                         {"--scale", {"--scale", "csat=1..10"}, {}, scores},
                         {"--gross", {"--gross"}, {}, no_reference},
                         {"--level", {"--level", "80%"}},
                         {"--interval", {"--interval", "wald"}},
                         {"--metric", {"--metric", "churn"}},
                         {"--every", {"--every", "quarter"}},
                         {"--from", {"--from", "2024-02"}},
                         {"--to", {"--to", "2024-01"}},
                         {"--by", {"--by", "segment"}},
                         {"--total", {"--total"}}};
}

const char* const own_metric =
    R"([{"key": "orders_per_visit", "title": "Orders", "formula": "conversions / visitors", "unit": "ratio"}])";
const char* const target_per_year = R"({"targets": {"churn": {"value": "30%", "per": "year"}}})";
const char* const whole_plan =
    R"({"period": {"column": "at", "grain": "month"}, "by": ["plan"], "surveys": {"nps": "score"}})";

}  // namespace

TEST_CASE("every flag of report does something, or is refused") {
    const scratch_file own("own.json", own_metric);
    const scratch_file yearly("yearly.json", target_per_year);
    const scratch_file plan("plan.json", whole_plan);
    hold_to_law(
        {offered({"report"}, "-"),
         {"report"},
         shop,
         of_records({"report"}, own.path(), plan.path()) +
             rows_of_flags{
                 {"--by", {"--by", "segment"}, {"--total"}},
                 {"--drop-totals", {"--drop-totals"}, {"--total"}, with_total},
                 {"--all", {"--all"}},
                 {"--layout", {"--layout", "pivot"}},
                 {"--first", {"--first", "1"}},
                 {"--sort", {"--sort", "value"}, {"--metric", "churn"}},
                 {"--population", {"--population", "90"}},
                 {"--trend", {"--trend"}},
                 {"--wide", {"--wide"}, {"--format", "csv"}},
                 {"--targets", {"--targets", "examples/ci/targets.json"}},
                 {"--benchmarks", {"--benchmarks", "examples/ci/targets.json"}},
                 {"--annualise", {"--annualise"}, {"--targets", yearly.path(), "--total", "--metric", "churn"}}}});
}

TEST_CASE("every flag of compare does something, or is refused") {
    const scratch_file own("own.json", own_metric);
    const scratch_file plan("plan.json", whole_plan);
    const scratch_file prices("prices.json", R"({"worth": {"churn": 90}})");
    const words line = {"compare", "--from", "period=2024-01", "--to", "period=2024-02"};
    hold_to_law({offered({"compare"}, "-"), line, shop,
                 of_records({"compare", "--from", "plan=pro", "--to", "plan=basic"}, own.path(), plan.path()) +
                     rows_of_flags{{"--drop-totals", {"--drop-totals"}, {"--total"}, with_total},
                                   {"--periods-in-order",
                                    {"--periods-in-order"},
                                    {},
                                    free_periods_of_segments,
                                    words{"compare", "--from", "segment=pro", "--to", "segment=basic"}},
                                   {"--method", {"--method", "newcombe"}},
                                   {"--adjust", {"--adjust", "none"}},
                                   {"--standardise", {"--standardise"}, {"--by", "segment"}},
                                   {"--worth", {"--worth", "churn=90"}},
                                   {"--targets", {"--targets", prices.path()}},
                                   {"--stratify", {"--stratify", "segment"}, {"--total"}},
                                   {"--expect-split",
                                    {"--expect-split", "50:50"},
                                    {},
                                    {},
                                    words{"compare", "--from", "segment=pro", "--to", "segment=basic"}},
                                   {"--from", {"--from", "period=2024-01"}, {}, {}, words{line[0], line[3], line[4]}},
                                   {"--to", {"--to", "period=2024-02"}, {}, {}, words{line[0], line[1], line[2]}}}});
}

TEST_CASE("every flag of look does something, or is refused") {
    hold_to_law({offered({"look"}, "-"),
                 {"look"},
                 rows,
                 of_output({"--currency", {"--currency", "EUR"}}, {"--ascii", {"--ascii"}, {}, long_comments}) +
                     rows_of_flags{{"--csv-safe", {"--csv-safe"}},
                                   {"--write-plan", {"--write-plan", "/nowhere/plan.json"}},
                                   {"--input-format", {"--input-format", "ndjson"}},
                                   {"--threads", {"--threads", "0"}},
                                   {"--encoding", {"--encoding", "windows-1252"}},
                                   {"--delimiter", {"--delimiter", "|"}},
                                   {"--header-row", {"--header-row", "2"}},
                                   {"--skip-rows", {"--skip-rows", "1"}}}});
}

TEST_CASE("every flag of trend does something, or is refused") {
    const scratch_file own("own.json", own_metric);
    const scratch_file plan("plan.json", whole_plan);
    hold_to_law({offered({"trend"}, "-"),
                 {"trend"},
                 shop,
                 of_records({"trend"}, own.path(), plan.path()) +
                     rows_of_flags{{"--total", {"--total"}, {"--by", "segment"}},
                                   {"--baseline", {"--baseline", "6"}, {"--metric", "churn"}, two_years()},
                                   {"--rebase", {"--rebase", "2024-01"}, {"--metric", "churn"}, two_years()},
                                   {"--against", {"--against", "last-year"}, {"--metric", "churn"}, two_years()}}});
}

TEST_CASE("every flag of merge does something, or is refused") {
    const scratch_file own("own.json", own_metric);
    const scratch_file plan("plan.json", whole_plan);
    const scratch_file shard("shard.csv", "period,customers_active\n2024-01,5\n");
    hold_to_law(
        {offered({"merge"}, "-"),
         {"merge"},
         shop,
         of_records({"merge"}, own.path(), plan.path()) +
             rows_of_flags{
                 {"--currency", {"--currency", "EUR"}, {"--json"}},
                 {"--csv-safe", {"--csv-safe"}, {}, "period,team,revenue\n2024-01,=1+1,5\n"},
                 {"--by-customer", {"--by-customer"}, {shard.path()}, "period,customers_active\n2024-01,4\n"}}});
}

TEST_CASE("every flag of check does something, or is refused") {
    const scratch_file own("own.json", own_metric);
    const scratch_file yearly("yearly.json", target_per_year);
    const scratch_file plan("plan.json", whole_plan);
    const auto require = [](const std::string& rule) { return words{"check", "--require", rule}; };
    const std::string long_label =
        "period,segment,customers_start,customers_lost\n2024-01," + std::string(80, 'x') + ",100,5\n";
    hold_to_law(
        {offered({"check"}, "-"), require("nps >= 0") + words{"--require", "churn <= 50%"}, shop,
         of_records(require("nps >= 0"), own.path(), plan.path()) +
             rows_of_flags{
                 {"--currency", {"--currency", "EUR"}, {}, {}, require("average_transaction >= 1")},
                 {"--population", {"--population", "9"}},
                 {"--ascii", {"--ascii"}, {}, long_label, require("churn <= 50% by segment")},
                 {"--scale", {"--scale", "csat=1..10"}, {}, scores, require("csat_mean >= 1")},
                 {"--gross", {"--gross"}, {}, no_reference, require("rox_do >= 1%")},
                 {"--metrics", {"--metrics", own.path()}, {}, {}, require("orders_per_visit >= 0%")},
                 {"--metric", {"--metric", "per_visit = conversions / visitors"}, {}, {}, require("per_visit >= 0%")},
                 {"--total", {"--total"}, {"--by", "segment"}},
                 {"--require", {"--require", "csat >= 5%"}},
                 {"--rules", {"--rules", "examples/ci/rules.json"}},
                 {"--targets", {"--targets", "examples/ci/targets.json"}, {}, {}, require("churn <= target")},
                 {"--annualise", {"--annualise"}, {"--targets", yearly.path()}, {}, require("churn <= target")},
                 {"--fail-on", {"--fail-on", "none"}},
                 {"--explain", {"--explain"}},
                 {"--all-periods", {"--all-periods"}}}});
}

TEST_CASE("every flag of tally does something, or is refused") {
    const scratch_file plan("plan.json", R"({"surveys": {"nps": "score"}})");
    const words line = {"tally", "--nps", "score"};
    const words dated = {"--period", "at:month"};
    hold_to_law({offered({"tally"}, "-"), line, rows,
                 of_output({"--currency", {"--currency", "EUR"}, {"--json"}}, {"--ascii", {}}) + of_input +
                     of_rows({"tally"}, plan.path()) +
                     rows_of_flags{{"--by", {"--by", "plan"}},
                                   {"--every", {"--every", "month"}, {}, rows, words{"tally", "--orders", "plan,at"}},
                                   {"--csv-safe", {"--csv-safe"}, {"--by", "plan"}, "score,plan\n9,=1+1\n"},
                                   {"--from", {"--from", "2024-02"}, dated},
                                   {"--to", {"--to", "2024-01"}, dated},
                                   {"--input-format", {"--input-format", "ndjson"}},
                                   {"--decimal",
                                    {"--decimal", ","},
                                    {},
                                    "day;spend\nmonday;1,204\n",
                                    words{"tally", "--measure", "revenue=sum spend"}}}});
}

TEST_CASE("every flag of rows does something, or is refused") {
    const scratch_file plan("plan.json", R"({"surveys": {"nps": "score"}})");
    const words line = {"rows", "--nps", "score", "--of", "detractors"};
    const words dated = {"--period", "at:month"};
    const words counted = {"rows", "--of", "transactions"};
    rows_of_flags read = of_rows(counted, plan.path());
    for (shown_by& row : read) {
        row.beside = row.beside + words{"--measure", "transactions=count where plan != 'x'"};
    }
    hold_to_law({offered({"rows"}, "-"), line, rows,
                 read + rows_of_flags{
                            {"--plan", {"--plan", plan.path()}, {}, {}, words{"rows", "--of", "promoters"}},
                            {"--nps", {"--nps", "score"}, {}, {}, words{"rows", "--of", "promoters"}},
                            {"--csat", {"--csat", "rating"}, {}, {}, words{"rows", "--of", "csat_answers"}},
                            {"--ces", {"--ces", "effort"}, {}, {}, words{"rows", "--of", "effort_answers"}},
                            {"--measure", {"--measure", "revenue=sum spend"}, {}, {}, words{"rows", "--of", "revenue"}},
                            {"--period", {"--period", "at:month"}, {"--from", "2024-02"}},
                            {"--of", {"--of", "promoters"}, {}, {}, words{"rows", "--nps", "score"}},
                            {"--columns", {"--columns", "plan,score"}},
                            {"--lost-after", {"--lost-after", "90d"}},
                            {"--rejoin-within", {"--rejoin-within", "30d"}},
                            {"--leaving-where", {"--leaving-where", "why = 'quit'"}},
                            {"--until", {"--until", "2024-06-30"}},
                            {"--from", {"--from", "2024-02"}, dated},
                            {"--to", {"--to", "2023-12"}, dated},
                            {"--output", {"--output", "/dev/null"}},
                            {"--input-format", {"--input-format", "ndjson"}},
                            {"--decimal",
                             {"--decimal", ","},
                             {},
                             "day;spend\nmonday;1,204\n",
                             words{"rows", "--measure", "revenue=sum spend", "--of", "revenue"}}}});
}

TEST_CASE("every flag of relate does something, or is refused") {
    const scratch_file own("own.json", own_metric);
    const scratch_file plan("plan.json", whole_plan);
    const scratch_file long_own(
        "long.json",
        R"([{"key": ")" + std::string(62, 'm') +
            R"(", "title": "Long", "formula": "promoters / detractors", "unit": "ratio", "better": "higher"}])");
    const std::string pairs = pairs_of_months();
    const words line = {"relate", "churn", "nps"};
    const words counted = {"relate", "nps", "csat", "--nps", "score", "--csat", "rating"};
    hold_to_law({offered({"relate"}, "-"), line, pairs,
                 of_records(line, own.path(), plan.path()) +
                     rows_of_flags{
                         {"--ascii",
                          {"--ascii"},
                          {},
                          {},
                          words{"relate", "churn", std::string(62, 'm'), "--metrics", long_own.path(), "--lags", "1"}},
                         {"--csv-safe", {"--csv-safe"}},
                         {"--metrics", {"--metrics", own.path()}, {}, {}, words{"relate", "nps", "orders_per_visit"}},
                         {"--lags", {"--lags", "0..2"}},
                         {"--join", {"--join", "segment"}},
                         {"--lost", {"--lost", "period = 1"}},
                         {"--level", {"--level", "50%"}},
                         {"--as-of", {"--as-of", "2024-06-10"}},
                         {"--every", {"--every", "quarter"}},
                         {"--from", {"--from", "2024-02"}},
                         {"--to", {"--to", "2024-05"}},
                         {"--total", {"--total"}, {"--by", "segment"}},
                         {"--periods-in-order", {"--periods-in-order"}, {}, pairs_without_dates()},
                         {"--where", {"--where", "status = 'open'"}, {}, rows, counted},
                         {"--period", {"--period", "at:month"}, {}, rows, counted},
                         {"--skip-rows", {"--skip-rows", "1"}, {"--period", "at:day"}, rows, counted}}});
}
