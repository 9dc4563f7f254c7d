#include <cxm/spell.hpp>

#include <fmt/format.h>

#include "plan/condition_text.hpp"
#include "write/check/formats.hpp"
#include "write/check/text.hpp"
#include "write/formula_text.hpp"
#include "write/lines.hpp"
#include "write/people.hpp"

namespace cxm {

namespace {

std::string_view relation_in_words(relation is, const wording& say) {
    constexpr std::string_view words[] = {"below", "at most", "above", "at least", "exactly", "anything but"};
    return say(words[static_cast<int>(is)]);
}

std::string limit_in_words(const sentence& s, const wording& say) {
    if (!s.limit) {
        return std::string(say("its target"));
    }
    const auto written = [&](double value) { return say.number(fmt::format("{:.10g}", value)); };
    const double number = s.limit->number;
    if (s.is_relative()) {
        return say("{} % of its earlier value", written(number * 100));
    }
    if (s.moves != movement::none && is_percentage(*s.of)) {
        return fmt::format("{} {}", written(number * 100),
                           say.of_number(number * 100, "percentage point", "percentage points"));
    }
    return is_percentage(*s.of)        ? written(number * 100).append(say.before_percent()) + "%"
           : s.of->shown == as::points ? say("{} points", written(number))
                                       : spell_limit(s);
}

std::string baseline_in_words(const sentence& s, const wording& say) {
    switch (s.versus) {
        case baseline::previous: return std::string(say("from the period right before"));
        case baseline::year_ago: return std::string(say("from the same period a year before"));
        case baseline::target: return std::string(say("from its target"));
        default: return say("from the same period in {}, or else the last complete one there", escaped(s.file));
    }
}

std::string condition_in_words(const condition& where, const wording& say) {
    return spell(where, [&](const condition_step& step, bool negated) {
        const std::string label = escaped(where.columns[step.column].name);
        const bool is_not = negated != (step.how == comparison_operator::unequal);
        if (step.does == condition_step::kind::blank) {
            return is_not ? say("{} is not blank", label) : say("{} is blank", label);
        }
        std::string values;
        for (std::uint32_t i = 0; i < step.count; ++i) {
            values += fmt::format("{}'{}'", i == 0 ? "" : ", ", escaped(where.literals[step.literals + i].text));
        }
        const bool several = step.count > 1;
        return is_not ? (several ? say("{} is not one of {}", label, values) : say("{} is not {}", label, values))
                      : (several ? say("{} is one of {}", label, values) : say("{} is {}", label, values));
    });
}

std::string subject(const sentence& s, bool all_periods, const wording& say) {
    constexpr std::string_view figures[] = {"", "the lower limit of ", "the upper limit of "};
    std::string text = !s.period.empty()
                           ? say("In {}", escaped(say.period(s.period)))
                           : std::string(say(all_periods ? "In every complete period" : "In the last complete period"));
    text += s.where.empty() ? std::string() : say(", among the records where {}", condition_in_words(s.where, say));
    std::string labels;
    for (const std::string& label : s.by) {
        labels = labels.empty() ? escaped(label) : say("{} and {}", labels, escaped(label));
    }
    text += labels.empty() ? labels : say(", for each {}", labels);
    return text.append(", ").append(say(figures[static_cast<int>(s.what)])).append(s.of->key);
}

std::string requirement(const sentence& s, const wording& say) {
    const std::string limit = fmt::format("{} {}", relation_in_words(s.is, say), limit_in_words(s, say));
    if (s.moves == movement::none) {
        return say(" must be {}", limit);
    }
    constexpr std::string_view verbs[] = {"", " must change by {} {} ({})", " must worsen by {} {} ({})",
                                          " must improve by {} {} ({})"};
    const std::string from = baseline_in_words(s, say);
    const std::string_view sense = s.moves == movement::changes ? "a rise counts as positive"
                                   : (s.moves == movement::worsens) == (s.of->better == good::higher)
                                       ? "a fall counts as positive"
                                       : "a rise counts as positive";
    const std::string_view senses = say(sense);
    return fmt::vformat(say(verbs[static_cast<int>(s.moves)]), fmt::make_format_args(limit, from, senses));
}

std::string consequences(const rule& r, const wording& say) {
    std::string text(say(r.level == rule::severity::warn ? "If not, it warns." : "If not, the check fails."));
    if (r.confident) {
        text += say(" The whole interval must hold; where it reaches over the limit, the rule is undecided.");
    }
    if (r.min_n > 0) {
        text += say(" With n below {} it is undecided.", people_count(r.min_n, say));
    }
    if (r.max_age) {
        text += *r.max_age == 1
                    ? say(" So it does if the last period ended more than {} day before the day of --as-of, or today.",
                          *r.max_age)
                    : say(" So it does if the last period ended more than {} days before the day of --as-of, or today.",
                          *r.max_age);
    }
    return text.append(
        say(r.skip_missing ? " Without data it is skipped." : " Without data it counts as not holding."));
}

}  // namespace

std::string write_check_explanation(const std::vector<rule>& rules, bool all_periods, std::size_t width,
                                    const wording& say) {
    constexpr std::size_t indent = 2;
    lines out(false);
    for (const rule& r : rules) {
        const metric& m = *r.says.of;
        out.left(0, rule_text(r));
        out.end_line();
        out.paragraph(
            indent, subject(r.says, all_periods, say) + requirement(r.says, say) + ". " + consequences(r, say), width);
        out.paragraph(indent,
                      m.better == good::higher ? say("{} = {}; higher is better.", m.key, formula_text(m))
                                               : say("{} = {}; lower is better.", m.key, formula_text(m)),
                      width);
    }
    return out.text();
}

}  // namespace cxm
