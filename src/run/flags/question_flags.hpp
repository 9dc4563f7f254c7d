#pragma once

#include <optional>
#include <string>
#include <vector>

#include "results/sample_size.hpp"
#include "run/flags/flag.hpp"
#include "run/measures.hpp"

namespace cxm {

/// The question, as texts until they are read for a metric.
struct question_flags {
    std::optional<std::string> margin = {};
    std::optional<std::string> expect = {};
    std::optional<std::string> from = {};
    std::optional<std::string> to = {};
    std::optional<std::string> per_group = {};
    std::optional<std::string> ratio = {};
    std::optional<std::string> variance = {};
    std::optional<std::string> population = {};
    std::optional<std::string> power = {};
    std::optional<std::string> level = {};
};

/// Adds the flags of a question; of a `share` also what is expected of it, of a net share how much answers vary.
void add_flags(std::vector<flag>& to, question_flags& into, bool share);

/// Reads the question for a metric; `counts` are those of an earlier survey, null where it takes none.
sample_question settled(const question_flags& given, const metric& m, const measure_flags* counts);

}  // namespace cxm
