#pragma once

#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include <cxm/project.hpp>

#include "drawn.hpp"
#include "table.hpp"

namespace coverage {

inline constexpr int cohorts_drawn = 1000;
inline constexpr int bases_drawn = 400;

/// How often the limits of several quantities hold their truths, and how often there are limits at all.
class held_counts {
public:
    explicit held_counts(std::vector<double> truths) : truths_(std::move(truths)), held_(truths_.size()) {}

    /// Without one of the limits nothing is counted but that they are missing.
    void add(const std::vector<std::optional<cxm::interval>>& limits) { add(limits, truths_); }

    /// The same where the truths depend on who was drawn.
    void add(const std::vector<std::optional<cxm::interval>>& limits, const std::vector<double>& truths) {
        ++drawn_;
        for (const auto& one : limits) {
            if (!one) {
                return;
            }
        }
        ++sound_;
        for (std::size_t i = 0; i < limits.size(); ++i) {
            held_[i] += holds(*limits[i], truths[i]);
        }
    }

    void show(const std::string& name) const {
        row line(name);
        for (const int held : held_) {
            line.show(static_cast<double>(held) / sound_);
            line.count(static_cast<double>(held) / sound_);
        }
        line.show(static_cast<double>(sound_) / drawn_);
        line.end();
    }

private:
    std::vector<double> truths_;
    std::vector<int> held_;
    int sound_ = 0;
    int drawn_ = 0;
};

inline void cover_curves() {
    constexpr cxm::sbg truth{0.704, 1.182};
    head("Retention curves (sBG, seven renewals seen): delta, simulated",
         {"customers", "alpha", "beta", "left after 12", "payments to come", "fits with limits", "mean", "least"});
    for (const int customers : {200, 1000, 5000}) {
        held_counts counts({truth.alpha, truth.beta, survival(truth, 12), *expected_lifetime(truth, 0.1)});
        for (int seed = 1; seed <= cohorts_drawn; ++seed) {
            cxm::renewal_counts seen;
            seen.add_cohort(drawn_customers(static_cast<std::uint64_t>(seed)).survivors(truth, customers, 7));
            const auto fit = cxm::fit_sbg(seen);
            counts.add({log_limits(fit, [](auto& m) { return m.alpha; }),
                        log_limits(fit, [](auto& m) { return m.beta; }), survival_limits(fit, 12),
                        lifetime_limits(fit, 0.1)});
        }
        counts.show(std::to_string(customers));
    }
    row::finish();
}

inline void cover_purchases() {
    constexpr cxm::bgnbd truth{0.243, 4.414, 0.793, 2.426};
    head("Purchases (BG/NBD, 27 to 39 weeks seen): delta, simulated",
         {"customers", "r", "alpha", "a", "b", "repeats of a new customer in a year",
          "purchases of all in the next 26 weeks", "fits with limits", "mean", "least"});
    for (const int customers : {500, 2000}) {
        held_counts counts({truth.r, truth.alpha, truth.a, truth.b, expected_repeats(truth, 52), 0});
        for (int seed = 1; seed <= bases_drawn; ++seed) {
            const auto histories =
                drawn_customers(static_cast<std::uint64_t>(seed)).histories(truth, customers, 27, 39);
            const auto fit = cxm::fit_bgnbd(histories);
            const auto of_all = [&](const cxm::bgnbd& m) {
                return cxm::expected_demand(m, histories, {}, 26).from_base;
            };
            counts.add({log_limits(fit, [](auto& m) { return m.r; }), log_limits(fit, [](auto& m) { return m.alpha; }),
                        log_limits(fit, [](auto& m) { return m.a; }), log_limits(fit, [](auto& m) { return m.b; }),
                        log_limits(fit, [](auto& m) { return expected_repeats(m, 52); }), log_limits(fit, of_all)},
                       {truth.r, truth.alpha, truth.a, truth.b, expected_repeats(truth, 52), of_all(truth)});
        }
        counts.show(std::to_string(customers));
    }
    row::finish();
}

}  // namespace coverage
