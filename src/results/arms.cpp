#include "results/arms.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace cxm {

namespace {

/// What a side counts in a row; not_given where it has no such count.
double count_in(const report& side, std::size_t row, const measure& m) {
    const records::number_column* const column = side.rows.find(m);
    return column == nullptr ? not_given : column->values[row];
}

/// All that both sides count of it.
double size_of(const comparison& of, const measure& m) {
    double sum = 0;
    for (const report* side : {&of.before, &of.after}) {
        double own = 0;
        for (std::size_t row = 0; row < side->rows.size(); ++row) {
            const double count = count_in(*side, row, m);
            own += is_missing(count) ? 0 : count;
        }
        if (own == 0) {
            return 0;
        }
        sum += own;
    }
    return sum;
}

}  // namespace

const measure* size_of_arms(const comparison& of, const std::vector<const metric*>& known) {
    const measure* best = nullptr;
    std::pair<bool, double> of_best{false, 0};
    for (const metric* m : known) {
        const fraction sides = m->shown == as::share ? split(m->value) : fraction{};
        const auto steps = sides.bottom.steps();
        if (steps.size() != 1 || steps[0].does != operation::input) {
            continue;
        }
        const measure& whole = *sides.bottom.inputs()[steps[0].at];
        const std::pair<bool, double> size{is_of_people(whole), size_of(of, whole)};
        if (is_count(whole.of) && size.second > 0 && (best == nullptr || size > of_best)) {
            best = &whole;
            of_best = size;
        }
    }
    return best;
}

std::vector<arms> check_arms(const comparison& of, const measure& counted, const expected_split& split) {
    std::vector<arms> checked;
    for (const compared& c : of.changes) {
        const bool is_new =
            std::none_of(checked.begin(), checked.end(), [&](const arms& a) { return a.row_before == c.row_before; });
        const std::array<double, 2> sizes = {count_in(of.before, c.row_before, counted),
                                             count_in(of.after, c.row_after, counted)};
        if (is_new && !is_missing(sizes[0]) && !is_missing(sizes[1])) {
            const std::array<double, 2> parts = {split.before, split.after};
            checked.push_back(
                {c.row_before, &counted, sizes[0], sizes[1], parts[0], parts[1], test_sample_ratio(sizes, parts)});
        }
    }
    return checked;
}

}  // namespace cxm
