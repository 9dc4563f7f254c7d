#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "records/pool.hpp"
#include "records/records.hpp"
#include "results/check/sentence.hpp"
#include "rows/record_filter.hpp"

namespace cxm {

/// Which records a rule looks at: those that meet the conditions, pooled but for some labels.
struct selection {
    condition where;
    std::vector<std::string> by;

    bool operator==(const selection&) const = default;
};

/// Pools the records of a selection, block by block.
class selection_pool {
public:
    explicit selection_pool(selection what);

    const selection& of() const { return of_; }

    void add(const records& block);

    /// Why nothing was selected, with the nearest value where one is misspelt: `no record has segment = 'prp'`.
    std::string why_empty() const;

    /// What is likely wrong with its conditions, though records meet them.
    std::vector<std::string> objections() const;

    /// The pooled records, in the order of their labels and periods.
    ///
    /// Throws bad_input where records meet the conditions and lack a label of `by`.
    records finish() { return pool_.finish(); }

private:
    std::string did_you_mean_seen(std::size_t column, const std::string& value) const;

    selection of_;
    segment_pool pool_;
    std::unique_ptr<const record_filter> filter_;
    std::optional<record_filter::sight> sighted_;  ///< of the filter
};

}  // namespace cxm
