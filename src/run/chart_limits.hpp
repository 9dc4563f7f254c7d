#pragma once

#include <optional>
#include <string>
#include <vector>

#include "results/trend_options.hpp"
#include "run/flags/flag.hpp"

namespace cxm {

/// `--baseline`, `--rebase` and `--against`, as texts until `settled` has read them.
struct chart_flags {
    std::optional<std::string> baseline = {};
    std::vector<std::string> rebase = {};
    std::optional<std::string> against = {};
};

void add_flags(std::vector<flag>& to, chart_flags& into);

/// What the flags mean; throws bad_usage for what is no period and for a baseline of fewer than 6.
trend_options settled(const chart_flags& given);

}  // namespace cxm
