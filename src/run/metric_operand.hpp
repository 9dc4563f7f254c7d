#pragma once

#include <string>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "records/records.hpp"
#include "run/command.hpp"
#include "run/measures.hpp"

namespace cxm {

/// The files of `--metrics`, for what depends on the user's own before the flags are read.
std::vector<std::string> metric_files(const arguments& given);

/// A command about one metric: its measures are flags, so the metric is found before the flags are read.
class metric_operand {
public:
    /// Finds the metric among the arguments; throws bad_usage where it is unknown.
    explicit metric_operand(const arguments& given);

    const catalogue& known() const { return known_; }
    const arguments& rest() const { return rest_; }  ///< the arguments without the metric

    /// Null where only help is asked for, or nothing at all.
    const metric* found() const { return metric_; }

    /// The metrics that may be named, all or those that fit, where none is.
    std::vector<choice> possible(bool (*fits)(const metric&) = nullptr) const;

private:
    catalogue known_;
    arguments rest_;
    const metric* metric_ = nullptr;
};

/// The only record's values of a metric's inputs, in the formula's order; not_given where there is none.
std::vector<double> inputs_of_one(const metric& m, const records& one);

/// The flags of the inputs that have neither a value nor a default: `--promoters and --passives`; empty where all have.
std::string lacking_flags(const metric& m, const std::vector<double>& inputs, const measure* but = nullptr);

}  // namespace cxm
