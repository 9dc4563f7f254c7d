#include "write/shares.hpp"

#include "write/people.hpp"

namespace cxm {

std::string share_text(double share) {
    return people_number(as::share, share, people_decimals(as::share, share)) + " %";
}

std::string limits_text(const std::optional<interval>& limits) {
    if (!limits) {
        return {};
    }
    const int decimals = range_decimals(as::share, *limits, usual_decimals(as::share));
    return people_number(as::share, limits->low, decimals) + " to " + people_number(as::share, limits->high, decimals) +
           " %";
}

void append_share(json_object& to, std::string_view key, const std::optional<double>& share,
                  const std::optional<interval>& limits, double n) {
    if (!share) {
        to.raw(key, "null");
        return;
    }
    json_object value = to.object(key);
    value.number("value", *share);
    if (limits) {
        value.number("low", limits->low);
        value.number("high", limits->high);
        value.text("method", limits->method);
    }
    value.count("n", n);
    value.end();
}

}  // namespace cxm
