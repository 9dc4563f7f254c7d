#pragma once

#include <cmath>
#include <cstddef>
#include <optional>
#include <span>

#include <cxm/formula.hpp>
#include <cxm/outcome.hpp>

namespace cxm {

namespace detail {

/// One side of a fraction, to be evaluated again and again: a lone measure needs no walk through steps.
class side {
public:
    explicit side(const formula& f) : of_(f) {
        const auto steps = f.steps();
        if (steps.size() == 1 && steps[0].does == operation::input) {
            lone_ = steps[0].at;
        }
    }

    outcome operator()(std::span<const double> inputs) const {
        if (lone_ && std::isfinite(inputs[*lone_])) {
            return {status::ok, inputs[*lone_] + 0.0, 0};
        }
        return evaluate(of_, inputs);
    }

private:
    formula of_;
    std::optional<std::size_t> lone_;
};

}  // namespace detail

}  // namespace cxm
