#pragma once

#include <optional>
#include <string>

#include "results/sample_size.hpp"
#include "write/look.hpp"

namespace cxm {

/// `nps  1,537 answers`, and what they are enough for.
std::string write_sample(const sample_question& q, const std::optional<sample_answer>& a, const look& drawn);

/// `{"metric":"nps","unit":"points","margin":5.0,"level":0.95,"n":1537,"n_exact":1536.58…}`
std::string sample_json(const sample_question& q, const std::optional<sample_answer>& a);

}  // namespace cxm
