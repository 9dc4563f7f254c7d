#pragma once

#include <optional>
#include <string>
#include <vector>

#include "results/report.hpp"
#include "run/flags/flag.hpp"

namespace cxm {

/// The interval that a word asks for: of shares, of NPS, or of both.
struct interval_method {
    std::optional<share_interval> shares = {};
    std::optional<net_interval> nets = {};
};

inline constexpr word_for<interval_method> interval_words[] = {
    {"wilson", {share_interval::wilson}},
    {"wilson-cc", {share_interval::wilson_corrected}},
    {"clopper-pearson", {share_interval::clopper_pearson}},
    {"jeffreys", {share_interval::jeffreys}},
    {"agresti-coull", {share_interval::agresti_coull}},
    {"wald", {share_interval::wald, net_interval::wald}},
    {"adjusted-wald", {{}, net_interval::adjusted_wald}},
    {"score", {{}, net_interval::score}},
};

/// How results are computed, as texts until `settled` has read them.
struct interval_flags {
    std::optional<std::string> level = {};
    std::optional<std::string> interval = {};
    std::vector<std::string> scales = {};
    std::optional<std::string> population = {};
    bool gross = false;
};

/// What the flags of intervals mean.
struct interval_settings {
    report_options options = {};
    const word_for<interval_method>* asked = nullptr;  ///< the interval asked for; null without one
};

void add_flags(std::vector<flag>& to, interval_flags& into, const metric* of = nullptr);  ///< of one metric, or any

/// The same for changes, whose shares are compared by other methods than intervals of one value.
void add_flags_of_changes(std::vector<flag>& to, interval_flags& into);

/// Throws bad_usage for what it does not know.
interval_settings settled(const interval_flags& given, const catalogue& known);

/// Refuses an interval that none of the metrics can have, a population where none is of a survey, and one scale for
/// scores that are usually on different ones; where there are no metrics, something else is wrong.
void require_fit(const interval_settings& given, const std::vector<const metric*>& metrics);

/// The same for changes of metrics.
void require_fit_for_changes(const interval_settings& given, const std::vector<const metric*>& metrics);

/// A fraction or percentage between 0 and 1 exclusive: `0.95` or `95%`.
double level_of(const std::string& text);

}  // namespace cxm
