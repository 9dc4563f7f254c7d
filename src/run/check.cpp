#include "page/check_page.hpp"
#include "results/check/check_result.hpp"
#include "write/receipt.hpp"

#include <algorithm>
#include <deque>
#include <exception>
#include <optional>
#include <string>
#include <vector>

#include "results/forecast_file.hpp"
#include "run/check_data.hpp"
#include "run/check_forecasts.hpp"
#include "run/check_request.hpp"
#include "run/command.hpp"
#include "run/compare_forecasts.hpp"
#include "run/metrics_wanted.hpp"
#include "run/summary.hpp"
#include "run/terminal.hpp"
#include "run/warnings.hpp"
#include "text/problem.hpp"
#include "values/document.hpp"
#include "write/check/formats.hpp"
#include "write/sentences/sentences.hpp"

namespace cxm {

namespace {

struct check_writer {
    format form;
    std::string (*write)(const check_result& result, const output_settings& how, const receipt& from);
    std::string (*refusal)(std::string_view message) = nullptr;  ///< of formats whose readers show the last results
};

constexpr check_writer check_writers[] = {
    {format::table, [](const check_result& result, const output_settings& how,
                       const receipt&) { return write_check_table(result, how.drawn); }},
    {format::json,
     [](const check_result& result, const output_settings&, const receipt&) { return write_check_json(result); }},
    {format::markdown, [](const check_result& result, const output_settings& how,
                          const receipt&) { return write_check_markdown(result, how.drawn.say); }},
    {format::html,
     [](const check_result& result, const output_settings& how, const receipt& from) {
         return check_page({result, from, how.drawn.say});
     }},
    {format::junit,
     [](const check_result& result, const output_settings&, const receipt&) { return write_check_junit(result); },
     write_refusal_junit},
    {format::github,
     [](const check_result& result, const output_settings&, const receipt&) { return write_check_github(result); },
     write_refusal_github},
    {format::tap,
     [](const check_result& result, const output_settings&, const receipt&) { return write_check_tap(result); },
     write_refusal_tap},
};

/// What rules can name; picking a metric is up to them.
catalogue known_by(check_flags& given) {
    for (const std::string& text : given.metrics) {
        if (text.find('=') == text.npos) {
            throw bad_usage("--metric of cxm check defines one of your own, as 'arpu = revenue / customers_start'; " +
                            quote_of(text) + " is picked by a rule: --require '" + shown(text) + " >= …'");
        }
    }
    return catalogue_of(given.metric_files, given.input.raw, given.metrics);
}

/// What the rules mean, which needs no data and is in no format.
int explain(check_flags& given, const command_line& line, const streams& io) {
    if (given.output.format || given.output.json) {
        throw bad_usage("--explain is a text, in no format; leave out --format and --json");
    }
    if (given.output.brief || given.output.no_summary) {
        throw bad_usage("--explain says what rules mean, without sentences about data; leave out " +
                        std::string(given.output.brief ? "--brief" : "--no-summary"));
    }
    const std::optional<std::string> file = settled_file(given.output, line, io);
    const catalogue known = known_by(given);
    const check_request r = settled(given, known, io);
    require_not_read(file, baselines_of(r.rules), io);
    put(io, file,
        write_check_explanation(r.rules, r.setup.all_periods, width_of(io),
                                wording_of(given.output, true, given.output.ascii)));
    return static_cast<int>(exit_code::fine);
}

int put_findings(check_result result, const check_request& r, const output_settings& output, const streams& io) {
    result.limit = r.limit;
    result.currency = output.currency.value_or(result.currency);
    if (result.count(check_verdict::no_data) == result.findings.size()) {
        warn(io, "there was no data for any rule, so nothing was checked", r.setup.input.strict);
    }
    put_result(io, output,
               opened(
                   output, io,
                   [&] {
                       return sentences_of(result, {result.currency, output.drawn.ascii, output.drawn.say},
                                           sentences_in(output.drawn.say));
                   },
                   [&] { return writer_of(output.form, check_writers)(result, output, *io.kept); }));
    return static_cast<int>(result.failed() ? exit_code::check_failed : exit_code::fine);
}

int check(const check_request& r, const catalogue& known, const output_settings& output, const streams& io) {
    return put_findings(run_rules(r.rules, r.targets, r.files, r.setup, known, io), r, output, io);
}

/// Forecasts know fewer flags than records: the line is read once more, so that none is ignored.
int check_forecasts(const arguments& given, const std::optional<std::string>& standard_input, const streams& io) {
    check_flags texts;
    const choices formats = formats_in(check_writers);
    const command_line line = line_of_forecasts(texts, formats);
    read_flags_of_forecasts(line, given);
    const output_settings output = settled(texts.output, line, formats, io);
    const std::deque<forecast_file> files = read_forecasts(texts.files, standard_input);
    catalogue known;
    know_figures(known, files);
    const check_request r = settled_for_forecasts(texts, known);
    return put_findings(run_forecast_rules(r.rules, r.targets, files), r, output, io);
}

/// What was asked, or why it is refused, which may have to be written once it is known where to.
struct settled_check {
    settled_check(check_flags& given, const streams& io) {
        try {
            known = known_by(given);
            tell_notes(known, io);
            request = settled(given, known, io);
        } catch (const problem&) {
            refused = std::current_exception();
        }
    }
    settled_check(const settled_check&) = delete;
    settled_check& operator=(const settled_check&) = delete;

    catalogue known;
    std::optional<check_request> request;
    std::exception_ptr refused;
};

/// What is written where the input is refused; null where nothing is.
auto refusal_writer(format form) {
    return std::find_if(std::begin(check_writers), std::end(check_writers),
                        [&](const check_writer& w) { return w.form == form; })
        ->refusal;
}

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
    if (!names_input(texts.files, io)) {
        throw bad_usage("cxm check needs a file of records, or - for standard input; see 'cxm check --help'");
    }
    if (std::any_of(texts.files.begin(), texts.files.end(), is_forecast_file)) {
        return check_forecasts(given, {}, io);
    }
    const settled_check asked(texts, io);
    // Rules about figures that no record has may be about a forecast in a pipe.
    if (asked.refused && texts.files == std::vector<std::string>{"-"}) {
        if (const std::string input = read_text("-"); is_forecast(input)) {
            return check_forecasts(given, input, io);
        }
    }
    if (asked.request) {
        require_not_read(texts.output.file, baselines_of(asked.request->rules), io);
    }
    const output_settings output = settled(texts.output, line, formats, io);
    try {
        if (asked.refused) {
            std::rethrow_exception(asked.refused);
        }
        return check(*asked.request, asked.known, output, io);
    } catch (const problem& refused) {
        if (const auto write = refusal_writer(output.form); write != nullptr && refused.code == exit_code::refused) {
            put(io, output.file, write(refused.what()));
        }
        throw;
    }
}

}  // namespace cxm
