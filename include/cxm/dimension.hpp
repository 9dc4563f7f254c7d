#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include <cxm/formula.hpp>
#include <cxm/measure.hpp>

namespace cxm {

/// A formula mixes what cannot be mixed: "cannot add people to money".
struct unit_error : std::invalid_argument {
    using std::invalid_argument::invalid_argument;
};

namespace detail {

[[noreturn]] inline void refuse_units(std::string_view verb, unit first, std::string_view joint, unit second) {
    throw unit_error("cannot " + std::string(verb) + " " + std::string(name(first)) + " " + std::string(joint) + " " +
                     std::string(name(second)));
}

inline unit product_unit(unit left, unit right) {
    if (left == unit::number) {
        return right;
    }
    if (right == unit::number) {
        return left;
    }
    if (is_count(left) && is_count(right)) {
        return unit::number;
    }
    if (is_count(left) || is_count(right)) {
        return is_count(left) ? right : left;
    }
    refuse_units("multiply", left, "by", right);
}

inline unit quotient_unit(unit left, unit right) {
    const bool per_amount = is_count(left) && (right == unit::money || right == unit::seconds);
    if (left == right || left == unit::number || per_amount || (is_count(left) && is_count(right))) {
        return unit::number;
    }
    if (right == unit::number || is_count(right)) {
        return left;
    }
    refuse_units("divide", left, "by", right);
}

}  // namespace detail

/// What a formula comes to: money over people is money, people over people a number. Throws unit_error.
inline unit dimension(const formula& f) {
    if (f.empty()) {
        throw unit_error("there is nothing to compute");
    }
    std::vector<unit> stack;
    for (const step s : f.steps()) {
        if (s.does == operation::input || s.does == operation::constant) {
            const unit given = s.does == operation::input ? f.inputs()[s.at]->of : unit::number;
            stack.push_back(given == unit::ratio ? unit::number : given);
            continue;
        }
        const unit right = stack.back();
        stack.pop_back();
        unit& left = stack.back();
        if (s.does == operation::multiply) {
            left = detail::product_unit(left, right);
        } else if (s.does == operation::divide) {
            left = detail::quotient_unit(left, right);
        } else if (left != right && s.does == operation::add) {
            detail::refuse_units("add", right, "to", left);
        } else if (left != right) {
            detail::refuse_units("subtract", right, "from", left);
        }
    }
    return stack.back();
}

}  // namespace cxm
