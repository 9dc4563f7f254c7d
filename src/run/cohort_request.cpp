#include "run/cohort_request.hpp"

#include "run/flags/people_flags.hpp"
#include "text/problem.hpp"
#include "values/number.hpp"
#include "values/points_in_time.hpp"

namespace cxm {

std::int32_t rolling_days_of(const std::string& text) {
    const std::int64_t length = length_of("--rolling", text);
    if (length < microseconds_a_day || length % microseconds_a_day != 0) {
        throw bad_usage("--rolling: " + quote_of(text) + " is not a number of whole days; write 30d");
    }
    return static_cast<std::int32_t>(length / microseconds_a_day);
}

std::size_t ages_of(const std::string& text) {
    const auto ages = parse_number(text);
    if (!ages || *ages < 1 || *ages > 1000 || *ages != static_cast<double>(static_cast<std::size_t>(*ages))) {
        throw bad_usage("--ages: " + quote_of(text) + " is not a whole number from 1 to 1000");
    }
    return static_cast<std::size_t>(*ages);
}

}  // namespace cxm
