#include "run/as_of.hpp"

#include <cxm/period.hpp>

#include "problem.hpp"
#include "run/common.hpp"

namespace cxm {

namespace {

constexpr std::size_t named_in_full = 5;

}  // namespace

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
        throw bad_usage("--as-of: " + quoted(*date) + " is no day; write 2024-03-15");
    }
    return day->first;
}

std::vector<std::string> partial_titles(const records& rows) {
    std::vector<std::string> titles;
    for (std::size_t row = 0; row < rows.partial.size(); ++row) {
        if (rows.partial[row]) {
            titles.push_back(title(rows, row));
        }
    }
    return titles;
}

void partial_warnings::add(const std::vector<std::string>& titles) {
    for (const std::string& each : titles) {
        if (++count_ <= named_in_full) {
            warn(io_, each + ": not complete");
        }
    }
}

void partial_warnings::finish() const {
    if (count_ > named_in_full) {
        warn(io_, "and " + std::to_string(count_ - named_in_full) + " more that are not complete");
    }
}

}  // namespace cxm
