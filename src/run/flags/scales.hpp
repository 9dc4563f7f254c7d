#pragma once

#include <string>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "results/report.hpp"

namespace cxm {

/// `1..7`.
std::string scale_in_words(const answer_scale& scale);

/// Reads `1..7`, the scale of the answers behind any score, and `csat=1..10`, that of one score or of what else the
/// same answers come to.
///
/// Throws bad_usage for what is no scale and no score.
void add_scales(report_options& to, const std::vector<std::string>& texts, const catalogue& known);

/// The scale of the answers behind a score: what is said, else the usual one; 0..0 where it has none.
answer_scale scale_of_answers(const metric& m, const report_options& options);

/// The scores whose scale is not said, and so should be the usual one.
std::vector<const metric*> on_usual_scales(const report_options& options, const catalogue& known);

/// Refuses a scale where none of the metrics is a score, or counts its answers.
void require_scores(const report_options& options, const std::vector<const metric*>& metrics);

/// Refuses one scale for scores that are usually on different ones: it can be that of one of them alone.
void require_one_usual_scale(const report_options& options, const std::vector<const metric*>& metrics);

}  // namespace cxm
