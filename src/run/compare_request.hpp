#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "results/arms.hpp"
#include "results/comparison.hpp"
#include "results/worth.hpp"
#include "run/flags/input_flags.hpp"
#include "run/flags/interval_flags.hpp"
#include "run/flags/output_flags.hpp"

namespace cxm {

inline constexpr word_for<share_method> method_words[] = {{"newcombe", share_method::newcombe},
                                                          {"koopman", share_method::koopman},
                                                          {"katz", share_method::katz},
                                                          {"pooled", share_method::pooled},
                                                          {"fisher", share_method::fisher}};

inline constexpr word_for<adjustment> adjustment_words[] = {
    {name(adjustment::holm), adjustment::holm},
    {name(adjustment::benjamini_hochberg), adjustment::benjamini_hochberg},
    {name(adjustment::none), adjustment::none}};

/// What was typed after `cxm compare`.
struct compare_flags {
    std::vector<std::string> files = {};
    std::optional<std::string> from = {};
    std::optional<std::string> to = {};
    std::vector<std::string> metrics = {};
    std::optional<std::string> by = {};
    std::optional<std::string> stratify = {};
    std::optional<std::string> expect_split = {};
    std::vector<std::string> worth = {};
    std::optional<std::string> targets = {};
    bool total = false;
    bool standardise = false;
    std::optional<std::string> method = {};
    std::optional<std::string> adjust = {};
    output_flags output = {};
    interval_flags intervals = {};
    input_flags input = {};
    std::vector<std::string> metric_files = {};
};

/// Which records belong to a side: those with a label's value, or whose period lies in another.
struct selector {
    std::string label;
    std::string value;
};

/// The two sides of one file.
struct two_selectors {
    selector before;
    selector after;
};

/// What `cxm compare` is asked for.
struct compare_request {
    std::vector<std::string> files;
    std::optional<two_selectors> of_one;  ///< absent: the files are the sides
    std::vector<const metric*> metrics;
    std::optional<std::string> by;        ///< the label that changes are split by
    std::optional<std::string> stratify;  ///< the label within whose values shares are compared
    std::vector<price> prices;            ///< of the changes
    std::optional<expected_split> split;  ///< of the sides as arms of a test; absent where nobody asked
    bool total = false;
    bool standardise = false;
    compare_options options;
    interval_settings intervals;
    input_settings input;

    /// Whether labels are pooled before the sides are compared.
    bool pools() const { return total || by || stratify; }
};

command_line line_of(compare_flags& r, const choices& formats);

/// What the flags mean, those of output read already; opens no input.
compare_request settled(const compare_flags& given, const catalogue& known, const streams& io);

}  // namespace cxm
