#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "intake/input_settings.hpp"
#include "intake/ledger.hpp"
#include "intake/listener.hpp"
#include "intake/ordered_map.hpp"
#include "intake/reconciler.hpp"
#include "records/records.hpp"
#include "rows/record_filter.hpp"

namespace cxm {

/// The records of several files, block by block: parsed and reconciled on several threads, handed on in order.
class record_input {
public:
    /// Opens the files ("-" is standard input) and reads the first block of each; raw rows are counted at once.
    record_input(std::vector<std::string> files, const catalogue& known, input_settings how, listener told);
    record_input(const record_input&) = delete;
    record_input& operator=(const record_input&) = delete;

    /// The first blocks of all files together, of any period: what names and labels to expect.
    const records& sample() const { return sample_; }

    /// Runs `work` on the wanted periods of every block, on several threads, and `take` on its result, in order.
    ///
    /// Refuses records given twice; of warnings the first few of a run are told in full.
    template <class Work, class Take>
    void for_each(Work&& work, Take&& take);

    /// All records in one, in the order of the input; for what needs to see them together.
    records all();

    /// The currency that the files say, once they are read; empty where they say none.
    const std::string& currency() const { return seen_.currency(); }

    /// Why no record was made of raw rows; empty where there are some.
    const std::string& why_empty() const { return why_empty_; }

    /// The kinds of periods that were found, once they are read.
    const period_kinds& periods() const { return seen_.periods(); }

    /// Warns of periods of different kinds, once they are read; refuses them where input is read strictly.
    void warn_of_mixed_periods() const;

    /// Throws bad_input where labels tell that a record is the sum of others, once they are read: it must not be added
    /// to them.
    void refuse_totals() const;

private:
    struct file {
        std::string name;
        std::unique_ptr<record_source> source;  ///< null where it is opened again
        std::optional<input_block> first;
        bool has_header = true;
    };

    const catalogue* known_;
    input_settings how_;
    listener told_;
    std::shared_ptr<const record_filter> filter_;  ///< null: all records are taken
    std::optional<record_filter::sight> sighted_;  ///< of the filter
    reconciler reconciler_;
    ledger seen_;
    std::vector<file> files_;
    records sample_;
    std::vector<records> held_;  ///< what raw rows make, or each file in one, where that is handed on
    std::string why_empty_;

    template <class Work, class Take>
    void for_each_block(Work& work, Take& take);

    std::unique_ptr<record_source> open(file& f);
    records parsed(const record_source& source, const input_block& block, const std::string& name,
                   passed_over& skipped) const;
    void mark(records& rows) const;
    void require_calendar() const;
    void count(const std::vector<std::string>& files);
    bool leaves_out_totals() const;
    void hold_parts();
    block_facts facts_of(const records& rows, std::size_t number) const;
    std::optional<record_filter::sight> filtered(records& rows) const;
    void judge_filter();
    void end_file(std::size_t number);
};

template <class Work, class Take>
void record_input::for_each(Work&& work, Take&& take) {
    try {
        if (leaves_out_totals()) {
            hold_parts();
        }
        for_each_block(work, take);
    } catch (...) {
        seen_.refuse_duplicates();  // a record given twice stands before what was found now
        throw;
    }
    // Where none is of the periods that are wanted, the condition has not been asked.
    if (filter_ && !(how_.wanted.any() && sighted_->watch.rows() == 0)) {
        judge_filter();
    }
    seen_.finish();
    if (told_.counted && !how_.rows) {
        told_.counted(seen_.counted());
    }
}

template <class Work, class Take>
void record_input::for_each_block(Work& work, Take& take) {
    struct handled {
        decltype(work(std::declval<records>())) result;
        block_facts facts;
        std::optional<record_filter::sight> sighted;
    };
    const auto handle = [&](records all, std::size_t number, passed_over skipped) {
        const std::size_t seen = all.size();
        records rows = within(std::move(all), how_.wanted);
        std::optional<record_filter::sight> sighted = filtered(rows);
        block_facts facts = facts_of(rows, number);
        facts.seen = seen;
        facts.skipped = std::move(skipped);
        return handled{work(std::move(rows)), std::move(facts), std::move(sighted)};
    };
    const auto accept = [&](handled&& h) {
        if (sighted_) {
            sighted_->absorb(*h.sighted);
        }
        seen_.add(std::move(h.facts));
        take(std::move(h.result));
    };
    for (std::size_t i = 0; i < held_.size(); ++i) {
        accept(handle(held_[i], i, {}));
        end_file(i);
    }
    for (std::size_t i = 0; held_.empty() && i < files_.size(); ++i) {
        const std::unique_ptr<record_source> source = open(files_[i]);
        std::optional<input_block> first = std::move(files_[i].first);
        ordered_map(
            how_.records.threads, [&] { return first ? std::exchange(first, std::nullopt) : source->next(); },
            [&](const input_block& block) {
                passed_over skipped;
                records rows = parsed(*source, block, files_[i].name, skipped);
                return handle(std::move(rows), i, std::move(skipped));
            },
            accept);
        end_file(i);
    }
}

}  // namespace cxm
