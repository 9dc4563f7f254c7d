#include "results/check/check_result.hpp"

#include <unistd.h>

#include "run/check_data.hpp"
#include "run/check_request.hpp"
#include "run/command.hpp"
#include "run/metrics_wanted.hpp"
#include "run/terminal.hpp"
#include "run/warnings.hpp"
#include "text/problem.hpp"
#include "write/check/formats.hpp"

namespace cxm {

namespace {

struct check_writer {
    format form;
    std::string (*write)(const check_result& result, const output_settings& how);
};

constexpr check_writer check_writers[] = {
    {format::table,
     [](const check_result& result, const output_settings& how) { return write_check_table(result, how.drawn); }},
    {format::json, [](const check_result& result, const output_settings&) { return write_check_json(result); }},
    {format::markdown, [](const check_result& result, const output_settings&) { return write_check_markdown(result); }},
    {format::junit, [](const check_result& result, const output_settings&) { return write_check_junit(result); }},
    {format::github, [](const check_result& result, const output_settings&) { return write_check_github(result); }},
    {format::tap, [](const check_result& result, const output_settings&) { return write_check_tap(result); }},
};

}  // namespace

int run_check(const arguments& given, const streams& io) {
    check_flags texts;
    const choices formats = formats_in(check_writers);
    const command_line line = line_of(texts, formats);
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    if (texts.explain) {
        return explain(texts, line, io);
    }
    const output_settings output = settled(texts.output, line, formats, io);
    if (!names_input(texts.files, io)) {
        throw bad_usage("cxm check needs a file of records, or - for standard input; see 'cxm check --help'");
    }
    const catalogue known = catalogue_of(texts.metric_files);
    const check_request r = settled(texts, known, io);
    require_not_read(output.file, baselines_of(r.rules), io);
    if (r.explain) {
        put(io, output.file, write_check_explanation(r.rules, r.setup.all_periods, output.drawn.width));
        return 0;
    }
    check_result result = run_rules(r.rules, r.targets, r.files, r.setup, known, io);
    result.limit = r.limit;
    result.currency = output.currency.value_or(result.currency);
    if (result.count(check_verdict::no_data) == result.findings.size()) {
        warn(io, "there was no data for any rule, so nothing was checked");
    }
    put(io, output.file, writer_of(output.form, check_writers)(result, output));
    return static_cast<int>(result.failed() ? exit_code::check_failed : exit_code::fine);
}

}  // namespace cxm
