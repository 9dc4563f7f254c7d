#include "histories/person_stays.hpp"

#include <algorithm>

namespace cxm {

void count_stays(std::vector<person_stay>& stays, const stay_places& places, period_figures& into) {
    if (stays.empty()) {
        return;
    }
    const std::int32_t first = stays.front().joined;
    std::size_t kept = 0;
    for (const person_stay& each : stays) {
        const auto same = std::find_if(stays.rend() - static_cast<std::ptrdiff_t>(kept), stays.rend(),
                                       [&](const person_stay& before) { return before.label == each.label; });
        if (same != stays.rend() && same->lost == each.joined) {
            same->lost = each.lost;
        } else {
            stays[kept++] = each;
        }
    }
    stays.resize(kept);
    for (const person_stay& each : stays) {
        if (each.joined == each.lost) {
            continue;
        }
        into.count(each.joined, each.label, each.joined == first ? places.won : places.back);
        if (each.lost != still_there) {
            into.count(each.lost, each.label, places.lost);
        }
    }
}

}  // namespace cxm
