#pragma once

#include <optional>
#include <string>
#include <vector>

#include "results/credit_reading.hpp"
#include "run/flags/flag.hpp"
#include "run/flags/output_flags.hpp"
#include "run/flags/people_flags.hpp"

namespace cxm {

/// What credit is divided of and how, as texts.
struct credit_flags {
    people_flags rows = {};
    std::optional<std::string> touches = {};
    std::optional<std::string> conversion = {};
    std::optional<std::string> value = {};
    std::optional<std::string> paths = {};
    std::vector<std::string> models = {};
    std::vector<std::string> direct = {};
    std::optional<std::string> lookback = {};
    std::optional<std::string> half_life = {};
    std::optional<std::string> resamples = {};
    std::optional<std::string> cost = {};
    std::optional<std::string> level = {};
    output_flags output = {};
};

/// Adds the flags but for those of output.
void add_flags(command_line& line, credit_flags& f);

/// The one reading of these flags; throws bad_usage for what contradicts itself or has nothing to act on.
credit_request request_of(const credit_flags& given);

}  // namespace cxm
