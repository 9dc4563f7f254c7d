#include "results/solved.hpp"

#include <cmath>
#include <cxm/legal.hpp>

namespace cxm {

namespace {

/// Tries single values of one input.
struct trial {
    const metric& m;
    std::vector<double> inputs;
    std::size_t at;
    double target;

    bool is_legal(double input) {
        inputs[at] = input;
        return are_legal(m, inputs);
    }
    outcome value(double input) { return is_legal(input) ? evaluate(m.value, inputs) : outcome{}; }
    bool misses(double input) {
        const outcome o = value(input);
        return o.ok() && !nearly_reaches(o.value, target, m.better);
    }
};

/// A legal input above `from` that misses the target, where there is one.
std::optional<double> first_miss(trial& t, double from, double step) {
    double legal = from;
    for (double stride = step; stride < 1e15 * step; stride *= 2) {
        const double next = from + stride;
        if (!t.is_legal(next)) {
            // The last legal one lies between; if any misses, it does.
            double illegal = next;
            while (illegal - legal > step) {
                const double middle = legal + step * std::floor((illegal - legal) / step / 2);
                (t.is_legal(middle) ? legal : illegal) = middle;
            }
            return t.misses(legal) ? std::optional(legal) : std::nullopt;
        }
        if (t.misses(next)) {
            return next;
        }
        legal = next;
    }
    return std::nullopt;
}

}  // namespace

solved solve_backwards(const metric& m, std::vector<double> inputs, const measure& varied, double target) {
    const std::size_t at = position(m.value, varied);
    const double step = 1 / steps_per_one(varied.of);
    const double given = inputs[at];
    solved s{&m, &varied, target, given, solve(m, inputs, varied, target), {}, {}};
    trial t{m, inputs, at, target};
    if (s.answer.reached && is_missing(given) && is_missing(varied.absent) && !t.misses(s.answer.input - step)) {
        if (const auto miss = first_miss(t, s.answer.input, step)) {
            inputs[at] = *miss;
            s.answer = solve(m, inputs, varied, target);
            s.answer.change = not_given;
        }
    }
    for (const double beside : {s.answer.input - step, s.answer.input + step}) {
        if (s.answer.reached && s.answer.change != 0 && t.misses(beside)) {
            s.beside = beside;
            s.beside_comes_to = t.value(beside).value;
        }
    }
    return s;
}

}  // namespace cxm
