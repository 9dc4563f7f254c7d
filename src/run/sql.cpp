#include "sql/query.hpp"

#include <algorithm>
#include <utility>

#include "run/cohort_request.hpp"
#include "run/command.hpp"
#include "run/flags/interval_flags.hpp"
#include "run/flags/output_flags.hpp"
#include "run/flags/raw_flags.hpp"
#include "run/flags/time_span.hpp"
#include "run/metrics_wanted.hpp"
#include "run/span.hpp"
#include "sql/dialect.hpp"
#include "sql/sql_cohorts.hpp"
#include "sql/sql_customers.hpp"
#include "text/problem.hpp"
#include "values/points_in_time.hpp"

namespace cxm {

namespace {

struct sql_flags {
    std::vector<std::string> plans = {};
    std::optional<std::string> dialect = {};
    std::optional<std::string> table = {};
    std::optional<std::string> use = {};
    bool bare = false;
    bool guard = false;
    bool ids = false;
    std::optional<std::string> every = {};
    std::optional<std::string> rolling = {};
    std::optional<std::string> ages = {};
    bool unbounded = false;
    std::vector<std::string> by = {};
    raw_flags raw = {};
    std::vector<std::string> metrics = {};
    interval_flags intervals = {};
    span_flags wanted = {};
    output_flags output = {};
};

choices dialect_words() {
    choices words;
    for (const sql_dialect& each : sql_dialects()) {
        words.emplace_back(each.name, each.engine);
    }
    return words;
}

/// Flags of the rows of files, which a table has no use for.
bool is_of_files(const flag& f) {
    constexpr std::string_view names[] = {"--ragged",     "--encoding",  "--delimiter",
                                          "--header-row", "--skip-rows", "--max-memory"};
    return std::find(std::begin(names), std::end(names), f.names) != std::end(names);
}

command_line line_of(sql_flags& r) {
    command_line line = line_for("sql");
    line.operands_name = "PLAN";
    line.operands_help = "A plan, a JSON file; flags make one too, or add to it";
    line.operands = &r.plans;
    const choices dialects = dialect_words();
    const choices grains = words_in(cohort_grains);
    line.flags = {
        {"--dialect", "NAME", "The engine: " + either(dialects), &r.dialect, "Query", dialects},
        {"--table", "TABLE", "What holds the rows: survey, shop.survey, read_csv('survey.csv')", &r.table, "Query"},
        {"--unquoted", "", "Names of columns without quotes, for engines that keep them in capitals", &r.bare, "Query"},
        {"--guard", "", "A row that is refused stops the query, with its message where the engine has one", &r.guard,
         "Query"},
        {"--for",
         "USE",
         "What for: records, customers, those alike a row, for cxm customers --summary, or cohorts, their cells as records",
         &r.use,
         "Query",
         {{"records", "cxm report"}, {"customers", "cxm customers"}, {"cohorts", "cxm report"}}},
        {"--ids", "", "Of customers a row each, with the id", &r.ids, "Query"},
        {"--every", "PERIOD", "Cohorts are of a " + either(grains) + " (month)", &r.every, "Cohorts", grains},
        {"--rolling", "LENGTH",
         "Ages are of so many days from each person's first day on, 30d, not of calendar periods", &r.rolling,
         "Cohorts"},
        {"--unbounded", "", "Active is who came at this age or later", &r.unbounded, "Cohorts"},
        {"--ages", "N", "How many ages are counted (120 at most)", &r.ages, "Cohorts"},
        {"--metric", "KEY", "Computed beside the measures, with its limits where SQL can (repeatable)", &r.metrics,
         "Query"},
        {"--level", "LEVEL", "Confidence level of these limits (0.95, or 95%)", &r.intervals.level, "Query"},
        {"--by", "[LABEL=]COLUMN", "A column whose values are a label (repeatable)", &r.by, "Raw rows"}};
    add_flags(line.flags, r.raw);
    line.flags.erase(std::remove_if(line.flags.begin(), line.flags.end(), is_of_files), line.flags.end());
    add_flags(line.flags, r.wanted, "Raw rows");
    line.flags.push_back(file_flag(r.output));
    return line;
}

/// Of the limits of metrics.
double level_of_limits(const sql_flags& r) {
    if (r.intervals.level && r.metrics.empty()) {
        throw bad_usage("--level is of the limits of metrics; give --metric");
    }
    return r.intervals.level ? level_of(*r.intervals.level) : sql_request().level;
}

void require_flags_of_use(const sql_flags& r) {
    if (r.use && r.use != "records" && r.use != "customers" && r.use != "cohorts") {
        throw bad_usage("--for: " + quote_of(*r.use) + " is none of records, customers and cohorts");
    }
    if (r.ids && r.use != "customers") {
        throw bad_usage("--ids is of customers; give --for customers");
    }
    const std::pair<std::string_view, bool> of_cohorts[] = {{"--every", r.every.has_value()},
                                                            {"--rolling", r.rolling.has_value()},
                                                            {"--unbounded", r.unbounded},
                                                            {"--ages", r.ages.has_value()}};
    for (const auto& [flag, is_given] : of_cohorts) {
        if (is_given && r.use != "cohorts") {
            throw bad_usage(std::string(flag) + " is of cohorts; give --for cohorts");
        }
    }
}

std::int32_t last_whole_day_of(const std::string& until) {
    const std::int64_t moment = last_moment_in("--until", until);
    if ((moment + 1) % microseconds_a_day != 0) {
        throw bad_usage("--until: " + quote_of(until) +
                        " is within a day, and a query takes whole ones; write 2024-03-15");
    }
    return day_of(moment);
}

/// To cohorts people's rows are orders without amounts, whoever says so: the flag, or a plan.
void take_people_as_orders(raw_flags& given) {
    if (given.people && given.orders) {
        throw bad_usage("--people and --orders both say whose rows these are; give one of them");
    }
    if (given.written) {
        plan& written = *given.written;
        if (!given.orders && !written.orders && written.people && !written.people->time.empty()) {
            written.orders = order_source{written.people->id, written.people->time, {}, {}};
        }
        if (written.orders || given.orders) {
            written.people.reset();
        }
    }
    given.orders = given.people ? given.people : given.orders;
    given.people.reset();
}

sql_cohort_rules cohorts_asked(const sql_flags& r) {
    sql_cohort_rules rules;
    rules.every = r.every ? value_of("--every", *r.every, cohort_grains) : rules.every;
    if (r.rolling) {
        rules.rolling = rolling_days_of(*r.rolling);
    }
    rules.unbounded = r.unbounded;
    rules.ages = r.ages ? ages_of(*r.ages) : rules.ages;
    return rules;
}

std::string query_for(const sql_flags& r, const plan& how, const catalogue& known, const sql_dialect& dialect,
                      const sql_request& wanted) {
    return r.use == "customers" ? sql_customers(how, dialect, wanted)
           : r.use == "cohorts" ? sql_cohorts(how, dialect, wanted, cohorts_asked(r))
                                : sql_query(how, known, dialect, wanted);
}

}  // namespace

int run_sql(const arguments& given, const streams& io) {
    sql_flags r;
    const command_line line = line_of(r);
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    if (r.plans.size() > 1 || (!r.plans.empty() && r.raw.plan)) {
        throw bad_usage("cxm sql takes one plan");
    }
    if (!r.plans.empty()) {
        r.raw.plan = r.plans[0];
    }
    if (!r.raw.any() && !(r.raw.people && r.use == "cohorts")) {
        throw bad_usage("cxm sql needs a plan: a file, or flags such as --nps and --measure");
    }
    if (!r.dialect || !r.table) {
        throw bad_usage(r.dialect ? "--table is missing: what holds the rows"
                                  : "--dialect is missing: " + listed(dialect_words()));
    }
    const sql_dialect& dialect = sql_dialect_of(*r.dialect);
    const std::optional<std::string> file = settled_file(r.output, line, io);
    const catalogue known = catalogue_of({}, r.raw, r.metrics);
    tell_notes(known, io);
    require_flags_of_use(r);
    if (r.use == "cohorts") {
        take_people_as_orders(r.raw);
    }
    const plan how = plan_of(r.raw, r.by, known);
    sql_request wanted{
        .table = *r.table, .bare_names = r.bare, .guard = r.guard, .ids = r.ids, .span = span_of(r.wanted)};
    wanted.metrics = metrics_of(known, r.metrics);
    wanted.level = level_of_limits(r);
    if (r.raw.until) {
        wanted.until = last_whole_day_of(*r.raw.until);
    }
    put(io, file, query_for(r, how, known, dialect, wanted));
    return 0;
}

}  // namespace cxm
