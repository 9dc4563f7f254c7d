#pragma once

#include <optional>
#include <string>
#include <vector>

#include "run/command.hpp"
#include "run/flags/input_flags.hpp"
#include "run/flags/output_flags.hpp"

namespace cxm {

/// Answers in one file, customers in another, and which of these were lost.
struct join_flags {
    std::optional<std::string> id = {};    ///< the column of the person: ID, or ID=ID where the files differ
    std::optional<std::string> lost = {};  ///< a condition on customers
};

void add_flags(std::vector<flag>& to, join_flags& into);

/// Reads both files, relates them and writes it; the answers are the column of `--nps`, and `--where` is of their rows.
///
/// Throws bad_usage for what a join has no use for.
void put_joined(const join_flags& how, const std::vector<std::string>& files, const input_flags& input, double level,
                const output_settings& output, const streams& io);

}  // namespace cxm
