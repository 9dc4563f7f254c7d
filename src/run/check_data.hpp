#pragma once

#include <string>
#include <vector>

#include "intake/input_settings.hpp"
#include "results/check/check_result.hpp"
#include "results/check/rules.hpp"
#include "results/report.hpp"
#include "results/targets.hpp"
#include "run/command.hpp"
#include "run/pooling.hpp"

namespace cxm {

/// What the records of a check are read, pooled and computed with.
struct check_setup {
    pooling pooled = {};  ///< its labels are those of rules that name none
    bool all_periods = false;
    input_settings input = {};
    report_options options = {};
};

/// Reads the files, and those that rules compare with, once each, and holds every rule against them.
///
/// Throws a usage problem for labels that no record has. The rules must outlive the result.
check_result run_rules(const std::vector<rule>& rules, const std::vector<target>& targets,
                       const std::vector<std::string>& files, const check_setup& setup, const catalogue& known,
                       const streams& io);

}  // namespace cxm
