#pragma once

#include <optional>
#include <string>
#include <vector>

#include "records/period_span.hpp"
#include "run/flags/flag.hpp"

namespace cxm {

/// `--from` and `--to`, as texts.
struct span_flags {
    std::optional<std::string> from = {};
    std::optional<std::string> to = {};
};

void add_flags(std::vector<flag>& to, span_flags& into, const char* group);

/// Throws bad_usage for what is no period, and for an end before the beginning.
period_span span_of(const span_flags& given);

}  // namespace cxm
