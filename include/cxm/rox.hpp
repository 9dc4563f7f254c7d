#pragma once

#include <cmath>
#include <span>

#include <cxm/compare/difference.hpp>
#include <cxm/interval.hpp>
#include <cxm/special/normal.hpp>

namespace cxm {

/// A lift over the reference group and what one unit of it adds to a return.
struct valued_lift {
    proportion reference;
    proportion experience;
    double worth;
};

/// Positive and negative mentions and what a net positive one adds to a return.
struct valued_talk {
    double positive;
    double negative;
    double worth;
};

/// "mover": limits of a return made of lifts and talk, around its value.
///
/// Miettinen-Nurminen limits of the lifts and Poisson limits of the mentions, squared and added (Zou & Donner 2008):
/// the parts are taken as independent, what they are worth as known. A lift that is worth nothing may lack its counts.
/// Throws std::invalid_argument for impossible counts.
inline interval return_limits(double value, std::span<const valued_lift> lifts, const valued_talk& talk,
                              double level = 0.95) {
    const double reach = normal_critical(level) * talk.worth * std::sqrt(talk.positive + talk.negative);
    double below = reach * reach;
    double above = reach * reach;
    for (const valued_lift& lift : lifts) {
        if (lift.worth == 0) {
            continue;
        }
        const interval limits = miettinen_nurminen(lift.reference, lift.experience, level);
        const double gap = lift.experience.x / lift.experience.n - lift.reference.x / lift.reference.n;
        const double down = lift.worth * (lift.worth < 0 ? limits.high - gap : limits.low - gap);
        const double up = lift.worth * (lift.worth < 0 ? limits.low - gap : limits.high - gap);
        below += down * down;
        above += up * up;
    }
    return {value - std::sqrt(below), value + std::sqrt(above), level, "mover"};
}

}  // namespace cxm
