#include "results/against.hpp"

namespace cxm {

std::optional<held_against> hold_against(const result& r, const std::vector<target>& wanted) {
    const target* const t = find_target(wanted, *r.of);
    if (t == nullptr || !r.comes_to.ok()) {
        return std::nullopt;
    }
    return held_against{t, judge_target(r.comes_to.value, r.limits, t->value, r.of->better)};
}

}  // namespace cxm
