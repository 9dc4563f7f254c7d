#include "run/funnel_comparison.hpp"

#include "text/nearest.hpp"
#include "text/pieces.hpp"
#include "text/problem.hpp"

namespace cxm {

std::pair<std::string, std::string> values_between(const std::string& text) {
    const std::vector<std::string_view> values = between_commas(text);
    if (values.size() != 2 || values[0] == values[1]) {
        throw bad_usage("--between: " + quote_of(text) + " is not two values, as mobile,desktop");
    }
    return {std::string(values[0]), std::string(values[1])};
}

funnel_side side_of(const shown_funnel& shown, const std::string& value) {
    std::vector<std::string_view> labels;
    for (const funnel_group& group : shown.of.groups) {
        if (group.label == value) {
            return {shown, group, shown.by + ": " + (value.empty() ? "(blank)" : value)};
        }
        labels.push_back(group.label);
    }
    throw bad_usage("--between: nobody with " + quote_of(value) + " took the first step" + did_you_mean(value, labels) +
                    those_there_are("values", labels));
}

funnel_change change_of_funnel(const funnel_side& before, const funnel_side& after) {
    std::vector<std::uint64_t> reached[2];
    const funnel_side* const sides[] = {&before, &after};
    for (std::size_t i = 0; i < 2; ++i) {
        for (const funnel_step& step : sides[i]->people.steps.steps) {
            reached[i].push_back(step.reached);
        }
        if (reached[i].front() == 0) {
            throw bad_input(sides[i]->name, "nobody took the first step, so that there is nothing to compare");
        }
    }
    return compare_funnels(reached[0], reached[1], after.in.of.asked.level);
}

}  // namespace cxm
