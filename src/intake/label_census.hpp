#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "records/records.hpp"

namespace cxm {

/// Who has which labels: what only all records of an input together can tell, gathered block by block.
class label_census {
public:
    void add(const records& block);

    /// Adds what comes later in the input.
    void add(const label_census& later);

    /// Throws bad_input where no record has a period, though its name is said, or how its dates are written (`why`).
    void require_periods(const std::string& name, std::string_view why, const std::string& file) const;

    /// Throws bad_input where no record has a period, and each value of a label is one of the calendar, but for the
    /// labels named.
    void refuse_periods_as_labels(const std::vector<std::string>& named) const;

    /// Throws bad_input where the period, of which `name` is the name, is a year only and a label the month, or the
    /// other way round, but for the labels named.
    void refuse_parts_of_periods(std::string_view name, const std::vector<std::string>& named) const;

    /// Throws bad_input where a period is blank, or says that its record is a total, beside others.
    void refuse_totals_of_periods() const;

    /// Throws bad_input where a label is: pooled, the record would be added to its parts.
    void refuse_totals_of_labels() const;

    /// A word among the values of a label, or of periods, that says of its rows that they are a total of the others.
    struct total_value {
        std::string label;  ///< `period` for that
        std::string word;
    };
    std::vector<total_value> totals() const;

    /// `the label 'plan' has 'pro' and 'Pro', …`: values that differ in capitals, accents and spaces around them alone,
    /// of labels of few values.
    std::vector<std::string> variants() const;

    /// `the label 'currency' has 'EUR' and 'USD', …`, but of the labels named; empty where there is one currency.
    std::string currencies(const std::vector<std::string>& named) const;

private:
    /// Labels of more values than this hold names, which may well differ in capitals alone.
    static constexpr std::size_t few_values = 50;

    /// The values of a label, or of the period.
    struct column {
        std::string name = {};
        std::uint64_t given = 0;
        std::uint64_t blank = 0;
        std::uint64_t totals = 0;
        std::string first_given = {};  ///< the place of the first record that has it
        std::string first_blank = {};
        std::string first_total = {};
        std::string total = {};                ///< its word
        std::vector<std::string> values = {};  ///< different ones, as long as they are few
        bool is_dated = true;                  ///< each value names a period of the calendar, or a month
    };

    std::uint64_t records_ = 0;
    std::string first_;  ///< the place of the first record
    column period_;
    std::vector<column> labels_;

    column& column_of(const std::string& name);
    static void count(const records& block, const std::vector<std::string_view>& values, column& to);
    static void add(const column& later, column& to);
    static void add_blank(std::uint64_t records, const std::string& first, column& to);
    void refuse_totals(const column& c, std::string_view what) const;
};

}  // namespace cxm
