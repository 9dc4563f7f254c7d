#include "results/check/change.hpp"

#include <algorithm>
#include <cxm/contrast.hpp>
#include <cxm/inference.hpp>

#include "records/inputs_of_row.hpp"

namespace cxm {

namespace {

/// A value of several periods that is the product of theirs: there is no pair of counts behind it.
bool is_chained(const reported& r) { return r.value().of->chain != chained::no && r.in->rows.is_joined(r.row); }

std::vector<double> inputs_of(const reported& r) { return inputs_of_row(*r.value().of, r.in->rows, r.row); }

contrast contrast_of(const reported& before, const reported& after) {
    const metric& m = *after.value().of;
    if (is_chained(before) || is_chained(after)) {
        return contrast_of(m, before.value(), after.value());
    }
    contrast_options options;
    options.level = after.in->options.level;
    options.nets = after.in->options.nets;
    return contrast_of(m, inputs_of(before), inputs_of(after), options);
}

/// A contrast has limits of the ratio of two rates alone; a limit in percentage points needs those of the difference.
std::optional<interval> limits_of_rates(const reported& before, const reported& after) {
    const metric& m = *after.value().of;
    const fraction sides = split(m.value);
    const auto rate_of = [&](const std::vector<double>& inputs) {
        return event_rate{evaluate(sides.top, inputs).value, evaluate(sides.bottom, inputs).value};
    };
    return rate_difference(rate_of(inputs_of(before)), rate_of(inputs_of(after)), after.in->options.level).limits;
}

estimate relative_to(double before, double after) {
    if (!(before > 0)) {
        return {{status::undefined, before, 0}, std::nullopt, not_given};
    }
    return {{status::ok, after / before - 1, 0}, std::nullopt, not_given};
}

}  // namespace

estimate change_between(const reported& before, const reported& after, bool relative) {
    const result& a = before.value();
    const result& b = after.value();
    const contrast change = contrast_of(before, after);
    estimate moved;
    if (relative) {
        moved = relative_to(a.comes_to.value, b.comes_to.value);
        moved.limits = moved.comes_to.ok() ? change.relative_limits : std::nullopt;
    } else {
        const bool rates = inference_of(*b.of) == inference::rate && !change.limits;
        moved = {{status::ok, *change.change, 0}, rates ? limits_of_rates(before, after) : change.limits, not_given};
    }
    moved.n = is_missing(a.n) || is_missing(b.n) ? not_given : std::min(a.n, b.n);
    return moved;
}

estimate change_from(double before, const estimate& after, bool relative) {
    if (relative && !(before > 0)) {
        return relative_to(before, after.comes_to.value);
    }
    const auto moved = [&](double value) { return relative ? value / before - 1 : value - before; };
    estimate change{{status::ok, moved(after.comes_to.value), 0}, after.limits, after.n};
    if (change.limits) {
        change.limits->low = moved(change.limits->low);
        change.limits->high = moved(change.limits->high);
    }
    return change;
}

}  // namespace cxm
