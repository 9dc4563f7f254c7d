#include "results/within_strata.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "catalogue/consistency.hpp"
#include "records/inputs_of_row.hpp"

namespace cxm {

namespace {

std::string_view stratum_of(const records& rows, std::size_t row, std::string_view label) {
    const records::label_column* const column = rows.find_label(label);
    return column == nullptr ? std::string_view() : column->values[row];
}

/// The share of a row as a count of a total; nothing where it is none.
std::optional<proportion> share_of_row(const metric& m, const records& rows, std::size_t row) {
    const bool joined = rows.is_joined(row);
    const std::vector<double> inputs = inputs_of_row(m, rows, row);
    // Over several periods churn and retention are products, of which no count of a total is left.
    if ((joined && m.chain != chained::no) || !consistency(m).holds(inputs, joined)) {
        return std::nullopt;
    }
    const fraction sides = split(m.value);
    const std::vector<double> counts = counted_inputs(m, inputs);
    const outcome top = evaluate(sides.top, counts);
    const outcome bottom = evaluate(sides.bottom, counts);
    return top.ok() && bottom.ok() ? std::optional<proportion>({top.value, bottom.value}) : std::nullopt;
}

/// The strata of a share, in the order of the rows before; nothing where one of them has no share.
std::optional<std::vector<stratum>> strata_of(const metric& m, const records& before, const records& after,
                                              std::string_view label) {
    if (inference_of(m) != inference::share) {
        return std::nullopt;
    }
    std::map<std::string_view, std::size_t> rows_after;
    for (std::size_t row = 0; row < after.size(); ++row) {
        rows_after.emplace(stratum_of(after, row, label), row);
    }
    std::vector<stratum> strata;
    for (std::size_t row = 0; row < before.size(); ++row) {
        const auto match = rows_after.find(stratum_of(before, row, label));
        if (match == rows_after.end()) {
            continue;
        }
        const auto a = share_of_row(m, before, row);
        const auto b = share_of_row(m, after, match->second);
        if (!a || !b) {
            return std::nullopt;
        }
        if (a->n > 0 && b->n > 0) {
            strata.push_back({*a, *b});
        }
    }
    return strata;
}

/// Both the test and the interval must say so.
verdict verdict_of(const stratified_change& c, double level) {
    const std::optional<double>& ratio = c.found.risk_ratio;
    const std::optional<interval>& limits = c.found.risk_limits;
    const bool clear = is_clear(c.adjusted_p.value_or(c.found.p), level) && ratio != 1.0 &&
                       !(limits && limits->low <= 1 && limits->high >= 1);
    if (!c.found.chi_square) {
        return verdict::none;
    }
    const bool rises = ratio.value_or(2) > 1;
    return !clear                                    ? verdict::no_clear_change
           : rises == (c.of->better == good::higher) ? verdict::better
                                                     : verdict::worse;
}

/// Retention is churn told the other way round: one test, not two.
bool tells_the_same(const stratified_change& a, const stratified_change& b) {
    return std::equal(a.strata.begin(), a.strata.end(), b.strata.begin(), b.strata.end(),
                      [](const stratum& x, const stratum& y) {
                          return x.a.n == y.a.n && x.b.n == y.b.n && x.a.x + y.a.x == x.a.n && x.b.x + y.b.x == x.b.n;
                      });
}

void adjust_together(std::vector<stratified_change>& changes, const compare_options& options) {
    std::vector<double> p;
    std::vector<std::size_t> test_of(changes.size());
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const auto twin = std::find_if(changes.begin(), changes.begin() + static_cast<std::ptrdiff_t>(i),
                                       [&](const stratified_change& c) { return tells_the_same(c, changes[i]); });
        const auto at = static_cast<std::size_t>(twin - changes.begin());
        test_of[i] = at < i ? test_of[at] : p.size();
        if (at == i) {
            p.push_back(changes[i].found.p);
        }
    }
    const adjusted_tests together = adjusted(p, options);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        stratified_change& c = changes[i];
        c.level = together.levels[test_of[i]];
        c.found = compare_within(c.strata, c.level);
        if (p.size() > 1 && options.adjust != adjustment::none) {
            c.adjusted_p = together.p[test_of[i]];
        }
        c.is = verdict_of(c, options.level);
    }
}

}  // namespace

stratification stratify(const records& before, const records& after, std::string_view label,
                        const std::vector<const metric*>& metrics, const compare_options& options) {
    stratification within{std::string(label)};
    for (const metric* m : metrics) {
        auto strata = strata_of(*m, before, after, label);
        if (!strata || strata->empty()) {
            within.unstratified.push_back(m);
            continue;
        }
        const stratified_comparison found = compare_within(*strata, options.level);
        within.changes.push_back({m, std::move(*strata), found, options.level});
    }
    adjust_together(within.changes, options);
    return within;
}

}  // namespace cxm
