#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/plan.hpp"
#include "results/funnel_reading.hpp"
#include "run/command.hpp"
#include "run/flags/output_flags.hpp"
#include "run/flags/people_flags.hpp"

namespace cxm {

/// What `cxm funnel` is asked, as texts until it is read.
struct funnel_flags {
    people_flags rows = {};
    std::vector<std::string> steps = {};
    std::optional<std::string> within = {};
    std::optional<std::string> order = {};
    std::optional<std::string> anchor = {};
    std::optional<std::string> by = {};
    std::optional<std::string> level = {};
    bool drop_young = false;
    std::optional<std::string> against = {};
    std::optional<std::string> between = {};
    output_flags output = {};
};

/// Adds the arguments and flags, but for those of output.
void add_flags(command_line& line, funnel_flags& f);

/// Adds the steps to the question as events, and gives their names; throws bad_usage.
std::vector<std::string> add_steps(const funnel_flags& given, people_question& asked);

/// How people are followed; throws bad_usage.
funnel_request request_of(const funnel_flags& given);

/// The name and the column of `--by`.
plan::label by_of(const funnel_flags& given);

/// Throws bad_usage for comparisons that contradict each other, or an output onto a file that is read.
void require_one_comparison(const funnel_flags& given, const streams& io, const std::optional<std::string>& output);

}  // namespace cxm
