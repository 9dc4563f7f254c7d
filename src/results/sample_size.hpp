#pragma once

#include <optional>
#include <string_view>

#include <cxm/metric.hpp>

namespace cxm {

/// One number for each of two groups: that of `from`, or of before, first.
struct of_groups {
    double first;
    double second;
};

/// A question about sample sizes, in the metric's unit: shares as 0 to 1, NPS in points.
struct sample_question {
    const metric* of;
    std::optional<double> margin;        ///< the half-width wanted, or:
    std::optional<double> from;          ///< the value of one group; NPS does not need it
    std::optional<double> to;            ///< the value of the other
    std::optional<of_groups> per_group;  ///< instead of `to`, or beside it
    std::optional<double> expected;      ///< for a margin: the share expected; the worst case where absent
    std::optional<of_groups> variances;  ///< of one answer of a net share, 0 to 1; the worst case where absent
    double power = 0.8;
    double level = 0.95;
    std::optional<of_groups> ratio = {};  ///< of the sizes of two groups; absent: equal
    std::optional<double> population =
        {};  ///< for a margin: how many people there are to ask; absent: too many to matter
};

/// What was asked for; the rest of the answer repeats the question.
enum class sample_answer_kind { size, size_per_group, visible_change, power };

struct sample_answer {
    sample_answer_kind is;
    double n = not_given;       ///< answers, rounded up; per group where there are two of one size
    double exact = not_given;   ///< before it was rounded; not_given where n was given
    double to = not_given;      ///< the value that is just visible
    double change = not_given;  ///< from `from`, in the metric's unit
    double power = not_given;
    std::optional<of_groups> ns = {};  ///< the sizes of two groups, rounded up, or as they were given
};

/// Whether sizes can be planned for a metric: shares, and net shares such as NPS.
bool can_plan(const metric& m);

/// Answers the question; nothing where no size would do. Throws bad_usage for questions that lack or mix something.
std::optional<sample_answer> answer_of(const sample_question& q);

/// Whether what is expected leaves no room for chance. Then any size would do, which shows only that nothing is known
/// of how answers differ.
bool nothing_varies(const sample_question& q);

/// Why a question has no answer, as a sentence.
std::string_view why_no_size(const sample_question& q);

}  // namespace cxm
