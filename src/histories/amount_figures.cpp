#include "histories/amount_figures.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "text/problem.hpp"
#include "values/points_in_time.hpp"

namespace cxm {

namespace {

/// The places of the measures among figures; what is counted stands first.
struct amount_place {
    enum : std::size_t { won, expansion, contraction, churned, back, counted, start = counted, end, measures };
};

/// What one thread counts.
class amount_worker {
public:
    amount_worker(std::int32_t last_month, memory_budget& budget)
        : last_month_(last_month), periods_(grain::month), figures_(amount_place::counted, budget) {}

    void add(std::span<const history_event> history) {
        paid_.clear();
        std::int32_t paid_in = no_day;
        bool paid_before = false;
        for (std::size_t from = 0; from < history.size();) {
            const std::int32_t month = periods_.first_of(day_of(history[from].time));
            months_.insert(month);
            pays_.clear();
            int128 total = 0;
            for (; from < history.size() && periods_.first_of(day_of(history[from].time)) == month; ++from) {
                add_amount(pays_[history[from].label], history[from].amount);
                add_amount(total, history[from].amount);
                figures_.at(month, history[from].label);
            }
            if (total == 0) {
                continue;
            }
            if (!paid_.empty() && month_after(paid_in) != month) {
                count_all(paid_, month_after(paid_in), amount_place::churned);
                paid_.clear();
            }
            if (paid_.empty()) {
                count_all(pays_, month, paid_before ? amount_place::back : amount_place::won);
            } else {
                count_changes(month);
            }
            paid_before = true;
            paid_in = month;
            std::swap(paid_, pays_);
        }
        if (!paid_.empty() && month_after(paid_in) <= last_month_) {
            count_all(paid_, month_after(paid_in), amount_place::churned);
        }
    }

    void absorb(const amount_worker& other) {
        months_.insert(other.months_.begin(), other.months_.end());
        figures_.absorb(other.figures_);
    }

    const period_figures& figures() const { return figures_; }
    const std::set<std::int32_t>& months() const { return months_; }

private:
    std::int32_t last_month_;
    period_finder periods_;
    period_figures figures_;
    std::set<std::int32_t> months_;         ///< that have rows
    std::map<std::uint32_t, int128> paid_;  ///< by label, in the month before
    std::map<std::uint32_t, int128> pays_;  ///< in this one

    static std::int32_t month_after(std::int32_t month) { return next(containing(month, grain::month)).first; }

    static void add_amount(int128& to, int128 amount) {
        if (!cxm::add(to, amount)) {
            throw bad_input("", "the sum of the amounts is beyond 1.7e20, the largest that is exact");
        }
    }

    void count_all(const std::map<std::uint32_t, int128>& amounts, std::int32_t month, std::size_t place) {
        for (const auto& [label, amount] : amounts) {
            figures_.add(month, label, place, amount);
        }
    }

    /// Who pays by another label grows there and shrinks here, and neither comes nor goes.
    void count_changes(std::int32_t month) {
        for (const auto& [label, amount] : paid_) {
            pays_.try_emplace(label, 0);
        }
        for (auto at = pays_.begin(); at != pays_.end();) {
            const auto before = paid_.find(at->first);
            const int128 change = at->second - (before == paid_.end() ? 0 : before->second);
            if (change != 0) {
                figures_.add(month, at->first, change > 0 ? amount_place::expansion : amount_place::contraction,
                             change > 0 ? change : -change);
            }
            at = at->second == 0 ? pays_.erase(at) : std::next(at);
        }
    }
};

void tell_of_amounts(const people_histories& of, const std::vector<period>& months, const std::set<std::int32_t>& seen,
                     read_findings& into) {
    into.notes.push_back(fmt::format("{} is the first month of the rows: who paid before it is not known, so all of it "
                                     "is new",
                                     spell(months.front())));
    std::vector<std::string> empty;
    for (const period& month : months) {
        if (seen.find(month.first) == seen.end()) {
            empty.push_back(spell(month));
        }
    }
    if (!empty.empty()) {
        into.warnings.push_back(fmt::format(
            "{} {} no rows, so all who paid before {} lost: is a part of the data "
            "missing?",
            empty.size() == 1 ? empty.front()
                              : fmt::format("{} months, the first of them {},", empty.size(), empty.front()),
            empty.size() == 1 ? "has" : "have", of.people == 1 ? "is" : "are"));
    }
}

}  // namespace

people_question question_of_amounts(const plan& p) {
    people_question asked;
    asked.id = p.amounts->id;
    asked.time = p.amounts->month;
    asked.amount = p.amounts->amount;
    asked.least_amount = "no recurring revenue";
    asked.date_format = p.date_format;
    asked.time_zone = p.time_zone;
    asked.of_days = grain::month;
    asked.blanks = p.blanks;
    asked.where = p.where;
    asked.by = p.by;
    asked.clock = clock_of_rows::as_written;
    return asked;
}

figure_table read_amounts(people_histories& of, read_findings& into) {
    figure_table table;
    table.measures = {"mrr_new", "mrr_expansion", "mrr_contraction", "mrr_churned", "mrr_back", "mrr_start", "mrr_end"};
    if (!of.first) {
        return table;
    }
    const std::vector<period> months = periods_between(day_of(*of.first), day_of(*of.last), grain::month);
    const amount_worker counted = read_everyone(of, amount_worker(months.back().first, of.budget()));
    add_stock_rows(counted.figures(), of.labels(), amount_place::counted, months,
                   {amount_place::start,
                    amount_place::end,
                    {amount_place::won, amount_place::expansion, amount_place::back},
                    {amount_place::contraction, amount_place::churned}},
                   of.budget(), table);
    // The same by the names that revenue retention is computed of.
    table.measures.insert(table.measures.end(),
                          {"recurring_start", "recurring_gained", "recurring_reduced", "recurring_lost"});
    for (figure_row& row : table.rows) {
        for (const std::size_t place :
             {amount_place::start, amount_place::expansion, amount_place::contraction, amount_place::churned}) {
            row.values.push_back(row.values[place]);
            row.why.push_back(0);
        }
    }
    tell_of_amounts(of, months, counted.months(), into);
    return table;
}

}  // namespace cxm
