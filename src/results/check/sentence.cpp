#include "results/check/sentence.hpp"

#include <algorithm>
#include <cxm/inference.hpp>

#include <fmt/format.h>

#include "results/check/sentence_words.hpp"
#include "text/problem.hpp"
#include "text/utf8.hpp"

namespace cxm {

namespace {

constexpr std::string_view figures[] = {"value", "low", "high"};
constexpr std::string_view movements[] = {"", "changes", "worsens", "improves"};

std::string spell_where(const std::string& value) {
    if (is_plain_word(value)) {
        return value;
    }
    std::string text = "'";
    for (const char c : value) {
        text += c == '\'' ? "''" : std::string(1, c);
    }
    return text + "'";
}

std::string spell_baseline(const sentence& s) {
    switch (s.versus) {
        case baseline::previous: return " vs previous";
        case baseline::year_ago: return " vs year ago";
        case baseline::target: return " vs target";
        case baseline::file: {
            const bool plain = is_plain_word(s.file) && s.file != "previous" && s.file != "target" && s.file != "year";
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

std::string spell(const sentence& s) {
    std::string text(s.of->key);
    if (s.what != figure::value) {
        text += fmt::format(".{}", figures[static_cast<int>(s.what)]);
    }
    if (s.moves != movement::none) {
        text += fmt::format(" {} by", movements[static_cast<int>(s.moves)]);
    }
    text += fmt::format(" {} {}", spell(s.is), spell_limit(s)) + spell_baseline(s);
    std::string_view joint = " where ";
    for (const label_condition& c : s.where) {
        text += fmt::format("{}{} {} {}", joint, spell_where(c.label), c.equal ? "=" : "!=", spell_where(c.value));
        joint = " and ";
    }
    joint = " by ";
    for (const std::string& label : s.by) {
        text += fmt::format("{}{}", joint, spell_where(label));
        joint = ", ";
    }
    return text + (s.period.empty() ? "" : " in " + spell_where(s.period));
}

std::string shown_whole(std::string_view text) {
    std::string safe;
    while (!text.empty()) {
        const std::size_t bytes = first_character(text).bytes;
        safe += shown(text.substr(0, bytes));
        text.remove_prefix(bytes);
    }
    return safe;
}

std::string pointed_at(std::string_view text, std::size_t at) {
    const std::string before = shown_whole(text.substr(0, at));
    const std::string after = shown_whole(text.substr(at));
    return "    " + before + after + "\n    " + std::string(display_width(before), ' ') + "^";
}

}  // namespace cxm
