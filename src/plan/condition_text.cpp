#include "plan/condition_text.hpp"

#include <utility>
#include <vector>

namespace cxm {

namespace {

using kind = condition_step::kind;

/// What was spelled so far of one part of a condition.
struct spelled_part {
    enum class binding { either, both, alone };
    std::string text;
    binding binds = binding::alone;
    const condition_step* comparison = nullptr;  ///< where it is one, as it is

    std::string within(binding outer) && { return binds < outer ? "(" + std::move(text) + ")" : std::move(text); }
};

}  // namespace

std::string spell(const column_text& column) {
    std::string text = column.name;
    for (const text_function function : column.through) {
        text = (function == text_function::lower ? "lower(" : "trim(") + text + ")";
    }
    return text;
}

std::string spell(const condition& c, const std::function<std::string(const condition_step&, bool negated)>& say) {
    std::vector<spelled_part> stack;
    for (const condition_step& step : c.steps) {
        switch (step.does) {
            case kind::skip_if_false:
            case kind::skip_if_true: break;
            case kind::negate: {
                spelled_part& top = stack.back();
                top = top.comparison != nullptr
                          ? spelled_part{say(*top.comparison, true)}
                          : spelled_part{"not " + std::move(top).within(spelled_part::binding::alone)};
                break;
            }
            case kind::both:
            case kind::either: {
                const bool both = step.does == kind::both;
                const auto binds = both ? spelled_part::binding::both : spelled_part::binding::either;
                spelled_part right = std::move(stack.back());
                stack.pop_back();
                spelled_part& left = stack.back();
                left = {std::move(left).within(binds) + (both ? " and " : " or ") + std::move(right).within(binds),
                        binds};
                break;
            }
            default: stack.push_back({say(step, false), spelled_part::binding::alone, &step}); break;
        }
    }
    return stack.empty() ? std::string() : std::move(stack.back().text);
}

}  // namespace cxm
