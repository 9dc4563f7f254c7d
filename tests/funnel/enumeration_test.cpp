#include <cxm/funnel.hpp>

#include <algorithm>
#include <numeric>
#include <optional>
#include <random>
#include <set>
#include <vector>

#include "catch.hpp"

using namespace cxm;

namespace {

using rows = std::vector<funnel_row>;
using times = std::vector<std::int64_t>;

/// Every chain that the definition allows, tried one by one: of the deepest that start first, the one with the earliest
/// steps.
class every_chain {
public:
    every_chain(const funnel_rules& rules, rows person) : rules_(rules), rows_(std::move(person)) {}

    times best() {
        for (const funnel_row& row : rows_) {
            const std::uint32_t entries = rules_.order == step_order::any ? (1u << rules_.steps) - 1 : 1;
            const bool enters = (row.steps & entries) != 0;
            first_entry_ = enters && !first_entry_ ? row.time : first_entry_;
        }
        if (rules_.order == step_order::strict) {
            try_orders(0);
        } else {
            extend(0);
        }
        return best_;
    }

private:
    funnel_rules rules_;
    rows rows_;
    std::vector<std::size_t> chain_;
    std::set<std::uint32_t> filled_;
    std::optional<std::int64_t> first_entry_;
    times best_;

    /// All orders of rows of one time, as strict steps depend on it.
    void try_orders(std::size_t from) {
        if (from == rows_.size()) {
            return extend(0);
        }
        for (std::size_t i = from; i < rows_.size() && rows_[i].time == rows_[from].time; ++i) {
            std::swap(rows_[from], rows_[i]);
            try_orders(from + 1);
            std::swap(rows_[from], rows_[i]);
        }
    }

    void extend(std::size_t level) {
        consider();
        if (level == rules_.steps) {
            return;
        }
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            if (!may_follow(row, level)) {
                continue;
            }
            for (std::uint32_t step = 0; step < rules_.steps; ++step) {
                const bool in_turn = rules_.order == step_order::any ? !filled_.contains(step) : step == level;
                if (in_turn && (rows_[row].steps >> step & 1) != 0) {
                    chain_.push_back(row);
                    filled_.insert(step);
                    extend(level + 1);
                    filled_.erase(step);
                    chain_.pop_back();
                }
            }
        }
    }

    bool may_follow(std::size_t row, std::size_t level) const {
        if (chain_.empty()) {
            return !rules_.first_entry_only || rows_[row].time == first_entry_;
        }
        const std::size_t last = chain_.back();
        const std::int64_t time = rows_[row].time;
        if (std::find(chain_.begin(), chain_.end(), row) != chain_.end() || time < rows_[last].time ||
            (rules_.later_only && time == rows_[last].time) ||
            (rules_.window && time - rows_[chain_.front()].time > *rules_.window)) {
            return false;
        }
        if (rules_.order != step_order::strict) {
            return true;
        }
        for (std::size_t between = last + 1; between < row; ++between) {
            if ((rows_[between].steps >> (level - 1) & 1) == 0) {
                return false;
            }
        }
        return row > last;
    }

    void consider() {
        times now;
        for (const std::size_t row : chain_) {
            now.push_back(rows_[row].time);
        }
        const bool deeper = now.size() > best_.size();
        if (deeper || (now.size() == best_.size() && now < best_)) {
            best_ = now;
        }
    }
};

struct random_person {
    std::mt19937_64 numbers;

    std::int64_t below(std::uint64_t n) { return static_cast<std::int64_t>(numbers() % n); }

    funnel_rules rules() {
        funnel_rules made;
        made.steps = static_cast<std::size_t>(2 + below(3));
        if (below(3) != 0) {
            made.window = below(5);
        }
        made.order = static_cast<step_order>(below(3));
        made.first_entry_only = below(4) == 0;
        made.later_only = below(3) == 0;
        return made;
    }

    rows history(std::size_t steps) {
        rows made(static_cast<std::size_t>(below(8)));
        const std::uint64_t span = 2 + numbers() % 9;
        const bool single = below(2) == 0;
        for (funnel_row& row : made) {
            const std::uint64_t several = numbers() % (std::uint64_t{1} << steps);
            const std::uint64_t one = std::uint64_t{1} << numbers() % (steps + 1);
            row = {below(span), static_cast<std::uint32_t>(single ? one : several)};
        }
        std::stable_sort(made.begin(), made.end(), [](auto& a, auto& b) { return a.time < b.time; });
        return made;
    }
};

}  // namespace

TEST_CASE("a funnel finds what trying every chain finds") {
    random_person random{std::mt19937_64(7)};
    std::set<std::size_t> depths;
    for (int i = 0; i < 30000; ++i) {
        const funnel_rules rules = random.rules();
        const rows person = random.history(rules.steps);
        funnel steps(rules);
        const funnel_chain& chain = steps(person);
        times found;
        std::set<std::size_t> used;
        for (std::size_t step = 0; step < chain.size(); ++step) {
            const funnel_row& row = person[chain[step].row];
            found.push_back(chain[step].time);
            used.insert(chain[step].row);
            CHECK(row.time == chain[step].time);
            CHECK((rules.order == step_order::any || (row.steps >> step & 1) != 0));
        }
        CHECK(used.size() == chain.size());
        const times expected = every_chain(rules, person).best();
        depths.insert(expected.size());
        if (found != expected) {
            std::string all;
            for (const funnel_row& row : person) {
                all += " (" + std::to_string(row.time) + ", " + std::to_string(row.steps) + ")";
            }
            INFO("steps " << rules.steps << " window " << rules.window.value_or(-1) << " order "
                          << static_cast<int>(rules.order) << " first " << rules.first_entry_only << " later "
                          << rules.later_only << all);
            CHECK(found == expected);
        }
    }
    CHECK(depths == std::set<std::size_t>{0, 1, 2, 3, 4});
}
