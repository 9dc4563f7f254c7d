#include "results/check/sentence.hpp"

#include <algorithm>
#include <cxm/inference.hpp>

#include <fmt/format.h>

#include "plan/condition_text.hpp"
#include "plan/lexer.hpp"
#include "text/problem.hpp"
#include "text/utf8.hpp"

namespace cxm {

namespace {

constexpr std::string_view figures[] = {"value", "low", "high"};
/// Words that end what stands before them.
bool is_clause(std::string_view value) {
    return value == "and" || value == "or" || value == "where" || value == "by" || value == "vs" || value == "in";
}

std::string spell_value(std::string_view value) {
    if (is_bare_value(value) && !is_clause(value)) {
        return std::string(value);
    }
    std::string text = "'";
    for (const char c : value) {
        text += c == '\'' ? "''" : std::string(1, c);
    }
    return text + "'";
}

/// A label of a condition, where a parenthesis or `not` would mean something.
std::string spell_label(const std::string& label) {
    const bool is_taken = label.starts_with('(') || token{token::kind::word, label, 0}.is_word("not");
    return is_taken ? "'" + label + "'" : spell_value(label);
}

std::string spell_baseline(const sentence& s) {
    switch (s.versus) {
        case baseline::previous: return " vs previous";
        case baseline::year_ago: return " vs year ago";
        case baseline::target: return " vs target";
        case baseline::file: {
            const bool plain = is_bare_value(s.file) && !is_clause(s.file) && s.file != "previous" &&
                               s.file != "target" && s.file != "year";
            return " vs " + (plain ? s.file : "'" + s.file + "'");
        }
        default: return {};
    }
}

}  // namespace

std::string spell_limit(const sentence& s) {
    if (!s.limit) {
        return "target";
    }
    const bool percentage = is_percentage(*s.of) && (s.moves == movement::none || s.limit->number == 0);
    if (s.limit->in == amount::unit::points) {
        return fmt::format("{:.12g}pp", s.limit->number * 100);
    }
    return percentage || s.limit->in == amount::unit::percent ? fmt::format("{:.12g}%", s.limit->number * 100)
                                                              : fmt::format("{:.15g}", s.limit->number);
}

bool has_count(const metric& m) {
    const inference by = inference_of(m);
    return by != inference::none && by != inference::own;
}

bool can_have_interval(const sentence& s) {
    if (s.is_relative() && s.versus != baseline::target) {
        return s.of->shown == as::share || s.of->shown == as::rate;
    }
    return inference_of(*s.of) != inference::none;
}

std::string spell_where(const condition& where) {
    return spell(where, [&](const condition_step& step, bool negated) {
        const std::string label = spell_label(where.columns[step.column].name);
        if (step.does == condition_step::kind::blank) {
            return label + (negated ? " is not blank" : " is blank");
        }
        if (step.does == condition_step::kind::compare) {
            return fmt::format(
                "{}{} {} {}", negated ? "not " : "", label,
                step.how == comparison_operator::equal ? "=" : "!=", spell_value(where.literals[step.literals].text));
        }
        std::string values;
        for (std::uint32_t i = 0; i < step.count; ++i) {
            values += (i == 0 ? "" : ", ") + spell_value(where.literals[step.literals + i].text);
        }
        return fmt::format("{}{} in ({})", label, negated ? " not" : "", values);
    });
}

std::string spell(const sentence& s) {
    std::string text(s.of->key);
    if (s.what != figure::value) {
        text += fmt::format(".{}", figures[static_cast<int>(s.what)]);
    }
    if (s.moves != movement::none) {
        text += fmt::format(" {} by", movement_words[static_cast<int>(s.moves)]);
    }
    text += fmt::format(" {} {}", spell(s.is), spell_limit(s)) + spell_baseline(s);
    text += s.where.empty() ? "" : " where " + spell_where(s.where);
    std::string_view joint = " by ";
    for (const std::string& label : s.by) {
        text += fmt::format("{}{}", joint, spell_value(label));
        joint = ", ";
    }
    return text + (s.period.empty() ? "" : " in " + spell_value(s.period));
}

std::string pointed_at(std::string_view text, std::size_t at) {
    // Around the place alone: a sentence may be long.
    const std::string before = shown_end(text.substr(0, at));
    const std::string after = shown(text.substr(std::min(at, text.size())));
    return "    " + before + after + "\n    " + std::string(display_width(before), ' ') + "^";
}

}  // namespace cxm
