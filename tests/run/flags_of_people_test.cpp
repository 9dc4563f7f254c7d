#include "run/flags_law.hpp"

namespace {

const std::string events = "who,at,page,channel,paid,note\n"
                           "ann,2024-01-01T10:00:00Z,home,email,,a\n"
                           "ann,2024-01-01T11:00:00Z,cart,,,b\n"
                           "ann,2024-01-01T12:00:00Z,buy,,10.5,c\n"
                           "bob,2024-01-02T10:00:00Z,home,social,,d\n"
                           "bob,2024-01-20T10:00:00Z,home,search,,e\n"
                           "bob,2024-01-20T12:00:00Z,cart,direct,,f\n"
                           "bob,2024-01-28T13:00:00Z,buy,,20,g\n"
                           "cem,2024-02-02T10:00:00Z,buy,,5,h\n"
                           "cem,2024-02-03T10:00:00Z,home,email,,i\n"
                           "cem,2024-03-05T10:00:00Z,home,search,,j\n"
                           "ann,2024-02-05T10:00:00Z,home,,,k\n"
                           "dan,2024-04-02T10:00:00Z,home,,,l\n";
const std::string days_first = "who,at,page,channel,paid\nann,25/01/2024,home,email,\nann,26/02/2024,buy,,1\n";
const std::string with_blanks =
    "who,at,page,channel,paid\nann,2024-01-25,home,email,\nN/A,2024-01-26,buy,,1\nann,2024-01-27,buy,,1\n";
const std::string ragged_events =
    "who,at,page,channel,paid\nann,2024-01-25,home,email,\nbob,2024-01-26\nann,2024-01-27,buy,,1\n";
const std::string latin_events =
    "who,at,page,channel,paid\nann,2024-01-25,home,email,\ncaf\xe9,2024-01-26,buy,,1\nann,2024-01-27,buy,,1\n";
const std::string comma_events = "who;at;page;channel;paid\nann;2024-01-25;home;email;\nann;2024-01-27;buy;;1,204\n";

const std::string one_person = R"({"people": {"id": "who", "time": "at"}, "where": "who = 'ann'"})";

/// The flags of all commands that read people's rows; `plan` is the file of one.
rows_of_flags of_people_rows(const words& priced, const std::string& plan) {
    return {{"--until", {"--until", "2024-02-01"}},
            {"--plan", {"--plan", plan}},
            {"--one-per", {"--one-per", "who"}},
            // Ten o'clock is still the day before, so that two rows of one day are not of one.
            {"--time-zone", {"--time-zone", "Pacific/Pago_Pago"}, {"--one-per", "who, day:last"}},
            {"--where", {"--where", "who = 'ann'"}},
            {"--date-format", {"--date-format", "%d/%m/%Y"}, {}, days_first},
            {"--blank", {"--blank", "N/A"}, {}, with_blanks},
            {"--ragged", {"--ragged", "skip"}, {}, ragged_events},
            {"--encoding", {"--encoding", "windows-1252"}, {}, latin_events},
            {"--delimiter", {"--delimiter", "|"}},
            {"--header-row", {"--header-row", "2"}},
            {"--skip-rows", {"--skip-rows", "1"}},
            {"--max-memory", {"--max-memory", "1K"}},
            {"--input-format", {"--input-format", "ndjson"}},
            {"--decimal", {"--decimal", ","}, {}, comma_events, priced},
            {"--threads", {"--threads", "0"}}};
}

}  // namespace

