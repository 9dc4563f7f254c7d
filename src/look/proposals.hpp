#pragma once

#include <optional>
#include <string>
#include <vector>

#include "look/file_facts.hpp"
#include "plan/plan.hpp"

namespace cxm {

/// A command that fits a file, and why.
struct proposal {
    std::string why;                 ///< `score looks like answers of 0..10`
    std::vector<std::string> words;  ///< behind `cxm`

    /// As it is typed into a shell.
    std::string line() const;
};

/// Commands that fit, the most telling first.
std::vector<proposal> proposals_for(const file_facts& facts, const catalogue& known);

/// The plan by which the rows of a file can be counted; nothing where it holds records, or nothing to count.
std::optional<plan> plan_for(const file_facts& facts, const catalogue& known);

}  // namespace cxm
