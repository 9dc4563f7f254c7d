#include "run/metric_operand.hpp"

#include <algorithm>

#include "run/common.hpp"
#include "run/complete.hpp"

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

metric_operand::metric_operand(const arguments& given) : known_(catalogue_of(metric_files(given))), rest_(given) {
    const auto is_metric = [&](const std::string& a) {
        return !a.starts_with('-') && known_.find_metric_typed(a) != nullptr;
    };
    auto at = std::find_if(rest_.begin(), rest_.end(), is_metric);
    if (at == rest_.end() && !rest_.empty() && !rest_.front().starts_with('-')) {
        at = rest_.begin();  // misspelt
    }
    if (at != rest_.end()) {
        metric_ = &metric_of(known_, *at);
        rest_.erase(at);
    }
}

std::vector<choice> metric_operand::possible(bool (*fits)(const metric&)) const {
    std::vector<const metric*> metrics = metric_ == nullptr ? known_.metrics() : std::vector<const metric*>();
    std::erase_if(metrics, [&](const metric* m) { return fits != nullptr && !fits(*m); });
    return choices_of(metrics);
}

std::vector<double> inputs_of_one(const metric& m, const records& one) {
    std::vector<double> values;
    for (const measure* input : m.value.inputs()) {
        const records::number_column* column = one.find(*input);
        values.push_back(column == nullptr ? not_given : column->values.front());
    }
    return values;
}

std::string lacking_flags(const metric& m, const std::vector<double>& inputs, const measure* but) {
    std::string names;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const measure* of = m.value.inputs()[i];
        if (!is_missing(input_value(m.value, inputs, i)) || of == but) {
            continue;
        }
        std::string name = "--" + std::string(of->key);
        std::replace(name.begin(), name.end(), '_', '-');
        names += (names.empty() ? "" : " and ") + name;
    }
    return names;
}

}  // namespace cxm
