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

std::string relation_in_words(relation is) {
    constexpr std::string_view words[] = {"below", "at most", "above", "at least", "exactly", "anything but"};
    return std::string(words[static_cast<int>(is)]);
}

std::string limit_in_words(const sentence& s) {
    if (!s.limit) {
        return "its target";
    }
    const double number = s.limit->number;
    if (s.is_relative()) {
        return fmt::format("{:.10g} % of its earlier value", number * 100);
    }
    if (s.moves != movement::none && is_percentage(*s.of)) {
        return fmt::format("{:.10g} percentage point{}", number * 100, number == 0.01 ? "" : "s");
    }
    return is_percentage(*s.of)        ? fmt::format("{:.10g} %", number * 100)
           : s.of->shown == as::points ? fmt::format("{:.10g} points", number)
                                       : spell_limit(s);
}

std::string baseline_in_words(const sentence& s) {
    switch (s.versus) {
        case baseline::previous: return "from the period right before";
        case baseline::year_ago: return "from the same period a year before";
        case baseline::target: return "from its target";
        default: return fmt::format("from the same period in {}, or else the last complete one there", escaped(s.file));
    }
}

std::string condition_in_words(const condition& where) {
    return spell(where, [&](const condition_step& step, bool negated) {
        const std::string label = escaped(where.columns[step.column].name);
        const bool is_not = negated != (step.how == comparison_operator::unequal);
        if (step.does == condition_step::kind::blank) {
            return label + (is_not ? " is not blank" : " is blank");
        }
        std::string values;
        for (std::uint32_t i = 0; i < step.count; ++i) {
            values += fmt::format("{}'{}'", i == 0 ? "" : ", ", escaped(where.literals[step.literals + i].text));
        }
        return fmt::format("{} is {}{}{}", label, is_not ? "not " : "", step.count > 1 ? "one of " : "", values);
    });
}

std::string subject(const sentence& s, bool all_periods) {
    constexpr std::string_view figures[] = {"", "the lower limit of ", "the upper limit of "};
    std::string text =
        "In " + (s.period.empty() ? std::string(all_periods ? "every complete period" : "the last complete period")
                                  : escaped(s.period));
    text += s.where.empty() ? "" : ", among the records where " + condition_in_words(s.where);
    std::string_view joint = ", for each ";
    for (const std::string& label : s.by) {
        text += fmt::format("{}{}", joint, escaped(label));
        joint = " and ";
    }
    return text + ", " + std::string(figures[static_cast<int>(s.what)]) + std::string(s.of->key);
}

std::string requirement(const sentence& s) {
    const std::string limit = relation_in_words(s.is) + " " + limit_in_words(s);
    if (s.moves == movement::none) {
        return " must be " + limit;
    }
    constexpr std::string_view verbs[] = {"", "change", "worsen", "improve"};
    const std::string_view sense = s.moves == movement::changes ? "a rise counts as positive"
                                   : (s.moves == movement::worsens) == (s.of->better == good::higher)
                                       ? "a fall counts as positive"
                                       : "a rise counts as positive";
    return fmt::format(" must {} by {} {} ({})", verbs[static_cast<int>(s.moves)], limit, baseline_in_words(s), sense);
}

std::string consequences(const rule& r) {
    std::string text = r.level == rule::severity::warn ? "If not, it warns." : "If not, the check fails.";
    if (r.confident) {
        text += " The whole interval must hold; where it reaches over the limit, the rule is undecided.";
    }
    if (r.min_n > 0) {
        text += fmt::format(" With n below {} it is undecided.", people_count(r.min_n));
    }
    if (r.max_age) {
        text +=
            fmt::format(" So it does if the last period ended more than {} day{} before the day of --as-of, or today.",
                        *r.max_age, *r.max_age == 1 ? "" : "s");
    }
    return text + (r.skip_missing ? " Without data it is skipped." : " Without data it counts as not holding.");
}

}  // namespace

std::string write_check_explanation(const std::vector<rule>& rules, bool all_periods, std::size_t width) {
    constexpr std::size_t indent = 2;
    lines out(false);
    for (const rule& r : rules) {
        const metric& m = *r.says.of;
        out.left(0, rule_text(r));
        out.end_line();
        out.paragraph(indent, subject(r.says, all_periods) + requirement(r.says) + ". " + consequences(r), width);
        out.paragraph(indent, fmt::format("{} = {}; {} is better.", m.key, formula_text(m), name(m.better)), width);
    }
    return out.text();
}

}  // namespace cxm
