#pragma once

#include <string_view>

#include <cxm/estimate.hpp>
#include <cxm/histogram.hpp>

namespace cxm {

/// What there is to know of a survey's score of fewer than 10 answers.
inline constexpr std::string_view few_answers = "fewer than 10 answers: a rough figure";

/// Whether it holds of an estimate.
inline bool has_few_answers(const metric& m, const estimate& made) {
    constexpr double enough = 10;
    return (is_net(m) || counts_answers(m)) && made.comes_to.ok() && made.n < enough;
}

}  // namespace cxm
