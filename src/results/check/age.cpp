#include "results/check/age.hpp"

#include <cxm/period.hpp>

#include <fmt/format.h>

#include "text/problem.hpp"

namespace cxm {

std::optional<std::int32_t> age_at(std::int32_t day, std::string_view period_name) {
    const auto when = parse_period(period_name);
    return when && when->of != grain::free ? std::optional(day - when->last) : std::nullopt;
}

void require_fresh(finding& f, std::int32_t day) {
    const std::int32_t most = *f.of->max_age;
    if (const auto age = age_at(day, f.period)) {
        if (*age > most) {
            set_stale(f, fmt::format("{} ended {} day{} before {}, more than max_age {}d", shown(f.period), *age,
                                     *age == 1 ? "" : "s", spell(period{grain::day, day, day}), most));
        }
    } else if (f.judged.comes_to.ok()) {
        set_stale(f, "its age is not known, as the record is of no period of the calendar");
    }
}

}  // namespace cxm
