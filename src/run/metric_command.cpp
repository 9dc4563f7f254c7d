#include "run/metric_command.hpp"

#include <algorithm>

#include "intake/reconciler.hpp"
#include "languages/language.hpp"
#include "run/flags/complete.hpp"
#include "run/flags/input_flags.hpp"
#include "run/metrics_wanted.hpp"
#include "run/warnings.hpp"
#include "text/problem.hpp"

namespace cxm {

std::vector<std::string> metric_files(const arguments& given) {
    constexpr std::string_view flag = "--metrics=";
    std::vector<std::string> files;
    for (std::size_t i = 0; i < given.size(); ++i) {
        // Another flag is no value: read_flags says so.
        if (given[i] == "--metrics" && i + 1 < given.size() && !given[i + 1].starts_with("--")) {
            files.push_back(given[i + 1]);
        } else if (given[i].starts_with(flag)) {
            files.push_back(given[i].substr(flag.size()));
        }
    }
    return files;
}

namespace {

bool is_of_money(const metric& m) {
    const auto inputs = m.value.inputs();
    return m.shown == as::money ||
           std::any_of(inputs.begin(), inputs.end(), [](const measure* i) { return i->of == unit::money; });
}

}  // namespace

metric_command::metric_command(std::string_view name, const arguments& given)
    : known_(catalogue_of(metric_files(given))), rest_(given) {
    for (std::string& a : rest_) {
        // Of explain and the like: `'arpu = revenue / customers_start'`, in one word that is no flag.
        if (!a.starts_with('-') && a.find(" = ") != a.npos) {
            known_.define(a);
            a = a.substr(0, a.find_first_of(" :"));
        }
    }
    const auto is_metric = [&](const std::string& a) {
        return !a.starts_with('-') && known_.find_metric_typed(a) != nullptr;
    };
    auto at = std::find_if(rest_.begin(), rest_.end(), is_metric);
    if (at == rest_.end()) {
        at = std::find_if(rest_.begin(), rest_.end(), [&](std::string& a) {
            const std::string_view key = a.starts_with('-') ? std::string_view() : key_called(a);
            a = key.empty() ? a : std::string(key);
            return !key.empty();
        });
    }
    if (at == rest_.end() && !rest_.empty() && !rest_.front().starts_with('-')) {
        at = rest_.begin();  // misspelt
    }
    if (at != rest_.end()) {
        metric_ = &metric_of(known_, *at);
        rest_.erase(at);
    }
    line = line_for(name, metric_ == nullptr ? "METRIC" : metric_->key);
    line.of_metric = metric_ == nullptr ? "" : metric_->key;
}

void metric_command::add_measures(bool with_beside) {
    if (metric_ != nullptr) {
        measures_.emplace(*metric_, with_beside);
        measures_->add_to(line.flags);
    }
}

void metric_command::add_decimal() { add_decimal_flag(line.flags, decimal_); }

void metric_command::add_raw() { line.flags.push_back(raw_flag(output_)); }

void metric_command::add_output(choices formats, output_parts has) {
    formats_ = std::move(formats);
    has.money = has.money && (metric_ == nullptr || is_of_money(*metric_));
    add_flags(line.flags, output_, formats_, has);
    add_metrics_flag(line.flags, metric_files_);
}

std::optional<output_settings> metric_command::settle(const streams& io, bool (*fits)(const metric&)) {
    if (metric_ == nullptr) {
        std::vector<const metric*> possible = known_.metrics();
        std::erase_if(possible, [&](const metric* m) { return fits != nullptr && !fits(*m); });
        line.operand_words = choices_of(possible);
        line.operand_words.insert(line.operand_words.end(), other_words.begin(), other_words.end());
    }
    if (measures_) {
        measures_->shorten(line);
    }
    if (const auto help = read_flags(line, rest_)) {
        put(io, {}, *help);
        return std::nullopt;
    }
    if (metric_ == nullptr) {
        throw bad_usage(line.name.substr(0, line.name.rfind(' ')) + " needs a metric; see 'cxm list'");
    }
    return settled(output_, line, formats_, io);
}

records metric_command::record_given(const report_options& options, std::vector<const metric*> on_usual_scales,
                                     const streams& io) const {
    records one = measures_->read(options, decimal_mark_of(decimal_));
    for (const std::string& warning : reconciler(known_, std::move(on_usual_scales)).warnings_of(one)) {
        warn(io, warning);
    }
    return one;
}

void metric_command::require_inputs(const std::vector<double>& inputs, const measure* but) const {
    std::string names;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const measure* input = metric_->value.inputs()[i];
        if (is_missing(input_value(metric_->value, inputs, i)) && input != but) {
            names += (names.empty() ? "" : ", ") + flag_name(input->key);
        }
    }
    if (!names.empty()) {
        throw bad_usage(line.name + " needs " + names);
    }
}

std::vector<double> inputs_of_one(const metric& m, const records& one) {
    std::vector<double> values;
    for (const measure* input : m.value.inputs()) {
        const records::number_column* column = one.find(*input);
        values.push_back(column == nullptr ? not_given : column->values.front());
    }
    return values;
}

}  // namespace cxm
