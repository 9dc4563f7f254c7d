#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <cxm/rollup.hpp>

#include "records/kept_labels.hpp"
#include "records/records.hpp"

namespace cxm {

/// What the records of a pool are parts of.
enum class parts {
    segments,  ///< each a whole of its own: one without a kept label is refused, a blank value leaves a gap
    periods,   ///< the same, of which the periods are looked at and no values
    shards,    ///< tallies of parts of one whole: no label is a group too, and a blank adds nothing, as the sum of none
};

/// Pools records over segments: one for each period and combination of the labels that are kept.
class segment_pool {
public:
    /// Keeps the labels named, each once; all others are pooled.
    explicit segment_pool(const std::vector<std::string>& kept, parts are = parts::segments)
        : kept_(kept), parts_(are) {}

    /// Adds the counts of a block of records.
    void add(const records& block);

    /// The pooled records, ordered by labels in order of appearance, then by period.
    ///
    /// Throws bad_input where records lack a label that is kept, and says how many.
    records finish();

    /// Which values of shards were blank beside others, once they are finished.
    const std::vector<std::string>& blanks() const { return blanks_; }

private:
    struct group {
        std::string_view period;
        std::vector<std::string_view> labels;
        std::uint64_t records = 0;     ///< without those of the block that is being added
        std::uint64_t incomplete = 0;  ///< of these
    };
    struct group_sum {
        pooled values;
        std::uint64_t blanks = 0;  ///< records of shards that have the measure but no value
    };
    struct measure_pool {
        const measure* of;
        std::vector<group_sum> sums;  ///< by group
    };

    kept_labels kept_;
    parts parts_;
    std::unordered_map<std::string, std::size_t> group_of_key_;  ///< period and labels, joined by a byte no label has
    std::vector<group> groups_;
    std::vector<measure_pool> measures_;
    std::deque<std::string> text_;
    std::vector<std::string> blanks_;
    std::string first_age_;  ///< of cohorts, where ages are not kept apart
    bool any_block_ = false;
    std::string source_;
    std::string currency_;
    bool in_order_ = false;

    std::size_t group_of(const records& block, std::size_t row, const kept_labels::columns& kept);
    measure_pool& pool_of(const measure& m);
    void add_column(const records::number_column& column, const std::vector<std::size_t>& group_of_row);
    void add_missing(measure_pool& to, const std::vector<std::size_t>& group_of_row);
    std::string_view keep(std::string_view text);
    void require_one_age(const records& block);
    records without_values() const;
    void note_blanks(const records& pooled_records, std::size_t row, const group& g, const measure_pool& m,
                     const group_sum& sum);
};

}  // namespace cxm
