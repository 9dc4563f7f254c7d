#include "results/check/check_result.hpp"

#include <algorithm>

namespace cxm {

bool check_result::fails(const finding& f) const {
    const bool only_warns = f.of->level == rule::severity::warn;
    switch (f.is) {
        case check_verdict::fail: return true;
        case check_verdict::undecided: return limit == fail_on::warn || (limit == fail_on::undecided && !only_warns);
        case check_verdict::warn: return limit == fail_on::warn;
        default: return false;
    }
}

bool check_result::failed() const {
    return std::any_of(findings.begin(), findings.end(), [this](const finding& f) { return fails(f); });
}

std::size_t check_result::count(check_verdict v) const {
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(), [v](const finding& f) { return f.is == v; }));
}

}  // namespace cxm
