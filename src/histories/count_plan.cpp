#include "histories/count_plan.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "histories/amount_figures.hpp"
#include "histories/joined_figures.hpp"
#include "histories/one_per_rows.hpp"
#include "histories/order_figures.hpp"
#include "histories/people_histories.hpp"
#include "histories/stay_figures.hpp"
#include "rows/shared_rows.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

bool asks_of_people(const plan& how) { return how.orders || how.amounts || (how.subscriptions && how.people); }

/// What of a plan is counted row by row.
plan without_people(plan how) {
    if (how.people) {
        how.subscriptions.reset();
    }
    how.people.reset();
    how.orders.reset();
    how.amounts.reset();
    how.one_per.reset();
    return how;
}

/// What a plan asks of rows, and what answers it.
class plan_questions {
public:
    plan_questions(const plan& how, const catalogue& known, const tally_options& options)
        : how_(how), known_(known), options_(options) {
        const plan row_by_row = without_people(how);
        if (counts_rows(row_by_row) || row_by_row.subscriptions) {
            rows_.emplace(row_by_row, known, options);
            add(rows_->wanted(), rows_->sinks());
        }
        orders_ = how.orders ? add_people(question_of_orders(how)) : nullptr;
        stays_ = how.subscriptions && how.people ? add_people(question_of_stays(how)) : nullptr;
        amounts_ = how.amounts ? add_people(question_of_amounts(how)) : nullptr;
    }

    const std::vector<asked_cells>& asked() const { return asked_; }

    void listen(tally_result& into) const {
        if (rows_) {
            rows_->listen(into);
        }
    }

    void finish(tally_result& into) {
        if (rows_) {
            rows_->finish(into);
        }
        for (const auto& each : people_) {
            each->finish();
            take_findings(*each, into);
        }
        std::vector<figure_table> tables;
        if (orders_ != nullptr) {
            tables.push_back(read_orders(*orders_, {*how_.orders, how_.every, options_.until}, into));
        }
        if (stays_ != nullptr) {
            tables.push_back(read_stays(*stays_, how_, options_, into));
        }
        if (amounts_ != nullptr) {
            tables.push_back(read_amounts(*amounts_, into));
        }
        if (!tables.empty()) {
            into.counted = joined(how_, known_, into.counted, tables, options_);
            into.why_empty = into.counted.size() != 0 ? "" : why_empty(into);
        }
        keep_one_of_each(into.warnings);
        keep_one_of_each(into.notes);
    }

private:
    const plan& how_;
    const catalogue& known_;
    const tally_options& options_;
    std::vector<asked_cells> asked_;
    std::optional<tallying> rows_;
    std::vector<std::unique_ptr<people_histories>> people_;
    people_histories* orders_ = nullptr;
    people_histories* stays_ = nullptr;
    people_histories* amounts_ = nullptr;

    void add(const wanted_cells& wanted, std::vector<file_sink*> sinks) {
        asked_.push_back({&wanted, std::move(sinks)});
    }

    people_histories* add_people(const people_question& question) {
        people_histories& added = *people_.emplace_back(std::make_unique<people_histories>(question, options_));
        add(added.wanted(), added.sinks());
        return &added;
    }

    static void take_findings(const people_histories& of, tally_result& into) {
        into.rows = of.rows;
        for (const std::string& warning : of.found.warnings) {
            if (warning != of.none_fits) {
                into.warnings.push_back(warning);
            }
        }
        into.notes.insert(into.notes.end(), of.found.notes.begin(), of.found.notes.end());
    }

    std::string why_empty(const tally_result& of) const {
        return of.rows == 0                          ? "there are no rows"
               : !people_.front()->none_fits.empty() ? people_.front()->none_fits
                                                     : "none of the rows makes a record";
    }

    static void keep_one_of_each(std::vector<std::string>& texts) {
        std::set<std::string> seen;
        std::erase_if(texts, [&](const std::string& text) { return !seen.insert(text).second; });
    }
};

/// The plan with what its people say of periods: orders and amounts have those of their times.
plan settled_plan(plan how) {
    if (how.amounts) {
        how.every = grain::month;
        how.period = how.amounts->month;
    } else if (how.orders && how.every != grain::free) {
        how.period = how.orders->time;
    }
    return how;
}

/// Memory is parted among what keeps rows or people.
tally_options parted(tally_options options, const plan& how) {
    options.memory_parts = (counts_rows(how) || (how.subscriptions && !how.people) ? 1u : 0u) + (how.orders ? 1u : 0u) +
                           (how.amounts ? 1u : 0u) + (how.subscriptions && how.people ? 1u : 0u) +
                           (how.one_per ? 1u : 0u);
    options.may_repeat = how.one_per.has_value();
    return options;
}

}  // namespace

tally_result count_plan(const plan& how, const catalogue& known, const std::vector<std::string>& files,
                        const tally_options& options) {
    if (!asks_of_people(how) && !how.one_per) {
        return tally(how, known, files, options);
    }
    validate(how, known);
    const plan whole = settled_plan(how);
    const tally_options of_part = parted(options, how);
    plan_questions questions(whole, known, of_part);
    const wanted_cells wanted = together(questions.asked());
    std::vector<std::unique_ptr<shared_rows>> shared;
    std::vector<file_sink*> sinks;
    for (unsigned thread = 0; thread < threads_of(options); ++thread) {
        shared.push_back(std::make_unique<shared_rows>(wanted, questions.asked(), thread));
        sinks.push_back(shared.back().get());
    }
    tally_result result;
    questions.listen(result);
    if (how.one_per) {
        read_one_per(how, files, wanted, sinks, of_part, result);
    } else {
        require_columns_of_blanks(wanted);
        read_rows(files, wanted, sinks, of_part, result);
    }
    questions.finish(result);
    result.counted.currency = result.currency;
    return result;
}

}  // namespace cxm
