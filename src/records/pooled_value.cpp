#include "records/pooled_value.hpp"

#include <fmt/format.h>

#include <limits>

#include "catalogue/metrics_in_use.hpp"
#include "text/problem.hpp"

namespace cxm {

std::string in_words(gap why, const measure& m) {
    const std::string key(m.key);
    switch (why) {
        case gap::none: return {};
        case gap::some_missing: return key + " is missing in some of the pooled records";
        case gap::over_periods: return key + " counts different ones, which do not add over periods";
        case gap::differs: return key + " differs between the pooled records";
        case gap::no_rule:
            return key + " is a measure of your own that says nothing of time; as " + key + ":flow, :opening or " +
                   ":closing it joins over periods";
        case gap::alone: return key + " does not follow from that of parts; count it anew from the rows";
    }
    return {};
}

double value_of(const pooled& sum, const measure& m, const records& pooled_records, std::size_t row) {
    constexpr double largest = std::numeric_limits<double>::max();
    const double value = sum.value();
    if (!is_missing(value) && !sum.is_within(is_count(m.of) ? largest_count : largest)) {
        throw bad_input(place_and_title(pooled_records, row),
                        fmt::format("{} adds up to more than {}; see whether the values are right", m.key,
                                    is_count(m.of) ? "2^53, the largest count" : "a number can hold"));
    }
    return value;
}

}  // namespace cxm
