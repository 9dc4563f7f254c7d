#include "catalogue/consistency.hpp"

#include <algorithm>

#include <cxm/catalogue.hpp>
#include <cxm/outcome.hpp>
#include <cxm/reconcile.hpp>
#include <cxm/spell.hpp>

namespace cxm {

consistency::consistency(const metric& m) : of_(&m) {
    const auto inputs = m.value.inputs();
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const std::size_t whole = inputs[i]->within == nullptr ? inputs.size() : position(m.value, *inputs[i]->within);
        if (whole < inputs.size()) {
            add(i, whole);
        }
    }
    // What one share says of two measures holds of them in every formula: clv_observed divides by churn.
    for (const metric* share : all_metrics()) {
        const auto parts = share->value.steps();
        if (share->within == nullptr || parts.size() != 3 || parts[0].does != operation::input ||
            parts[1].does != operation::input) {
            continue;
        }
        const std::size_t inner = position(m.value, *share->value.inputs()[0]);
        const std::size_t whole = position(m.value, *share->within);
        if (inner < inputs.size() && whole < inputs.size()) {
            add(inner, whole);
        }
    }
    const auto steps = m.value.steps();
    const bool is_share = m.shown == as::share;
    const bool is_quotient =
        steps.size() == 3 && steps[0].does == operation::input && steps[1].does == operation::input;
    if (is_share && is_quotient) {
        add(steps[0].at, steps[1].at);
    }
    is_sum_ = is_share && !is_quotient;
    is_sum_over_periods_ = is_sum_ && std::all_of(inputs.begin(), inputs.end(), [&](const measure* input) {
                               return input->joins == inputs[0]->joins;
                           });
}

void consistency::add(std::size_t inner, std::size_t whole) {
    const auto inputs = of_->value.inputs();
    const bool is_there =
        std::any_of(parts_.begin(), parts_.end(), [&](const part& p) { return p.inner == inner && p.whole == whole; });
    if (!is_there) {
        parts_.push_back({inner, whole, inputs[inner]->joins == inputs[whole]->joins});
    }
}

bool consistency::is_share(std::span<const double> inputs) const {
    const outcome share = evaluate(of_->value, inputs);
    return share.ok() ? share.value >= 0 && share.value <= 1
                      : share.is == status::missing || contradiction(*of_, inputs).empty();
}

bool consistency::has_possible_squares(std::span<const double> inputs) const {
    const std::size_t size = of_->value.inputs().size();
    return of_->squares == nullptr || size != 2 || !(inputs[1] > 0) || !(inputs[size] >= 0) || is_missing(inputs[0]) ||
           possible_spread(inputs[0], inputs[size], inputs[1]);
}

bool consistency::holds(std::span<const double> inputs, bool over_periods) const {
    for (const part& p : parts_) {
        if (inputs[p.inner] > inputs[p.whole] && (p.over_periods || !over_periods)) {
            return false;
        }
    }
    const bool judges_sums = over_periods ? is_sum_over_periods_ : is_sum_;
    return (!judges_sums || is_share(inputs)) && has_possible_squares(inputs);
}

std::string consistency::objection(std::span<const double> inputs, bool over_periods) const {
    const auto of = of_->value.inputs();
    for (const part& p : parts_) {
        if (inputs[p.inner] > inputs[p.whole] && (p.over_periods || !over_periods)) {
            return std::string(of[p.inner]->key) + " is " + spell(inputs[p.inner]) + ", more than " +
                   std::string(of[p.whole]->key) + ", " + spell(inputs[p.whole]);
        }
    }
    const bool judges_sums = over_periods ? is_sum_over_periods_ : is_sum_;
    if (judges_sums && !is_share(inputs)) {
        return contradiction(*of_, inputs);
    }
    if (has_possible_squares(inputs)) {
        return {};
    }
    return std::string(of_->squares->key) + " is " + spell(inputs[of.size()]) + ", less than " + spell(inputs[1]) +
           " answers with the sum " + spell(inputs[0]) + " can have";
}

}  // namespace cxm
