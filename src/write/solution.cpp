#include "write/solution.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "text/utf8.hpp"
#include "write/json/object.hpp"
#include "write/lines.hpp"
#include "write/people.hpp"

namespace cxm {

std::string people_input(const measure& of, double value, const notation& in) {
    if (of.of == unit::money) {
        return with_unit(people_number(as::money, value, 2, in.say), as::money, in);
    }
    return value == std::floor(value) ? people_count(value, in.say) : in.say.number(fmt::format("{:.10g}", value));
}

namespace {

/// Enough decimals that the value and the target read as what they are to each other.
int decimals_of(const solved& s) {
    int decimals = people_decimals(s.of->shown, s.target);
    if (s.answer.endless) {
        return decimals;
    }
    for (const std::optional<double>& other : {std::optional(s.answer.comes_to.value), s.beside_comes_to}) {
        if (other && s.answer.comes_to.ok() && *other != s.target) {
            decimals =
                range_decimals(s.of->shown, {std::min(*other, s.target), std::max(*other, s.target), 0, {}}, decimals);
        }
    }
    return std::min(decimals, 6);
}

std::string value_of(const solved& s, double value, const notation& in) {
    const std::string text = with_unit(people_number(s.of->shown, value, decimals_of(s), in.say), s.of->shown, in);
    // A second more is the same duration in hours, and has to be told from it.
    constexpr double minute = 60;
    return s.of->shown == as::seconds && std::fabs(value) >= minute
               ? text + " (" + people_number(as::score, value, decimals_of(s), in.say) + " s)"
               : text;
}

std::string change_in_words(const solved& s, const notation& in) {
    const wording& say = in.say;
    if (is_missing(s.answer.change)) {
        return !s.beside ? ""
                         : std::string(say(*s.beside > s.answer.input ? "at most, with all other numbers as given"
                                                                      : "at least, with all other numbers as given"));
    }
    if (s.answer.change == 0) {
        return std::string(say("as it is: the target is met already"));
    }
    // More of one group of answers is not fewer of another.
    const std::string_view in_addition =
        is_net(*s.of) && s.answer.change > 0 ? say(", in addition to all others") : std::string_view();
    const std::string by = people_input(*s.varied, std::fabs(s.answer.change), in);
    const std::string given = people_input(*s.varied, s.given, in);
    return s.answer.change > 0 ? say("{} more than {}{}", by, given, in_addition)
                               : say("{} less than {}{}", by, given, in_addition);
}

std::string best_text(const solved& s, const notation& in) {
    if (!s.answer.comes_to.ok()) {
        return std::string(in.say("no legal value gives a result"));
    }
    if (s.answer.endless) {
        return std::string(in.say("it only comes closer, however far it goes"));
    }
    return in.say("the best is {}, at {}", value_of(s, s.answer.comes_to.value, in),
                  people_input(*s.varied, s.answer.input, in));
}

}  // namespace

std::string write_solution(const solved& s, std::string_view currency, const look& drawn) {
    const notation in{currency, drawn.ascii, drawn.say};
    lines out(drawn.colour);
    const std::size_t indent = s.varied->key.size() + 2;
    out.left(0, s.varied->key);
    if (!s.answer.reached) {
        out.left(indent, drawn.say("unreachable"), style::bad);
        out.end_line();
        out.paragraph(indent,
                      drawn.say("{} {} cannot be had by {} alone: {}", s.of->key, value_of(s, s.target, in),
                                s.varied->key, best_text(s, in)),
                      drawn.width, style::dim);
        return out.text();
    }
    const std::string input = people_input(*s.varied, s.answer.input, in);
    out.left(indent, input, style::bold);
    out.left(indent + display_width(input) + 3, change_in_words(s, in));
    out.end_line();
    std::string proof = drawn.say("{} is then {}", s.of->key, value_of(s, s.answer.comes_to.value, in));
    if (s.beside && s.beside_comes_to) {
        proof += drawn.say("; with {} it would be {}", people_input(*s.varied, *s.beside, in),
                           value_of(s, *s.beside_comes_to, in));
    }
    out.paragraph(indent, proof, drawn.width, style::dim);
    return out.text();
}

std::string solution_json(const solved& s) {
    std::string text;
    json_object object(text);
    object.text("metric", s.of->key);
    object.text("measure", s.varied->key);
    object.number("target", s.target);
    object.text("status", s.answer.reached ? "ok" : "unreachable");
    object.number("input", s.answer.reached ? s.answer.input : not_given);
    if (!is_missing(s.given)) {
        object.number("given", s.given);
    }
    if (s.answer.reached && !is_missing(s.answer.change)) {
        object.number("change", s.answer.change);
    }
    object.number("value", s.answer.comes_to.ok() ? s.answer.comes_to.value : not_given);
    object.text("unit", name(s.of->shown));
    if (!s.answer.reached) {
        object.number("best_input", s.answer.input);
        object.flag("endless", s.answer.endless);
    }
    if (s.beside && s.beside_comes_to) {
        object.number("beside_input", *s.beside);
        object.number("beside_value", *s.beside_comes_to);
    }
    object.end();
    return text + '\n';
}

}  // namespace cxm
