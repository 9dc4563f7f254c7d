#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "intake/duplicates.hpp"
#include "intake/ordered_map.hpp"
#include "intake/reconciler.hpp"
#include "intake/record_source.hpp"
#include "records/period_kinds.hpp"
#include "run/command.hpp"
#include "run/flags/input_flags.hpp"
#include "run/warnings.hpp"

namespace cxm {

/// The records of several files, block by block: parsed and reconciled on several threads, handed on in order.
class record_input {
public:
    /// Opens the files ("-" is standard input) and reads the first block of each; raw rows are counted at once.
    ///
    /// Periods that end after the day of `--as-of` are marked as partial.
    record_input(std::vector<std::string> files, const catalogue& known, const input_settings& how, const streams& io);

    /// The first blocks of all files together, of any period: what names and labels to expect.
    const records& sample() const { return sample_; }

    /// Runs `work` on the wanted periods of every block, on several threads, and `take` on its result, in order.
    ///
    /// Refuses records given twice; warnings go to the errors' stream, the first few of a run in full.
    template <class Work, class Take>
    void for_each(Work&& work, Take&& take);

    /// All records in one, in the order of the input; for what needs to see them together.
    records all();

    /// The currency that the files say, once they are read; empty where they say none.
    const std::string& currency() const { return currency_; }

    /// Why no record was made of raw rows; empty where there are some.
    const std::string& why_empty() const { return why_empty_; }

    /// The kinds of periods that were found, once they are read.
    const period_kinds& periods() const { return periods_; }

    /// Warns of periods of different kinds, once they are read; refuses them where input is read strictly.
    void warn_of_mixed_periods() const;

private:
    struct file {
        std::string name;
        std::unique_ptr<record_source> source;  ///< null where it is opened again
        std::optional<input_block> first;
    };

    std::vector<file> files_;
    std::string why_empty_;
    bool counted_ = false;  ///< the sample is all there is: records made of raw rows
    const catalogue* known_;
    input_settings how_;
    std::size_t taken_ = 0;
    reconciler reconciler_;
    streams io_;
    records sample_;
    duplicate_finder duplicates_;
    std::string currency_;
    period_kinds periods_;
    counted_warnings warnings_;

    template <class Work, class Take>
    void for_each_block(Work& work, Take& take);

    std::unique_ptr<record_source> open(file& f);
    records parsed(const record_source& source, const input_block& block, const std::string& name) const;
    void mark(records& rows) const;
    void require_calendar() const;
    void count(const std::vector<std::string>& files);
    void accept(const std::vector<record_key>& keys, const std::vector<std::string>& warnings,
                const std::string& currency);
    void finish();
};

template <class Work, class Take>
void record_input::for_each(Work&& work, Take&& take) {
    try {
        for_each_block(work, take);
    } catch (...) {
        duplicates_.finish();  // a record given twice stands before what was found now
        throw;
    }
    finish();
}

template <class Work, class Take>
void record_input::for_each_block(Work& work, Take& take) {
    struct made {
        decltype(work(std::declval<records>())) result;
        std::vector<record_key> keys;
        std::vector<std::string> warnings;
        std::string currency;
        period_kinds periods;
        std::size_t size;
    };
    if (counted_) {
        records rows = within(sample_, how_.wanted);
        taken_ += rows.size();
        periods_.add(rows);
        accept({}, reconciler_.check(rows), {});
        take(work(std::move(rows)));
    }
    for (std::size_t i = 0; i < files_.size(); ++i) {
        const std::unique_ptr<record_source> source = open(files_[i]);
        std::optional<input_block> first = std::move(files_[i].first);
        ordered_map(
            how_.records.threads, [&] { return first ? std::exchange(first, std::nullopt) : source->next(); },
            [&](const input_block& block) {
                records rows = within(parsed(*source, block, files_[i].name), how_.wanted);
                std::vector<record_key> keys = keys_of(rows, static_cast<std::uint32_t>(i));
                std::vector<std::string> warnings = reconciler_.check(rows);
                std::string currency = rows.currency;
                period_kinds periods;
                periods.add(rows);
                const std::size_t size = rows.size();
                return made{work(std::move(rows)), std::move(keys),    std::move(warnings),
                            std::move(currency),   std::move(periods), size};
            },
            [&](made&& m) {
                taken_ += m.size;
                accept(m.keys, m.warnings, m.currency);
                periods_.add(m.periods);
                take(std::move(m.result));
            });
    }
}

}  // namespace cxm
