#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include <cxm/rollup.hpp>

#include "records/records.hpp"

namespace cxm {

/// What a pooled measure lacks, in words: `tickets is missing in some of the pooled records`.
std::string in_words(gap why, const measure& m);

/// The value of a pooled measure; throws bad_input where it is larger than a count, or a double, can be.
///
/// `made` is the record that it is for, so far the last.
double value_of(const pooled& sum, const measure& m, const records& made);

/// Pools records over segments: one for each period and combination of the labels that are kept.
class segment_pool {
public:
    /// Keeps the labels named, each once; all others are pooled.
    ///
    /// The records of shards are tallies of parts of one whole: one without a kept label is a group of its own, and a
    /// blank cell adds nothing, as it is the sum of no number; otherwise both are refused, or leave a gap.
    explicit segment_pool(const std::vector<std::string>& kept, bool of_shards = false);

    /// Adds the counts of a block of records.
    void add(const records& block);

    /// The pooled records, ordered by labels in order of appearance, then by period.
    ///
    /// Throws bad_input where records lack a label that is kept, and says how many.
    records finish();

    /// Which values of shards were blank beside others, once they are finished.
    const std::vector<std::string>& blanks() const { return blanks_; }

private:
    struct measure_pool {
        const measure* of;
        std::vector<pooled> groups;
        std::vector<std::uint64_t> blank = {};  ///< per group of shards, the records that have the measure but no value
    };
    struct group {
        std::string_view period;
        std::vector<std::string_view> labels;
        std::int64_t when;
    };

    /// The records that lack a label which is kept.
    struct lack {
        std::uint64_t records = 0;
        std::string first;  ///< its place
        std::string meant;  ///< the label that may be meant
    };

    std::vector<std::string> kept_;
    std::vector<lack> lacking_;  ///< by label
    std::uint64_t seen_ = 0;     ///< records
    bool of_shards_;
    std::vector<std::string> blanks_;
    std::unordered_map<std::string, std::size_t> index_;  ///< period and labels, joined by a byte no label has
    std::deque<std::string> text_;
    std::vector<group> groups_;
    std::vector<measure_pool> measures_;
    std::vector<std::uint64_t> records_in_;  ///< per group
    std::vector<std::uint64_t> partial_;     ///< per group, how many say that they are not complete
    std::unordered_map<std::string, std::int64_t> free_order_;
    std::string source_;
    std::string currency_;

    std::size_t group_of(const records& block, std::size_t row, const std::vector<const records::label_column*>& kept);
    void add_column(const records::number_column& column, const std::vector<std::size_t>& group_of_row, bool is_there);
    std::int64_t order_of(std::string_view period);
    std::string_view keep(std::string_view text);
    bool lacks_labels(const records& block, const std::vector<const records::label_column*>& kept);
    void refuse_lacking() const;
};

}  // namespace cxm
