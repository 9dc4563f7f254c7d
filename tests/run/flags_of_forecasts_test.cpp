#include <fstream>
#include <iterator>

#include "run/flags_law.hpp"

namespace {

const std::string cohort = "period,plan,customers_start,customers_lost\n"
                           "2020,pro,1000,131\n2021,pro,869,126\n2022,pro,743,90\n2023,pro,653,60\n2024,pro,593,42\n";
const std::string free_cohort =
    "period,customers_start,customers_lost\nfirst,1000,131\nsecond,869,126\nthird,743,90\nfourth,653,60\n";
const std::string dated_cohort =
    "period,customers_start,customers_lost\n25/01/2024,1000,131\n26/01/2024,869,126\n27/01/2024,743,90\n";
const std::string cohort_with_store =
    "period,store,customers_start,customers_lost\n2020,1,1000,131\n2021,1,869,126\n2022,1,743,90\n";
const std::string cohort_with_blank =
    "period,customers_start,customers_lost\n2020,1000,131\n2021,869,126\n2022,743,90\n2023,653,N/A\n";
const std::string cohort_with_total =
    "period,segment,customers_start,customers_lost\n2020,pro,1000,131\n2020,Total,1000,131\n2021,pro,869,126\n"
    "2021,Total,869,126\n2022,pro,743,90\n2022,Total,743,90\n";
const std::string odd_cohort =
    "period,customers_start,customers_new,customers_lost,customers_end\n2020,1000,0,131,870\n2021,869,0,126,743\n"
    "2022,743,0,90,653\n";
const std::string ragged_cohort =
    "period,customers_start,customers_lost\n2020,1000,131\n2021,869,126\n2022,743,90\n2023,653\n";
const std::string latin_cohort =
    "period,plan,customers_start,customers_lost\n2020,caf\xe9,1000,131\n2021,caf\xe9,869,126\n2022,caf\xe9,743,90\n";
const std::string two_cohorts =
    "period,plan,customers_start,customers_lost\n2020,pro,1000,131\n2021,pro,869,126\n2022,pro,743,90\n"
    "2020,basic,500,70\n2021,basic,430,50\n";
const std::string comma_cohort =
    "period;revenue;customers_start;customers_lost\n2020;1,204;1000;131\n2021;1,204;869;126\n";

const std::string stays =
    "at,plan,score,rating,effort,spend,start,end\n2024-01-05,pro,9,5,7,1.5,2024-01-01,2024-02-03\n";

const std::string orders_shown = "customer,at,amount,kind\n"
                                 "a,2024-01-01,3.5,shop\na,2024-01-20,5,shop\na,2024-03-01,4,web\n"
                                 "b,2024-01-03,8,shop\nb,2024-02-01,9,web\nb,2024-04-15,7,shop\n"
                                 "c,2024-01-08,2,web\nd,2024-01-11,4,shop\nd,2024-01-19,6,shop\n"
                                 "e,2024-01-15,3,shop\nf,2024-01-17,9,shop\nf,2024-05-01,11,web\n";
const std::string orders_by_day = "customer,at\na,25/01/2024\na,27/02/2024\nb,26/01/2024\nc,28/03/2024\n";
const std::string ragged_orders = "customer,at,amount\na,2024-01-01,3\na,2024-02-01\nb,2024-02-03,5\nb,2024-03-03,5\n";
const std::string latin_orders = "customer,at\ncaf\xe9,2024-01-01\ncaf\xe9,2024-02-01\nb,2024-02-03\nb,2024-03-03\n";
const std::string comma_orders = "customer;at;amount\na;2024-01-01;1,204\na;2024-02-01;1,204\nb;2024-02-03;1,204\n";
const std::string summaries = "id,x,t_x,T,m\na,2,10,30,5\nb,1,4,28,9\nc,0,0,27,0\nd,5,20,26,4\ne,0,0,25,0\n";

const std::string alike = "x,t_x,T,n\n2,10,30,5\n1,4,28,9\n0,0,27,40\n5,20,26,4\n0,0,25,30\n";

const std::string long_names = "customer,at\na,2024-01-01\na,2024-02-01\n" + std::string(90, 'b') + ",2024-01-01\n" +
                               std::string(90, 'b') + ",2024-02-02\nc,2024-01-02\n";

const words project = {"project"};
const words survivors = {"project", "--survivors", "1000,869,743,653,593"};
const words customers = {"customers", "--orders", "customer,at,amount"};
const words without_amounts = {"customers", "--orders", "customer,at"};
const words summary = {"customers", "--horizon", "26w", "--summary", "id,x,t_x,T,m"};

std::string text_of(const char* file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

shown_by flagged(const std::string& flag, const words& given, const std::string& input, const words& line,
                 const words& beside = {}) {
    return {flag, given, beside, input, line};
}

}  // namespace

TEST_CASE("every flag of project does something, or is refused") {
    const scratch_file plan("plan.json", R"({"surveys": {"nps": "score"}})");
    hold_to_law({offered({"project"}, "-"), project, cohort,
                 of_output({"--currency", {"--currency", "EUR"}, {"--json"}}, {"--ascii", {"--ascii"}}) +
                     rows_of_flags{{"--survivors", {"--survivors", "10,9,8,7"}},
                                   flagged("--cohorts", {"--cohorts", "plan"}, two_cohorts, project),
                                   {"--model", {"--model", "bdw"}},
                                   {"--horizon", {"--horizon", "7"}},
                                   {"--discount", {"--discount", "10%/year"}},
                                   flagged("--periods-per-year", {"--periods-per-year", "12"}, free_cohort, project,
                                           {"--discount", "10%/year"}),
                                   {"--margin", {"--margin", "20"}},
                                   {"--base", {"--base", "10,20"}},
                                   {"--no-holdout", {"--no-holdout"}},
                                   {"--level", {"--level", "80%"}},
                                   {"--as-of", {"--as-of", "2024-06-30"}},
                                   {"--input-format", {"--input-format", "json"}},
                                   flagged("--decimal", {"--decimal", ","}, comma_cohort, project),
                                   flagged("--ignore", {"--ignore", "store"}, cohort_with_store, project),
                                   flagged("--label", {"--label", "store"}, cohort_with_store, project),
                                   flagged("--strict", {"--strict"}, odd_cohort, project),
                                   flagged("--drop-totals", {"--drop-totals"}, cohort_with_total, project),
                                   {"--threads", {"--threads", "0"}},
                                   {"--plan", {"--plan", plan.path()}},
                                   flagged("--period", {"--period", "plan"}, cohort, project),
                                   {"--where", {"--where", "period < '2023'"}},
                                   {"--nps", {"--nps", "score"}},
                                   {"--csat", {"--csat", "rating"}},
                                   {"--ces", {"--ces", "effort"}},
                                   {"--measure", {"--measure", "revenue=sum spend"}},
                                   flagged("--subscriptions", {"--subscriptions", "start,end"}, stays, project),
                                   {"--rejoin-within", {"--rejoin-within", "30d"}},
                                   {"--leaving-where", {"--leaving-where", "why = 'quit'"}},
                                   {"--orders", {"--orders", "who,at"}},
                                   {"--lost-after", {"--lost-after", "90d"}},
                                   {"--amounts", {"--amounts", "who,month,mrr"}},
                                   {"--people", {"--people", "who,at"}},
                                   {"--one-per", {"--one-per", "who"}},
                                   {"--until", {"--until", "2024-06-30"}},
                                   flagged("--date-format", {"--date-format", "%m/%d/%Y"}, dated_cohort, project,
                                           {"--period", "period:day"}),
                                   {"--time-zone", {"--time-zone", "UTC"}},
                                   {"--weight", {"--weight", "plan"}},
                                   flagged("--blank", {"--blank", "N/A"}, cohort_with_blank, project),
                                   flagged("--ragged", {"--ragged", "skip"}, ragged_cohort, project),
                                   flagged("--encoding", {"--encoding", "windows-1252"}, latin_cohort, project),
                                   {"--delimiter", {"--delimiter", "|"}},
                                   {"--header-row", {"--header-row", "2"}},
                                   {"--skip-rows", {"--skip-rows", "1"}},
                                   {"--max-memory", {"--max-memory", "1G"}}}});
}

TEST_CASE("every flag of customers does something, or is refused") {
    const scratch_file plan("plan.json", R"({"orders": {"id": "customer", "time": "at", "amount": "amount"},
        "where": "kind = 'shop'"})");
    hold_to_law(
        {offered({"customers"}, "-"), customers, orders_shown,
         of_output({"--currency", {"--currency", "EUR"}, {"--json"}},
                   flagged("--ascii", {"--ascii"}, long_names, without_amounts)) +
             rows_of_flags{
                 flagged("--orders", {"--orders", "customer,at"}, orders_shown, {"customers"}),
                 flagged("--summary", {"--summary", "id,x,t_x,T"}, summaries, {"customers", "--horizon", "26w"}),
                 flagged("--count", {"--count", "n"}, alike, {"customers", "--horizon", "26w", "--summary", "x,t_x,T"}),
                 flagged("--unit", {"--unit", "day"}, summaries, summary),
                 {"--end", {"--end", "2024-03-15"}},
                 {"--horizon", {"--horizon", "3w"}},
                 {"--model", {"--model", "mbgnbd"}},
                 {"--list", {"--list", "high-value"}},
                 {"--first", {"--first", "1"}},
                 flagged("--discount", {"--discount", "90%/year"}, summaries, summary, {"--json"}),
                 {"--by", {"--by", "kind"}},
                 {"--demand", {"--demand", "4w"}},
                 {"--new", {"--new", "5/week"}, {"--demand", "4w"}},
                 {"--until", {"--until", "2024-04-01"}},
                 flagged("--blank", {"--blank", "b"}, orders_shown, customers),
                 {"--max-memory", {"--max-memory", "8"}},
                 {"--threads", {"--threads", "0"}},
                 {"--no-holdout", {"--no-holdout"}},
                 flagged("--level", {"--level", "80%"}, text_of("examples/data/purchases.csv"),
                         {"customers", "--orders", "customer,ordered_at"}),
                 {"--input-format", {"--input-format", "ndjson"}},
                 flagged("--decimal", {"--decimal", ","}, comma_orders, customers),
                 {"--where", {"--where", "kind = 'shop'"}},
                 {"--plan", {"--plan", plan.path()}},
                 {"--one-per", {"--one-per", "customer, month"}},
                 flagged("--time-zone", {"--time-zone", "UTC:Pacific/Pago_Pago"},
                         "customer,at,amount\na,2024-01-01T01:00:00,3.5\na,2024-01-20T01:00:00,5\n", customers),
                 flagged("--date-format", {"--date-format", "%d/%m/%Y"}, orders_by_day, without_amounts),
                 flagged("--ragged", {"--ragged", "skip"}, ragged_orders, customers),
                 flagged("--encoding", {"--encoding", "windows-1252"}, latin_orders, without_amounts),
                 {"--delimiter", {"--delimiter", "|"}},
                 {"--header-row", {"--header-row", "2"}},
                 {"--skip-rows", {"--skip-rows", "1"}}}});
}

TEST_CASE("every flag of roi with named gains does something, or is refused") {
    const words line = {"roi", "--gain", "support=12:9..15", "--cost", "10"};
    hold_to_law({offered(line, "-"),
                 line,
                 {},
                 of_output({"--currency", {"--currency", "EUR"}},
                           {"--ascii", {"--ascii"}, {"--gain", std::string(90, 'x') + "=1"}}) +
                     rows_of_flags{{"--gain", {"--gain", "more=5"}},
                                   {"--cost", {"--cost", "10"}, {}, {}, words{"roi", "--gain", "support=12"}},
                                   {"--raw", {"--raw"}}}});
}

TEST_CASE("every flag of an explanation of a model does something, or is refused") {
    const words line = {"explain", "bgnbd"};
    hold_to_law({offered(line, "-"), line, {}, of_output({"--currency", {}}, {"--ascii", {}})});
}
