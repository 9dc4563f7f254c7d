#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "intake/duplicates.hpp"
#include "intake/input_settings.hpp"
#include "intake/label_census.hpp"
#include "intake/listener.hpp"
#include "intake/reconciler.hpp"
#include "intake/stock_joins.hpp"
#include "records/period_kinds.hpp"
#include "records/period_span.hpp"
#include "records/records.hpp"

namespace cxm {

/// What is looked at in a block of records, on any thread.
struct block_facts {
    std::size_t records = 0;
    std::size_t seen = 0;  ///< records of the block before any was left out
    std::vector<record_key> keys = {};
    std::vector<remark> remarks = {};
    std::string currency = {};
    period_kinds periods = {};
    label_census labels = {};
    stock_joins stocks = {};
    passed_over skipped = {};
    cut_periods cut = {};
    bool has_money = false;
    std::vector<std::string> names = {};  ///< of measures and labels, where texts are said to be blank
};

/// Keeps what is known of an input so far, block by block in its order: refuses and warns.
class ledger {
public:
    /// The settings must outlive the ledger; `files` are named in messages.
    ledger(const input_settings& how, std::vector<std::string> files, const listener& told);

    /// Adds a block of the file that is read.
    void add(block_facts&& facts);

    /// Before the end of a file without a header: throws bad_input where a text is blank in a column that it lacks.
    void require_columns_of_blanks(const std::string& file) const;

    /// Says that records were read and left out before their block was looked at.
    void pass_over(std::uint64_t records) { counted_.read += records, counted_.passed_over += records; }

    /// What was read so far, of files that hold records.
    const rows_counted& counted() const { return counted_; }

    /// After the last block of a file.
    void end_file(const std::string& file);

    /// After the last file.
    void finish();

    /// Looks for records given twice so far, before something else is refused.
    void refuse_duplicates() { duplicates_.finish(); }

    /// Warns, or refuses where all that is warned about is refused.
    void warn(const std::string& place, const std::string& finding) const;

    /// Says what was decided in no doubt.
    void note(const std::string& finding) const;

    const std::string& currency() const { return currency_; }
    const period_kinds& periods() const { return periods_; }

    /// Before labels are pooled: throws bad_input where they tell that a record is the sum of others, warns of amounts
    /// in several currencies.
    void refuse_totals() const;

private:
    const input_settings* how_;
    warning_sink warn_;
    warning_sink note_;
    counted_warnings warnings_;
    duplicate_finder duplicates_;
    std::string currency_;
    period_kinds periods_;
    label_census labels_;          ///< of all files
    label_census labels_of_file_;  ///< that is read
    stock_joins stocks_;
    cut_periods cut_;
    bool has_money_ = false;
    passed_over skipped_;                     ///< of the file that is read
    std::vector<std::string> names_of_file_;  ///< that is read
    std::size_t records_ = 0;
    rows_counted counted_;
    std::string refused_last_;  ///< the place of the record that was refused last
    std::size_t records_of_file_ = 0;

    void add_currency(const std::string& currency);
    void add_remark(const remark& r);
};

}  // namespace cxm
