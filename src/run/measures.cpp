#include "run/measures.hpp"

#include <algorithm>
#include <cxm/histogram.hpp>
#include <cxm/spell.hpp>

#include "text/problem.hpp"
#include "values/number.hpp"

namespace cxm {

std::string flag_name(std::string_view key) {
    std::string name = "--" + std::string(key);
    std::replace(name.begin(), name.end(), '_', '-');
    return name;
}

namespace {

/// The flag of a key without its first word; empty where it has one word.
std::string shorter(std::string_view key) {
    const std::size_t end = key.find('_');
    return end == std::string_view::npos ? std::string() : flag_name(key.substr(end + 1));
}

bool stands_in(const metric& m, const measure& input) {
    return std::any_of(m.stand_ins.begin(), m.stand_ins.end(), [&](const stand_in& each) { return *each.by == input; });
}

}  // namespace

measure_flags::measure_flags(const metric& m, bool with_beside) : of_(&m) {
    const std::vector<const measure*> inputs = inputs_of(m);
    for (const measure* input : inputs) {
        entries_.push_back({input, true,
                            !is_missing(absent_in(m.value, *input)) || input == m.squares || input == weights_of(m) ||
                                stands_in(m, *input)});
    }
    for (const metric* other : with_beside ? m.beside : std::span<const metric* const>()) {
        for (const measure* input : inputs_of(*other)) {
            if (std::none_of(inputs.begin(), inputs.end(), [&](const measure* own) { return *own == *input; })) {
                entries_.push_back({input, false, true});
            }
        }
    }
}

void measure_flags::shorten(command_line& line) {
    for (entry& e : entries_) {
        const std::string name = shorter(e.of->key);
        const bool shared = std::any_of(entries_.begin(), entries_.end(), [&](const entry& other) {
            return other.own && &other != &e && shorter(other.of->key) == name;
        });
        if (!e.own || name.empty() || shared || find_flag(line, name) != nullptr || name == "--help") {
            continue;
        }
        e.short_name = name;
        const auto own = std::find_if(line.flags.begin(), line.flags.end(),
                                      [&](const flag& f) { return f.names == flag_name(e.of->key); });
        own->names += "," + name;
    }
}

const measure* measure_flags::named(std::string_view text) const {
    const std::string name = flag_name(text);
    const auto at = std::find_if(entries_.begin(), entries_.end(), [&](const entry& e) {
        return e.own && (flag_name(e.of->key) == name || e.short_name == name);
    });
    return at == entries_.end() ? nullptr : at->of;
}

void measure_flags::add_to(std::vector<flag>& flags) {
    for (entry& e : entries_) {
        flags.push_back({flag_name(e.of->key), "N", std::string(e.of->meaning), &e.text, "Measures"});
    }
    if (counts_answers(*of_)) {
        const answer_scale scale = usual_scale(*of_);
        flags.push_back({"--histogram", "N,N,…",
                         "Counts of the answers " + spell(scale.lowest) + " to " + spell(scale.highest) +
                             " instead, lowest first (another scale by --scale)",
                         &histogram_, "Measures"});
    }
}

bool measure_flags::given() const {
    return histogram_ ||
           std::any_of(entries_.begin(), entries_.end(), [](const entry& e) { return e.text.has_value(); });
}

std::string measure_flags::lacking() const {
    if (histogram_) {
        return {};
    }
    std::string names;
    for (const entry& e : entries_) {
        const bool alone = std::any_of(entries_.begin(), entries_.end(), [&](const entry& other) {
            return e.of->beside != nullptr && *other.of == *e.of->beside && other.text;
        });
        const bool stood_in_for = std::any_of(of_->stand_ins.begin(), of_->stand_ins.end(), [&](const stand_in& each) {
            return *each.of == *e.of && is_given(*each.by);
        });
        if (e.text || stood_in_for || (e.optional && !alone)) {
            continue;
        }
        names += names.empty() ? "" : ", ";
        names += flag_name(e.of->key) + (e.short_name.empty() ? "" : " (or " + e.short_name + ")");
    }
    return names;
}

bool measure_flags::is_given(const measure& m) const {
    return std::any_of(entries_.begin(), entries_.end(),
                       [&](const entry& e) { return *e.of == m && e.text.has_value(); });
}

/// What stands in beside what it stands in for would be ignored.
void measure_flags::require_one_kind() const {
    for (const stand_in& each : of_->stand_ins) {
        const auto known = std::find_if(of_->stand_ins.begin(), of_->stand_ins.end(),
                                        [&](const stand_in& other) { return is_given(*other.of); });
        if (is_given(*each.by) && known != of_->stand_ins.end()) {
            throw bad_usage(flag_name(each.by->key) + " stands in where nobody knows yet; give " +
                            flag_name(known->of->key) + " or that, of both groups alike");
        }
    }
}

records measure_flags::read(const report_options& options, char decimal) const {
    std::vector<double> values(entries_.size(), not_given);
    if (histogram_) {
        if (std::any_of(entries_.begin(), entries_.end(), [](const entry& e) { return e.text.has_value(); })) {
            throw bad_usage("--histogram already says what the measures are; give one or the other");
        }
        read_histogram(options, values);
    }
    require_one_kind();
    const measure* const weights = weights_of(*of_);
    const bool weighted = std::any_of(entries_.begin(), entries_.end(), [&](const entry& e) {
        return weights != nullptr && e.of == weights && e.text.has_value();
    });
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const entry& e = entries_[i];
        if (e.text) {
            std::string wrong;
            const auto value = parse_value(*e.of, *e.text, decimal, wrong, weighted);
            if (!value) {
                throw bad_input(flag_name(e.of->key), wrong);
            }
            values[i] = *value;
        }
    }
    records one;
    one.periods.emplace_back();
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        one.numbers.push_back({entries_[i].of, {values[i]}, {}});
    }
    return one;
}

}  // namespace cxm
