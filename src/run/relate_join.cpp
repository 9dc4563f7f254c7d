#include "run/relate_join.hpp"

#include <algorithm>

#include "intake/count_rows.hpp"
#include "results/relation_of_people.hpp"
#include "run/warnings.hpp"
#include "text/problem.hpp"
#include "write/relation/people.hpp"

namespace cxm {

void add_flags(std::vector<flag>& to, join_flags& into) {
    constexpr const char* group = "Persons";
    to.push_back({"--join", "ID[=ID]",
                  "Relate persons instead: the column that two files of rows, answers and customers, share", &into.id,
                  group});
    to.push_back({"--lost", "CONDITION", "Which customers were lost: \"churned = 1\"", &into.lost, group});
}

namespace {

struct people_writer {
    format form;
    std::string (*write)(const relation_of_people& of, const look& drawn, csv_texts texts);
};

constexpr people_writer people_writers[] = {{format::table, table_relation_of_people},
                                            {format::json, json_relation_of_people},
                                            {format::csv, csv_relation_of_people},
                                            {format::markdown, markdown_relation_of_people}};

void require_use(const join_flags& how, const std::vector<std::string>& files, const input_flags& input) {
    if (files.size() != 2) {
        throw bad_usage("--join takes two files: answers, then customers, as 'cxm relate --join id survey.csv "
                        "customers.csv'");
    }
    const std::optional<std::string>& score = input.raw.surveys.front();
    if (!score || !how.lost) {
        throw bad_usage("--join needs the column of the answers, --nps score, and --lost, the condition of who was "
                        "lost");
    }
    const raw_flags& raw = input.raw;
    const bool others =
        raw.plan || raw.period || raw.subscriptions || raw.date_format || raw.orders || raw.amounts || raw.one_per ||
        raw.people || raw.until || raw.lost_after || raw.rejoin_within || raw.leaving_where || !raw.measures.empty() ||
        std::any_of(raw.surveys.begin() + 1, raw.surveys.end(), [](const auto& s) { return !!s; }) ||
        !input.ignore.empty() || !input.labels.empty() || input.drop_totals || input.in_order || input.as_of;
    if (others) {
        throw bad_usage("--join goes with --nps, --lost, --where, --blank and how files are read; the other flags are "
                        "about records");
    }
}

/// One person a record, by the label that is their id.
records by_person(plan how, const std::string& id, const std::string& file, const tally_options& options,
                  const catalogue& known, const streams& io) {
    add_label(how, "id=" + id);
    tally_result tallied = count_rows(how, known, {file}, options, {}, listening(io));
    for (const std::string& warning : tallied.warnings) {
        warn(io, warning);
    }
    tallied.counted.source = file;
    return std::move(tallied.counted);
}

relation_of_people joined(const join_flags& how, const std::vector<std::string>& files, const input_flags& input,
                          double level, const catalogue& known, const streams& io) {
    require_use(how, files, input);
    const std::size_t equals = std::min(how.id->find('='), how.id->size());
    const std::string id_of_answers = how.id->substr(0, equals);
    const std::string id_of_customers = equals == how.id->size() ? id_of_answers : how.id->substr(equals + 1);
    const input_options read = options_of(input, io);
    tally_options options = options_of(input.raw);
    options.threads = read.threads;
    options.decimal = read.decimal;
    options.format = read.format;
    options.edges.strict = input.strict;
    plan answers;
    add_survey(answers, survey_kinds[0], *input.raw.surveys.front());
    if (input.raw.where) {
        add_where(answers, *input.raw.where);
    }
    plan customers;
    add_measure(customers, "customers_start=count");
    add_measure(customers, "customers_lost=count where " + *how.lost);
    for (const std::string& blank : input.raw.blanks) {
        const std::size_t column = blank.find('=');
        // One of a column goes to the file that has it.
        if (column == std::string::npos || column == 0 || blank.substr(0, column) == *input.raw.surveys.front()) {
            add_blank(answers, blank);
        }
        if (column == std::string::npos || column == 0 || blank.substr(0, column) != *input.raw.surveys.front()) {
            add_blank(customers, blank);
        }
    }
    const records of_answers = by_person(answers, id_of_answers, files[0], options, known, io);
    const records of_customers = by_person(customers, id_of_customers, files[1], options, known, io);
    return relate_people(of_answers, of_customers, known, level);
}

}  // namespace

void put_joined(const join_flags& how, const std::vector<std::string>& files, const input_flags& input, double level,
                const output_settings& output, const streams& io) {
    require_not_read(output.file, files, io);
    const catalogue known;
    const relation_of_people made = joined(how, files, input, level, known, io);
    put_as(io, output, writer_of(output.form, people_writers)(made, output.drawn, output.texts));
}

}  // namespace cxm
