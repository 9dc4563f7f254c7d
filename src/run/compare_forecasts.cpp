#include "run/compare_forecasts.hpp"

#include <algorithm>

#include "text/nearest.hpp"
#include "text/pieces.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

void require_alike(const forecast_file& before, const forecast_file& after) {
    if (before.command != after.command) {
        throw bad_input(shown_end(after.name), "is a forecast of cxm " + after.command + ", and " + before.name +
                                                   " one of cxm " + before.command);
    }
    if (before.level != after.level) {
        throw bad_input(shown_end(after.name), "has limits of another level than " + before.name);
    }
    if (!before.currency.empty() && !after.currency.empty() && before.currency != after.currency) {
        throw bad_input(shown_end(after.name), "is in " + after.currency + ", not in " + before.currency);
    }
}

void require_known(const std::vector<std::string>& wanted, const forecast_file& before, const forecast_file& after) {
    std::vector<std::string_view> keys;
    for (const forecast_file* file : {&before, &after}) {
        for (const metric& m : file->metrics) {
            keys.push_back(m.key);
        }
    }
    for (const std::string& key : wanted) {
        if (before.find(key) == nullptr || after.find(key) == nullptr) {
            throw bad_usage("--metric: " + quote_of(key) + " is not in both forecasts" + did_you_mean(key, keys));
        }
    }
}

}  // namespace

void read_flags_of_forecasts(const command_line& line, const arguments& given) {
    try {
        read_flags(line, given);
    } catch (const bad_usage& wrong) {
        std::string names;
        for (const flag& each : line.flags) {
            names += (names.empty() ? "" : ", ") + each.names.substr(0, each.names.find(','));
        }
        throw bad_usage(std::string(wrong.what()) + "; forecasts are read as they are, with no more than " + names);
    }
}

namespace {

/// `a,b` names two.
std::vector<std::string> each_of(const std::vector<std::string>& texts) {
    std::vector<std::string> keys;
    for (const std::string& text : texts) {
        for (std::size_t from = 0; from <= text.size();) {
            const std::size_t comma = std::min(text.find(',', from), text.size());
            keys.emplace_back(trimmed(std::string_view(text).substr(from, comma - from)));
            from = comma + 1;
        }
    }
    return keys;
}

}  // namespace

forecast_pair paired(const forecast_file& before, const forecast_file& after, const std::vector<std::string>& texts) {
    const std::vector<std::string> wanted = each_of(texts);
    require_alike(before, after);
    require_known(wanted, before, after);
    std::vector<const metric*> both;
    for (const metric& m : before.metrics) {
        const metric* const other = after.find(m.key);
        const bool is_wanted = wanted.empty() || std::find(wanted.begin(), wanted.end(), m.key) != wanted.end();
        if (other != nullptr && other->shown == m.shown && is_wanted) {
            both.push_back(&m);
        }
    }
    if (both.empty()) {
        throw bad_input("", "no figure is in both forecasts");
    }
    return {before.report_of(both), after.report_of(both)};
}

}  // namespace cxm
