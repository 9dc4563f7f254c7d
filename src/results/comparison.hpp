#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cxm/compare/sample_ratio.hpp>
#include <cxm/contrast.hpp>
#include <cxm/decompose.hpp>

#include "results/report.hpp"
#include "results/stratification.hpp"
#include "results/worth.hpp"

namespace cxm {

enum class adjustment { holm, benjamini_hochberg, none };

/// `holm`, `bh`, `none`.
constexpr std::string_view name(adjustment a) {
    constexpr std::string_view names[] = {"holm", "bh", "none"};
    return names[static_cast<int>(a)];
}

/// Whom it is named after; of none nothing.
constexpr std::string_view title(adjustment a) {
    constexpr std::string_view titles[] = {"Holm", "Benjamini-Hochberg", ""};
    return titles[static_cast<int>(a)];
}

/// Whether a p tells at a level of confidence. They are added up, as 1 - 0.99 is a little more than 0.01.
constexpr bool is_clear(double p, double level) { return p + level < 1; }

struct compare_options : contrast_options {
    adjustment adjust = adjustment::holm;
};

/// One metric of one label group, before and after.
struct compared {
    std::size_t row_before;
    std::size_t row_after;
    result before;
    result after;
    contrast change;
    std::optional<double> adjusted_p;         ///< absent where there is no p or nothing to adjust for
    std::optional<priced_change> worth = {};  ///< absent where nobody asked
};

/// The sides of a label group as the arms of a test: how many each holds, and whether that is the split that was meant.
struct arms {
    std::size_t row_before;
    const measure* counted;
    double before;
    double after;
    double part_before;  ///< of the split that was meant, in any unit
    double part_after;
    sample_ratio ratio;

    bool alarm() const { return ratio.p < sample_ratio_alarm; }
};

/// What became of every metric in every label group that both sides have.
struct comparison {
    report before;
    report after;
    std::vector<compared> changes;
    std::vector<std::string> only_before;  ///< titles of the label groups that one side lacks
    std::vector<std::string> only_after;
    compare_options options;
    std::size_t tests = 0;               ///< how many p-values were adjusted together
    std::vector<arms> tested_arms = {};  ///< empty where the sides are no arms of a test
    stratification within = {};
};

/// Compares two reports of the same metrics, label group by label group; pure.
///
/// With several tests the intervals are widened to the level at which they agree with the adjusted p, so that the
/// verdict still follows the interval.
comparison make_comparison(report before, report after, const compare_options& options);

/// Says what the changes of the metrics with a price are worth.
void add_worths(comparison& to, const std::vector<price>& prices);

/// Why a metric moved: its change split by the values of a label into rates that moved and segments that grew or
/// shrank.
struct explained_change {
    const metric* of;
    std::vector<std::string> segments;
    decomposition parts;
};

/// What `--by LABEL` asks for.
struct explanation {
    std::string label = {};  ///< empty where nobody asked
    std::vector<explained_change> splits = {};
    std::vector<const metric*> unsplit = {};  ///< no quotients of sums over the segments
};

/// Adjusted p-values in the order given, and the level at which an interval agrees with each; as they are where nothing
/// is adjusted.
struct adjusted_tests {
    std::vector<double> p;
    std::vector<double> levels;
};
adjusted_tests adjusted(const std::vector<double>& p, const compare_options& options);

/// Splits each metric that is a quotient of sums; `before` and `after` have one row a segment. Metrics that are no such
/// quotient, or lack a measure in a segment, are left out.
std::vector<explained_change> explain_changes(const records& before, const records& after, std::string_view label,
                                              const std::vector<const metric*>& metrics);

}  // namespace cxm
