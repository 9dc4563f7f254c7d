#include "intake/unknown_name.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "catalogue/called.hpp"
#include "plan/column.hpp"
#include "text/ascii.hpp"
#include "text/problem.hpp"
#include "text/shell_word.hpp"

namespace cxm {

namespace {

std::string raw_rows(std::string_view measure = "'NAME=EXPRESSION'") {
    return fmt::format("if these are raw rows (answers, orders, stays), say how to count them: --nps COLUMN, "
                       "--measure {}, --subscriptions START,END or --plan FILE (docs/plans.md)",
                       measure);
}

std::string_view without_spaces(std::string_view name) {
    constexpr std::string_view spaces = " \t\r\n";
    const std::size_t from = std::min(name.find_first_not_of(spaces), name.size());
    return name.substr(from, name.find_last_not_of(spaces) + 1 - from);
}

const metric* metric_named(const catalogue& known, std::string_view name) { return known.find_metric(plainly(name)); }

std::string inputs_in_words(const metric& m) {
    const auto inputs = m.value.inputs();
    std::string text = inputs.empty() ? "what 'cxm explain " + std::string(m.key) + "' lists" : "";
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        text += (i == 0 ? "" : i + 1 == inputs.size() ? " and " : ", ") + std::string(inputs[i]->key);
    }
    return text;
}

/// `'customers_lost=sum churned'`, as the shell takes it.
std::string sum_of(const measure& m, std::string_view column) {
    return shell_word(std::string(m.key) + "=sum " + spell_column(column));
}

}  // namespace

std::string plainly(std::string_view name) {
    std::string key(without_spaces(name));
    std::transform(key.begin(), key.end(), key.begin(), lower);
    return key;
}

std::string no_measure_at_all(std::string_view subject, const catalogue& known,
                              const std::vector<std::string_view>& names) {
    for (const std::string_view name : names) {
        if (const measure* const called = measure_called(known, name)) {
            // What one side spends the other takes in.
            return plainly(name) == "spend"
                       ? fmt::format(
                             "{} is a measure; is {} money that customers paid (revenue) or that you paid ({})? "
                             "give it that name, or, {}",
                             subject, quote_of(name), called->key, raw_rows())
                       : fmt::format("{} is a measure; {} may be what is called {} here: give it that name, or, {}",
                                     subject, quote_of(name), called->key, raw_rows(sum_of(*called, name)));
        }
    }
    return fmt::format("{} is a measure; {}", subject, raw_rows());
}

bool is_nearly_known(const catalogue& known, std::string_view name) {
    return known.find_measure(without_spaces(name)) != nullptr || metric_named(known, name) != nullptr ||
           is_spelled_nearly(known, name);
}

std::string unknown_measure(const catalogue& known, std::string_view kind, std::string_view name, bool any_measure) {
    const std::string word = shell_word(name);
    if (known.find_measure(without_spaces(name)) != nullptr) {
        return fmt::format("unknown {} {}: the name has a space before or behind it; take it away, or --ignore {} "
                           "passes over it",
                           kind, quote_of(name), word);
    }
    if (const metric* const m = metric_named(known, name)) {
        return fmt::format("unknown {} {}: {} is a metric, computed from {}; give those{}", kind, quote_of(name),
                           m->key, inputs_in_words(*m),
                           any_measure ? fmt::format(", or --ignore {} passes over it", word) : "; or, " + raw_rows());
    }
    if (const measure* const called = measure_called(known, name)) {
        return fmt::format("unknown {} {} (did you mean {}?): give it that name, or count the rows with --measure {}; "
                           "--ignore {} passes over it, --label {} makes it a label",
                           kind, quote_of(name), quote_of(called->key), sum_of(*called, name), word, word);
    }
    return fmt::format("unknown {} {}{}; --ignore {} passes over it, --label {} makes it a label", kind, quote_of(name),
                       meant_measure(known, name), word, word);
}

}  // namespace cxm
