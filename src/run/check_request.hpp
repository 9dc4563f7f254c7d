#pragma once

#include <optional>
#include <string>
#include <vector>

#include "results/check/check_result.hpp"
#include "results/check/rules.hpp"
#include "results/targets.hpp"
#include "run/check_data.hpp"
#include "run/flags/input_flags.hpp"
#include "run/flags/interval_flags.hpp"
#include "run/flags/output_flags.hpp"

namespace cxm {

inline constexpr word_for<fail_on> fail_on_words[] = {
    {"fail", fail_on::fail}, {"undecided", fail_on::undecided}, {"warn", fail_on::warn}};

/// What was typed after `cxm check`.
struct check_flags {
    std::vector<std::string> files = {};
    std::vector<std::string> required = {};
    std::vector<std::string> rules = {};
    std::vector<std::string> targets = {};
    bool explain = false;
    bool all_periods = false;
    bool annualise = false;
    std::optional<std::string> limit = {};
    pooling_flags pooled = {};
    output_flags output = {};
    interval_flags intervals = {};
    input_flags input = {};
    std::vector<std::string> metric_files = {};
    std::vector<std::string> metrics = {};
};

/// What `cxm check` is asked for.
struct check_request {
    std::vector<std::string> files;
    std::vector<rule> rules;
    std::vector<target> targets;
    bool explain = false;
    fail_on limit = fail_on::fail;
    check_setup setup;
};

command_line line_of(check_flags& r, const choices& formats);

/// The flags of a check of forecasts, which are not pooled, nor read in any other way.
command_line line_of_forecasts(check_flags& r, const choices& formats);

/// What they mean, where the catalogue knows the figures.
check_request settled_for_forecasts(const check_flags& given, const catalogue& known);

/// The files that rules compare with.
std::vector<std::string> baselines_of(const std::vector<rule>& rules);

/// What the flags mean, those of output read already; opens the files of rules and targets, but no input.
check_request settled(const check_flags& given, const catalogue& known, const streams& io);

}  // namespace cxm