TEST_CASE("every flag of funnel does something, or is refused") {
    const scratch_file plan("plan.json", one_person);
    const scratch_file earlier("earlier.csv", events);
    const words line = {"funnel", "--people", "who,at", "--step", "home: page = 'home'", "--step", "buy: page = 'buy'"};
    const words priced = {"funnel", "--people", "who,at", "--step", "page = 'home'", "--step", "paid > 5"};
    hold_to_law({offered({"funnel"}, "-"), line, events,
                 of_output({"--currency", {"--currency", "EUR"}}, {"--ascii", {"--ascii"}}) +
                     of_people_rows(priced, plan.path()) +
                     rows_of_flags{{"--people",
                                    {"--people", "who,at"},
                                    {},
                                    {},
                                    words{"funnel", "--step", "page = 'a'", "--step", "page = 'b'"}},
                                   {"--step", {"--step", "paid is blank"}},
                                   {"--within", {"--within", "1d"}},
                                   {"--steps-in", {"--steps-in", "strict"}},
                                   {"--anchor", {"--anchor", "first"}, {"--within", "40d"}},
                                   {"--by", {"--by", "channel"}},
                                   {"--against", {"--against", earlier.path()}},
                                   {"--between", {"--between", "email,search"}, {"--by", "channel"}},
                                   {"--drop-young", {"--drop-young"}, {"--within", "40d"}},
                                   {"--level", {"--level", "0.8"}, {"--json"}}}});
}

TEST_CASE("every flag of cohorts does something, or is refused") {
    const scratch_file plan("plan.json", one_person);
    const words line = {"cohorts", "--orders", "who,at,paid"};
    const words people = {"cohorts", "--people", "who,at"};
    hold_to_law({offered({"cohorts"}, "-"), line, events,
                 of_output({"--currency", {"--currency", "EUR"}, {"--json"}}, {"--ascii", {"--ascii"}}) +
                     of_people_rows(line + words{"--cells", "revenue"}, plan.path()) +
                     rows_of_flags{{"--people", {"--people", "who,at"}},
                                   {"--orders", {"--orders", "who,at"}, {}, {}, people},
                                   {"--every", {"--every", "week"}},
                                   {"--rolling", {"--rolling", "10d"}},
                                   {"--unbounded", {"--unbounded"}},
                                   {"--ages", {"--ages", "1"}},
                                   {"--cells", {"--cells", "people"}},
                                   {"--wide", {"--wide"}, {"--format", "csv"}},
                                   {"--level", {"--level", "0.8"}, {"--json"}}}});
}

TEST_CASE("every flag of attribute does something, or is refused") {
    const scratch_file plan("plan.json", one_person);
    const scratch_file costs("costs.csv", "channel,cost\nemail,10\n");
    const words line = {"attribute", "--touches", "who,at,channel", "--conversion", "page = 'buy'"};
    const std::string paths = "path,yes,no\nemail > search,3,1\nsearch,1,5\n";
    hold_to_law({offered({"attribute"}, "-"), line, events,
                 of_output({"--currency", {"--currency", "EUR"}, {"--json"}},
                           {"--ascii",
                            {"--ascii"},
                            {},
                            "who,at,page,channel,paid\nann,2024-01-25,home," + std::string(40, 'x') +
                                ",\nann,2024-01-27,buy,,1\n"}) +
                     of_people_rows(line + words{"--value", "paid"}, plan.path()) +
                     rows_of_flags{
                         {"--touches",
                          {"--touches", "who,at,channel"},
                          {},
                          {},
                          words{"attribute", "--conversion", "page = 'buy'"}},
                         {"--conversion", {"--conversion", "page = 'cart'"}, {}, {}, words{line[0], line[1], line[2]}},
                         {"--value", {"--value", "paid"}},
                         {"--paths", {"--paths", "path,yes,no"}, {}, paths, words{"attribute"}},
                         {"--model", {"--model", "first"}},
                         {"--direct", {"--direct", "search"}},
                         {"--lookback", {"--lookback", "1d"}},
                         {"--half-life", {"--half-life", "1h"}},
                         {"--bootstrap", {"--bootstrap", "100"}},
                         {"--cost", {"--cost", costs.path()}},
                         {"--level", {"--level", "0.8"}, {"--bootstrap", "100"}}}});
}
