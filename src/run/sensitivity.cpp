#include <cxm/sensitivity.hpp>

#include "results/report.hpp"
#include "run/command.hpp"
#include "run/metric_command.hpp"
#include "write/effects.hpp"

namespace cxm {

namespace {

struct effects_writer {
    format form;
    std::string (*write)(const result& now, const std::vector<input_effect>& effects, const output_settings& how);
};

constexpr effects_writer sensitivity_writers[] = {
    {format::table,
     [](const result& now, const std::vector<input_effect>& effects, const output_settings& how) {
         return write_effects(now, effects, how.shown_currency(), how.drawn);
     }},
    {format::json, [](const result& now, const std::vector<input_effect>& effects,
                      const output_settings&) { return effects_json(now, effects); }},
    {format::csv, [](const result& now, const std::vector<input_effect>& effects,
                     const output_settings& how) { return effects_csv(now, effects, how.texts); }},
};

}  // namespace

int run_sensitivity(const arguments& given, const streams& io) {
    metric_command about("sensitivity", given);
    about.add_measures();
    about.add_decimal();
    about.add_output(formats_in(sensitivity_writers), {.words = true});
    const auto output = about.settle(io);
    if (!output) {
        return 0;
    }
    const metric& m = *about.of();
    records one = about.record_given({}, {}, io);
    const std::vector<double> inputs = inputs_of_one(m, one);
    about.require_inputs(inputs);
    const std::vector<input_effect> effects = sensitivity(m, inputs);
    const report now = make_report(std::move(one), {&m}, {});
    put(io, output->file, writer_of(output->form, sensitivity_writers)(now.results.front(), effects, *output));
    return 0;
}

}  // namespace cxm
