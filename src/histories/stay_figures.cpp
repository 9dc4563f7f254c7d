#include "histories/stay_figures.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "histories/gatherer.hpp"
#include "histories/person_stays.hpp"
#include "text/problem.hpp"
#include "values/points_in_time.hpp"

namespace cxm {

namespace {

/// The places of the measures among figures; what is counted stands first.
struct stay_place {
    enum : std::size_t { won, lost, back, counted, start = counted, end };
};

/// A stretch of days of one person, of several rows where they touch.
struct stay_found {
    std::int64_t begin;  ///< days since 1970-01-01
    int128 end;          ///< the last day, or no_end
    bool leaves;         ///< at its end
    std::uint32_t label;
};

/// What one thread counts.
class stay_worker {
public:
    stay_worker(const plan& how, memory_budget& budget)
        : how_(&how), periods_(how.every), figures_(stay_place::counted, budget) {
        const std::int64_t gap = how.subscriptions->rejoin_within.value_or(0) / microseconds_a_day;
        // A stay that begins on the day after another's last touches it.
        longest_gap_ = std::max<std::int64_t>(1, gap);
    }

    void add(std::span<const history_event> history) {
        found_.clear();
        const bool every_end_is_leaving = how_->subscriptions->leaving.text.empty();
        for (const history_event& each : history) {
            const stay_found next{each.time / microseconds_a_day, each.amount, every_end_is_leaving || each.events != 0,
                                  each.label};
            last_day_ = std::max({last_day_, next.begin, next.end == no_end ? next.begin : std::int64_t(next.end)});
            if (found_.empty() || !touch(found_.back(), next)) {
                found_.push_back(next);
                continue;
            }
            ++joined_;
            stay_found& known = found_.back();
            known.leaves = next.end == known.end ? known.leaves || next.leaves
                                                 : (next.end > known.end ? next.leaves : known.leaves);
            known.end = std::max(known.end, next.end);
        }
        stays_.clear();
        for (const stay_found& each : found_) {
            const bool is_over = each.end != no_end && each.leaves;
            stays_.push_back({periods_.first_of(static_cast<std::int32_t>(each.begin)),
                              is_over ? periods_.first_of(static_cast<std::int32_t>(each.end)) : still_there,
                              each.label});
        }
        count_stays(stays_, {stay_place::won, stay_place::lost, stay_place::back}, figures_);
        // Labels whose customers come and go within a period have records all the same.
        for (const stay_found& each : found_) {
            figures_.at(periods_.first_of(static_cast<std::int32_t>(each.begin)), each.label);
        }
    }

    void absorb(const stay_worker& other) {
        joined_ += other.joined_;
        last_day_ = std::max(last_day_, other.last_day_);
        figures_.absorb(other.figures_);
    }

    const period_figures& figures() const { return figures_; }
    std::int64_t last_day() const { return last_day_; }
    std::uint64_t joined() const { return joined_; }

private:
    const plan* how_;
    std::int64_t longest_gap_ = 1;
    period_finder periods_;
    period_figures figures_;
    std::int64_t last_day_ = no_day;
    std::uint64_t joined_ = 0;
    std::vector<stay_found> found_;
    std::vector<person_stay> stays_;

    /// Who does not leave at the end of a stay is there until the next one.
    bool touch(const stay_found& known, const stay_found& next) const {
        return known.end == no_end || !known.leaves || next.begin <= known.end + longest_gap_;
    }
};

}  // namespace

people_question question_of_stays(const plan& p) {
    people_question asked;
    asked.id = p.people->id;
    asked.time = p.subscriptions->start;
    asked.end = p.subscriptions->end;
    asked.date_format = p.date_format;
    asked.time_zone = p.time_zone;
    asked.of_days = p.every;
    asked.blanks = p.blanks;
    asked.where = p.where;
    asked.by = p.by;
    asked.clock = clock_of_rows::as_written;
    if (!p.subscriptions->leaving.text.empty()) {
        asked.events.push_back(p.subscriptions->leaving);
    }
    return asked;
}

figure_table read_stays(people_histories& of, const plan& how, const tally_options& options, read_findings& into) {
    const stay_worker counted = read_everyone(of, stay_worker(how, of.budget()));
    figure_table table;
    table.measures = {"customers_new", "customers_lost", back_measure, "customers_start", "customers_end"};
    if (of.first) {
        const std::int32_t first = options.from ? std::min(options.from->first, day_of(*of.first)) : day_of(*of.first);
        const auto seen = static_cast<std::int32_t>(counted.last_day());
        const std::int32_t last = options.to ? std::max(options.to->last, seen) : seen;
        add_stock_rows(counted.figures(), of.labels(), stay_place::counted, periods_between(first, last, how.every),
                       {stay_place::start, stay_place::end, {stay_place::won, stay_place::back}, {stay_place::lost}},
                       of.budget(), table);
    }
    if (of.open_ends != 0) {
        into.notes.push_back(fmt::format("9999-12-31 in {} stands for a stay that goes on, {} time{}",
                                         quote_of(how.subscriptions->end), of.open_ends, of.open_ends == 1 ? "" : "s"));
    }
    if (counted.joined() != 0) {
        into.notes.push_back(
            fmt::format("{} stay{} of people follow{} another of theirs without a gap that counts, and "
                        "{} one with it",
                        counted.joined(), counted.joined() == 1 ? "" : "s", counted.joined() == 1 ? "s" : "",
                        counted.joined() == 1 ? "is" : "are"));
    }
    return table;
}

}  // namespace cxm
