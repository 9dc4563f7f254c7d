#include "results/funnel_reading.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace cxm {

std::optional<std::size_t> funnel_group::worst_step() const {
    std::optional<std::size_t> worst;
    for (std::size_t step = 1; step < steps.steps.size(); ++step) {
        const std::optional<double>& share = steps.steps[step].from_previous;
        if (share && steps.steps[step].dropped != 0 && (!worst || *share < *steps.steps[*worst].from_previous)) {
            worst = step;
        }
    }
    return worst;
}

namespace {

/// What one thread counts.
class funnel_worker {
public:
    funnel_worker(const funnel_request& asked, std::int64_t end)
        : asked_(asked), end_(end), follow_(asked.rules), everyone_(empty_totals()) {}

    void add(std::span<const history_event> history) {
        rows_.clear();
        for (const history_event& each : history) {
            if (asked_.until && each.time > *asked_.until) {
                late_rows_ += history.size() - rows_.size();
                break;
            }
            rows_.push_back({each.time, each.events});
        }
        const funnel_chain& chain = follow_(rows_);
        everyone_.add(chain);
        if (!chain.empty()) {
            const std::uint32_t label = history[chain.front().row].label;
            by_label_.try_emplace(label, empty_totals()).first->second.add(chain);
        }
    }

    void absorb(const funnel_worker& other) {
        late_rows_ += other.late_rows_;
        everyone_.add(other.everyone_);
        for (const auto& [label, totals] : other.by_label_) {
            by_label_.try_emplace(label, empty_totals()).first->second.add(totals);
        }
    }

    void harvest(const std::vector<std::string>& labels, funnel_reading& into) {
        into.late_rows = late_rows_;
        into.everyone.steps = everyone_.result(asked_.level);
        // Blanks come first, as they do in the order of bytes.
        if (const auto blank = by_label_.find(no_label); blank != by_label_.end()) {
            into.groups.push_back({"", blank->second.result(asked_.level)});
        }
        for (auto& [label, totals] : by_label_) {
            if (label != no_label) {
                into.groups.push_back({labels[label], totals.result(asked_.level)});
            }
        }
    }

private:
    const funnel_request& asked_;
    std::int64_t end_;
    funnel follow_;
    std::vector<funnel_row> rows_;
    funnel_totals everyone_;
    std::map<std::uint32_t, funnel_totals> by_label_;
    std::uint64_t late_rows_ = 0;

    funnel_totals empty_totals() const { return funnel_totals(asked_.rules, end_, asked_.drop_young); }
};

}  // namespace

funnel_reading read_funnel(people_histories& of, const funnel_request& asked) {
    funnel_reading made{.asked = asked, .people = of.people, .first = of.first};
    made.end = asked.until ? asked.until : of.last;
    read_everyone(of, funnel_worker(asked, made.end.value_or(0))).harvest(of.labels(), made);
    return made;
}

}  // namespace cxm
