#include "write/check/text.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "text/problem.hpp"

namespace cxm {

namespace {

/// How the number that is judged is shown, and what follows it.
struct judged_unit {
    as shown;
    std::string text;
};

judged_unit unit_of(const finding& f, const notation& in) {
    const metric& m = *f.of->says.of;
    if (f.of->says.moves != movement::none) {
        if (f.of->says.is_relative()) {
            return {as::ratio, std::string(in.say.before_percent()) + "%"};
        }
        if (is_percentage(m)) {
            return {as::ratio, std::string(in.say.before_unit()).append(in.say("pp"))};
        }
    }
    return {m.shown, with_unit({}, m.shown, in)};
}

/// A change may be next to nothing; then its interval says how fine it is worth showing.
int decimals_of(const finding& f, as shown) {
    double size = f.judged.comes_to.value;
    if (f.of->says.moves != movement::none && f.judged.limits) {
        size = std::max(std::abs(f.judged.limits->low), std::abs(f.judged.limits->high));
    }
    return people_decimals(shown, size);
}

/// Whether a rule counts what it names as positive though the number goes down: `improves by` of churn.
bool is_turned(const finding& f) {
    const sentence& says = f.of->says;
    return says.moves != movement::none && says.moves != movement::changes &&
           (says.of->better == good::higher) != (says.moves == movement::improves);
}

/// A change as the numbers go, whichever way the rule looks at it.
double turned(const finding& f, double change) { return is_turned(f) && change != 0 ? -change : change; }

/// `+` before what goes up.
std::string prefix_of(const finding& f) {
    return f.of->says.moves != movement::none && turned(f, f.judged.comes_to.value) > 0 ? "+" : "";
}

std::string with(std::string_view joint, std::string text) { return text.empty() ? text : std::string(joint) + text; }

/// The number before what is counted, in the singular or the plural.
std::string counted(std::size_t count, std::string_view one, std::string_view several, const wording& say) {
    return fmt::format("{} {}", count, say.of_number(static_cast<double>(count), one, several));
}

}  // namespace

std::string rule_text(const rule& r) { return (r.name.empty() ? "" : escaped(r.name) + ": ") + escaped(spell(r.says)); }

std::string rule_options_text(const rule& r, const wording& say) {
    std::string text;
    const auto add = [&](std::string_view word) { text.append(text.empty() ? "" : ", ").append(word); };
    if (r.level == rule::severity::warn) {
        add(say("warn"));
    }
    if (r.confident) {
        add(say("confident"));
    }
    if (r.min_n > 0) {
        add("min_n " + people_count(r.min_n, say));
    }
    if (r.skip_missing) {
        add("on_missing skip");
    }
    if (r.max_age) {
        add(fmt::format("max_age {}d", *r.max_age));
    }
    return text;
}

namespace {

std::string with_labels(const finding& f, const notation& in, const std::string& age) {
    const std::string_view cut = in.ascii ? "~" : "…";
    std::string text = shown(in.say.period(f.period), cut) + age;
    for (const auto& [label, value] : f.labels) {
        text += (text.empty() ? "" : ", ") + shown(label, cut) + "=" + shown(value, cut);
    }
    return text;
}

}  // namespace

std::string where_text(const finding& f, const notation& in) { return with_labels(f, in, {}); }

std::string judged_text(const finding& f, const notation& in) {
    const bool is_over = f.age && *f.age >= 0;
    return with_labels(
        f, in, is_over ? in.say(", {} old", counted(static_cast<std::size_t>(*f.age), "day", "days", in.say)) : "");
}

std::string value_text(const finding& f, const notation& in) {
    if (!f.judged.comes_to.ok()) {
        return {};
    }
    const judged_unit unit = unit_of(f, in);
    return prefix_of(f) +
           people_number(unit.shown, turned(f, f.judged.comes_to.value), decimals_of(f, unit.shown), in.say) +
           unit.text;
}

std::string interval_text(const finding& f, const notation& in) {
    if (!f.judged.comes_to.ok() || !f.judged.limits) {
        return {};
    }
    const judged_unit unit = unit_of(f, in);
    const bool turns = is_turned(f);
    const interval& own = *f.judged.limits;
    const interval limits = turns ? interval{-own.high, -own.low, own.level, own.method} : own;
    const int decimals = range_decimals(unit.shown, limits, decimals_of(f, unit.shown));
    return people_span(people_number(unit.shown, limits.low, decimals, in.say),
                       people_number(unit.shown, limits.high, decimals, in.say) + unit.text, in.say);
}

namespace {

/// A limit in the unit that values have: `5 h`, `13.00 EUR`; else as it is written.
std::string limit_in_words(const sentence& s, const notation& in) {
    const std::string written = spell_limit(s);
    if (s.limit->in != amount::unit::none) {
        return written;
    }
    const double limit = s.limit->number;
    switch (s.of->shown) {
        case as::seconds: {
            const std::string read = people_value(*s.of, limit, in);
            constexpr double hour = 3600;
            constexpr double minute = 60;
            return std::fabs(limit) >= hour && std::fmod(limit, minute) != 0 ? read + " (" + written + " s)" : read;
        }
        case as::money: {
            const std::size_t point = written.find('.');
            const std::size_t decimals = point == written.npos ? 0 : written.size() - point - 1;
            return with_unit(decimals > 2 ? written : people_number(as::money, limit, 2, in.say), as::money, in);
        }
        default: return written;
    }
}

}  // namespace

std::string limit_text(const finding& f, const notation& in) {
    const sentence& s = f.of->says;
    if (s.limit) {
        return fmt::format("{} {}", spell(s.is), limit_in_words(s, in));
    }
    const std::string goal = is_missing(f.limit) ? "" : people_value(*s.of, f.limit, in) + " ";
    return in.say("{} {}(target)", spell(s.is), goal);
}

std::string count_text(const finding& f, const wording& say) {
    return f.judged.comes_to.ok() && !is_missing(f.judged.n) ? people_count(f.judged.n, say) : std::string();
}

std::string change_in_words(const finding& f, const notation& in) {
    if (!f.judged.comes_to.ok() || !f.before || !f.after) {
        return {};
    }
    const metric& m = *f.of->says.of;
    const sentence& s = f.of->says;
    const std::string before = people_value(m, *f.before, in);
    const std::string after = people_value(m, *f.after, in);
    if (s.versus == baseline::target) {
        return in.say("from the target {} to {}", before, after);
    }
    const std::string file = s.versus == baseline::file ? fmt::format(" ({})", shown_end(s.file)) : std::string();
    const std::string when =
        f.before_period.empty() ? std::string() : in.say(" in {}", shown(in.say.period(f.before_period)));
    return in.say("from {}{}{} to {}", before, when, file, after);
}

std::string finding_text(const finding& f, const check_result& of) {
    const sentence& s = f.of->says;
    const notation in{of.currency};
    if (!f.judged.comes_to.ok()) {
        return std::string(s.of->key) + with(" in ", judged_text(f)) + ": " + f.reason;
    }
    constexpr std::string_view figures[] = {"", "its lower limit ", "its upper limit "};
    std::string text =
        fmt::format("{} {} {}", s.of->key, s.moves == movement::none ? "is" : "changes by", value_text(f, in));
    std::string basis = with(people_level(of.level, in.say) + " interval ", interval_text(f, in));
    basis += with(basis.empty() ? "n " : ", n ", count_text(f));
    text += basis.empty() ? "" : " (" + basis + ")";
    text += with(", ", change_in_words(f, in)) + with(" in ", judged_text(f));
    constexpr std::string_view moves[] = {"must be", "the change must be", "must worsen by", "must improve by"};
    text += fmt::format("; {}{} {}", figures[static_cast<int>(s.what)], moves[static_cast<int>(s.moves)],
                        limit_text(f, in));
    return text + with(f.is == check_verdict::undecided ? "; undecided: " : "; ", f.reason);
}

std::string summary_text(const check_result& of, const wording& say) {
    std::string text =
        counted(of.rules, "rule", "rules", say) + ", " + counted(of.findings.size(), "check", "checks", say);
    std::string_view joint = say(": ");
    for (const check_verdict v : all_verdicts) {
        if (const std::size_t count = of.count(v); count > 0) {
            text += fmt::format("{}{} {}", joint, count, say(name(v)));
            joint = ", ";
        }
    }
    return text;
}

std::vector<const finding*> worst_first(const check_result& of) {
    std::vector<const finding*> findings;
    for (const finding& f : of.findings) {
        findings.push_back(&f);
    }
    std::stable_sort(findings.begin(), findings.end(),
                     [](const finding* a, const finding* b) { return a->is > b->is; });
    return findings;
}

}  // namespace cxm
