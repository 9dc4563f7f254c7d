#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "results/check/check_result.hpp"
#include "write/look.hpp"

namespace cxm {

/// For people: each rule, and below it a line for every record that it was held against.
std::string write_check_table(const check_result& of, const look& drawn);

/// `{"schema":"cxm.check/1",…}`, as `cxm export check-schema` describes it.
std::string write_check_json(const check_result& of);

/// A comment on a pull request: a table with the worst first, cut below `most` bytes where it says how much is left
/// out.
std::string write_check_markdown(const check_result& of, const wording& say = {}, std::size_t most = 65000);

/// JUnit XML: a failure is what fails the run; undecided and no data are skipped tests; warnings are their output.
std::string write_check_junit(const check_result& of);

/// GitHub's workflow commands: at most 10 annotations a level, as many as it shows of a step; what passes in plain
/// lines.
std::string write_check_github(const check_result& of);

/// TAP 14: warnings are `not ok` with TODO, what has no check_verdict is skipped.
std::string write_check_tap(const check_result& of);

// One failing result where the input was refused, so that what shows the results does not go on showing the last ones.
std::string write_refusal_junit(std::string_view message);
std::string write_refusal_github(std::string_view message);
std::string write_refusal_tap(std::string_view message);

/// What each rule means, in words and without data.
std::string write_check_explanation(const std::vector<rule>& rules, bool all_periods, std::size_t width,
                                    const wording& say = {});

}  // namespace cxm
