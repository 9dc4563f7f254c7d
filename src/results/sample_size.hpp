#pragma once

#include <optional>

#include <cxm/metric.hpp>

namespace cxm {

/// A question about sample sizes, in the metric's unit: shares as 0 to 1, NPS in points.
struct sample_question {
    const metric* of;
    std::optional<double> margin;     ///< the half-width wanted, or:
    std::optional<double> from;       ///< the value of one group; NPS does not need it
    std::optional<double> to;         ///< the value of the other
    std::optional<double> per_group;  ///< instead of `to`, or beside it
    std::optional<double> expected;   ///< for a margin: the share expected; the worst case where absent
    std::optional<double> variance;   ///< of one answer of a net share, 0 to 1; the worst case where absent
    double power = 0.8;
    double level = 0.95;
};

/// What was asked for; the rest of the answer repeats the question.
enum class sample_answer_kind { size, size_per_group, visible_change, power };

struct sample_answer {
    sample_answer_kind is;
    double n = not_given;       ///< answers, rounded up; per group where there are two
    double exact = not_given;   ///< before it was rounded; not_given where n was given
    double to = not_given;      ///< the value that is just visible
    double change = not_given;  ///< from `from`, in the metric's unit
    double power = not_given;
};

/// Whether sizes can be planned for a metric: shares, and net shares such as NPS.
bool can_plan(const metric& m);

/// Answers the question; nothing where no size would do. Throws bad_usage for questions that lack or mix something.
std::optional<sample_answer> answer_of(const sample_question& q);

}  // namespace cxm
