#include "run/as_of.hpp"

#include <chrono>
#include <cxm/period.hpp>

#include "text/problem.hpp"

namespace cxm {

void add_as_of_flag(std::vector<flag>& to, std::optional<std::string>& into) {
    to.push_back(
        {"--as-of", "DATE", "The day the data are from: periods that end later are not complete", &into, "Input"});
}

std::optional<std::int32_t> day_of(const std::optional<std::string>& date) {
    if (!date) {
        return std::nullopt;
    }
    const auto day = parse_period(*date);
    if (!day || day->of != grain::day) {
        throw bad_usage("--as-of: " + quote_of(*date) + " is no day; write 2024-03-15");
    }
    return day->first;
}

std::int32_t today() {
    const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return static_cast<std::int32_t>(now.time_since_epoch().count());
}

}  // namespace cxm
