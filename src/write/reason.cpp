#include "write/reason.hpp"

#include <fmt/format.h>

namespace cxm {

std::string reason_for_people(const result& r, const notation& in) {
    const std::string why = in.say.finished(why_no_value(r));
    if (!r.limits) {
        return why;
    }
    return in.say("{}; at least {} by its {} interval", why, people_value(*r.of, r.limits->low, in),
                  people_level(r.limits->level, in.say));
}

}  // namespace cxm
