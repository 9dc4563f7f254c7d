#pragma once

#include <string_view>

#include <cxm/estimate.hpp>

namespace cxm {

/// What there is to know of a net score of fewer than 10 answers: its adjusted interval can miss even the value itself.
inline constexpr std::string_view few_answers = "fewer than 10 answers: the interval is rough";

/// Whether it holds of an estimate.
constexpr bool has_few_answers(const metric& m, const estimate& made) {
    constexpr double enough = 10;
    return is_net(m) && made.comes_to.ok() && made.n < enough;
}

}  // namespace cxm
