#include "results/rox_notes.hpp"

#include <algorithm>

#include <cxm/metrics/experience.hpp>

namespace cxm {

namespace {

bool has(const metric& m, const measure& input, std::span<const double> inputs) {
    const std::size_t at = position(m.value, input);
    return at < m.value.inputs().size() && !is_missing(inputs[at]);
}

bool counts_satisfied(const metric& m, std::span<const double> given, std::span<const double> taken) {
    const std::size_t first = given.size() - m.stand_ins.size();
    for (std::size_t i = 0; i < m.stand_ins.size(); ++i) {
        const measure& of = *m.stand_ins[i].of;
        if (!is_missing(given[first + i]) && !has(m, of, given) && has(m, of, taken)) {
            return true;
        }
    }
    return false;
}

/// Without mentions there is nothing to be gross.
bool has_gross_talk(const metric& m, std::span<const double> taken) {
    const auto some = [&](const measure& mentions) {
        return has(m, mentions, taken) && taken[position(m.value, mentions)] > 0;
    };
    return has(m, mention_value, taken) && (some(mentions_positive) || some(mentions_negative)) &&
           !has(m, mentions_before_positive, taken);
}

}  // namespace

std::string rox_notes(const metric& m, std::span<const double> given, std::span<const double> taken) {
    std::string notes;
    if (counts_satisfied(m, given, taken)) {
        notes = "who stays is not known yet: those satisfied count in their place";
    }
    if (position(m.value, mentions_before_positive) < m.value.inputs().size() && has_gross_talk(m, taken)) {
        notes += notes.empty() ? "" : "; ";
        notes += "talk is gross: nothing is taken off for the talk before";
    }
    return notes;
}

std::string in_names_given(const metric& m, std::span<const double> given, std::string text) {
    for (const stand_in& each : m.stand_ins) {
        const std::size_t at = has(m, *each.of, given) ? text.npos : text.find(each.of->key);
        if (at != text.npos) {
            text.replace(at, each.of->key.size(), each.by->key);
        }
    }
    return text;
}

}  // namespace cxm
