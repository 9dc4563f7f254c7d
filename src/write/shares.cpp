#include "write/shares.hpp"

#include "write/people.hpp"

namespace cxm {

std::string share_text(double share, const wording& say) {
    return with_unit(people_number(as::share, share, people_decimals(as::share, share), say), as::share, {.say = say});
}

std::string limits_text(const std::optional<interval>& limits, const wording& say) {
    if (!limits) {
        return {};
    }
    const int decimals = range_decimals(as::share, *limits, usual_decimals(as::share));
    const std::string high = people_number(as::share, limits->high, decimals, say);
    return people_span(people_number(as::share, limits->low, decimals, say), with_unit(high, as::share, {.say = say}),
                       say);
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
