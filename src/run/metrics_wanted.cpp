#include "run/metrics_wanted.hpp"

#include <unistd.h>

#include <algorithm>

#include "run/command.hpp"
#include "run/warnings.hpp"
#include "text/nearest.hpp"
#include "text/pieces.hpp"
#include "text/problem.hpp"
#include "values/document.hpp"

namespace cxm {

void add_metrics_flag(std::vector<flag>& to, std::vector<std::string>& into) {
    to.push_back({"--metrics", "FILE", "Metrics of your own, a JSON file (repeatable)", &into, "Input"});
}

namespace {

std::vector<std::string_view> names_of_commands() {
    std::vector<std::string_view> names;
    for (const command& c : commands()) {
        names.push_back(c.name);
    }
    return names;
}

void add_files(const std::vector<std::string>& metric_files, std::span<const std::string_view> reserved,
               catalogue& known) {
    for (const std::string& file : metric_files) {
        if (known.find_metric_typed(file) != nullptr && access(file.c_str(), F_OK) != 0) {
            throw bad_usage("--metrics names a file of metrics of your own, and there is none that is called " +
                            quote_of(file) + "; where a metric is meant, --metric " + shown(file) + " picks it");
        }
        known.add(read_text(file), file, reserved);
    }
}

bool is_definition(const std::string& text) { return text.find('=') != text.npos; }

/// `arpu`, of `arpu:money = revenue / customers_start`.
std::string defined_key(const std::string& text) {
    const std::size_t from = std::min(text.find_first_not_of(' '), text.size());
    return text.substr(from, text.find_first_of(" :=", from) - from);
}

}  // namespace

catalogue catalogue_of(const std::vector<std::string>& metric_files) {
    catalogue known;
    add_files(metric_files, names_of_commands(), known);
    return known;
}

catalogue catalogue_of(const std::vector<std::string>& metric_files, raw_flags& rows,
                       const std::vector<std::string>& metrics) {
    const std::vector<std::string_view> reserved = names_of_commands();
    catalogue known;
    plan of_rows = declared(rows, known);
    add_files(metric_files, reserved, known);
    for (const std::string& text : of_rows.metrics) {
        known.define(text, reserved);
    }
    for (const std::string& text : metrics) {
        if (is_definition(text)) {
            known.define(text, reserved);
        }
    }
    return known;
}

void tell_notes(const catalogue& known, const streams& io) {
    for (const std::string& text : known.notes()) {
        note(io, text);
    }
}

const metric& metric_of(const catalogue& known, const std::string& key) {
    if (const metric* m = known.find_level_typed(key)) {
        return *m;
    }
    std::vector<std::string_view> keys;
    for (const metric* m : known.metrics()) {
        keys.push_back(m->key);
    }
    throw bad_usage("unknown metric " + quote_of(key) + did_you_mean(key, keys) + "; see 'cxm list'");
}

std::vector<const metric*> metrics_of(const catalogue& known, const std::vector<std::string>& texts) {
    std::vector<const metric*> picked;
    for (const std::string& text : texts) {
        if (is_definition(text)) {
            picked.push_back(&metric_of(known, defined_key(text)));
            continue;
        }
        for (const std::string_view key : between_commas(text)) {
            const metric* m = &metric_of(known, std::string(key));
            if (std::find(picked.begin(), picked.end(), m) == picked.end()) {
                picked.push_back(m);
            }
        }
    }
    return picked;
}

}  // namespace cxm
