#include "run/check_scales.hpp"

#include <algorithm>
#include <optional>

#include "run/flags/scales.hpp"
#include "values/amount.hpp"

namespace cxm {

namespace {

/// The scale that a plan counts the answers behind a score with; nothing where it counts none.
std::optional<answer_scale> scale_of_plan(const metric& m, const plan& rows) {
    const auto inputs = m.value.inputs();
    for (const plan::survey& s : rows.surveys) {
        const auto is_made = [&](const measure* input) {
            return std::any_of(s.of->measures.begin(), s.of->measures.end(),
                               [&](const auto& figure) { return figure.measure == input->key; });
        };
        if (std::any_of(inputs.begin(), inputs.end(), is_made)) {
            return answer_scale{static_cast<double>(s.low), static_cast<double>(s.high)};
        }
    }
    return std::nullopt;
}

}  // namespace

void require_limits_on_scales(const std::vector<rule>& rules, const report_options& options,
                              const input_settings& input) {
    for (const rule& r : rules) {
        if (r.says.of->shown != as::score || r.says.moves != movement::none || !r.says.limit) {
            continue;
        }
        const metric& m = *r.says.of;
        const bool is_said = options.scale_of(m) != answer_scale{};
        const auto counted = input.rows && !is_said ? scale_of_plan(m, *input.rows) : std::nullopt;
        const answer_scale scale = counted.value_or(scale_of_answers(m, options));
        if (const std::string wrong = objection_to_mean(m, r.says.limit->number, scale); !wrong.empty()) {
            refuse_rule(r, wrong + "; --scale says another", r.says.limit->written);
        }
    }
}

}  // namespace cxm
