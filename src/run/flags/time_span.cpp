#include "run/flags/time_span.hpp"

#include "text/problem.hpp"
#include "values/number.hpp"

namespace cxm {

double weeks_of(std::string_view flag, const std::string& text) {
    constexpr std::string_view letters = "dwmy";
    constexpr double days[] = {1, 7, 30.4375, 365.25};
    const std::size_t unit = text.empty() ? letters.npos : letters.find(text.back());
    const auto number = parse_number(std::string_view(text).substr(0, text.empty() ? 0 : text.size() - 1));
    if (unit == letters.npos || !number || !(*number > 0) || *number * days[unit] > 36525) {
        throw bad_usage(std::string(flag) + ": " + quoted(text) +
                        " is no stretch of time; write 26w, or d, m and y for days, months and years");
    }
    return *number * days[unit] / 7;
}

}  // namespace cxm
