#include "run/measures.hpp"

#include <algorithm>
#include <cxm/histogram.hpp>
#include <cxm/spell.hpp>

#include "text/problem.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

std::string flag_name(std::string_view key) {
    std::string name = "--" + std::string(key);
    std::replace(name.begin(), name.end(), '_', '-');
    return name;
}

/// Flags of the commands that a shortened measure must not take.
bool is_taken(std::string_view name) {
    constexpr std::string_view names[] = {"--format", "--level", "--scale", "--json", "--raw", "--output", "--help"};
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

}  // namespace

measure_flags::measure_flags(const metric& m, bool with_beside) : of_(&m) {
    const std::vector<const measure*> inputs = inputs_of(m);
    constexpr std::string_view prefix = "customers_";
    for (const measure* input : inputs) {
        std::string names = flag_name(input->key);
        if (input->key.starts_with(prefix)) {
            const std::string shorter = flag_name(input->key.substr(prefix.size()));
            const bool unambiguous = std::none_of(
                inputs.begin(), inputs.end(), [&](const measure* other) { return flag_name(other->key) == shorter; });
            names += unambiguous && !is_taken(shorter) ? "," + shorter : "";
        }
        entries_.push_back({input, std::move(names), std::nullopt, !is_missing(input->absent) || input == m.squares});
    }
    for (const metric* other : with_beside ? m.beside : std::span<const metric* const>()) {
        for (const measure* input : inputs_of(*other)) {
            if (std::none_of(inputs.begin(), inputs.end(), [&](const measure* own) { return *own == *input; })) {
                entries_.push_back({input, flag_name(input->key), std::nullopt, true});
            }
        }
    }
}

void measure_flags::add_to(std::vector<flag>& flags) {
    for (entry& e : entries_) {
        flags.push_back({e.names, "N", std::string(e.of->meaning), &e.text, "Measures"});
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
        if (e.text || (e.optional && !alone)) {
            continue;
        }
        const std::size_t comma = e.names.find(',');
        names += names.empty() ? "" : " and ";
        names += e.names.substr(0, comma);
        names += comma == std::string::npos ? "" : " (or " + e.names.substr(comma + 1) + ")";
    }
    return names;
}

void measure_flags::read_histogram(const report_options& options, std::vector<double>& values) const {
    std::vector<double> counts;
    std::string_view rest = *histogram_;
    while (true) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        const std::string_view text = rest.substr(0, comma);
        const auto count = parse_number(text);
        if (!count || *count < 0 || *count > largest_count ||
            *count != static_cast<double>(static_cast<long long>(*count))) {
            throw bad_input("--histogram", quoted(text) + " is not a whole number");
        }
        counts.push_back(*count);
        if (comma == rest.size()) {
            break;
        }
        rest.remove_prefix(comma + 1);
    }
    const answer_scale scale = options.scale.highest > options.scale.lowest ? options.scale : usual_scale(*of_);
    try {
        values = from_histogram(*of_, counts, scale);
    } catch (const std::invalid_argument& wrong) {
        throw bad_input("--histogram", spell(static_cast<double>(counts.size())) + " counts for the answers " +
                                           spell(scale.lowest) + ".." + spell(scale.highest) + ": " + wrong.what());
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
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const entry& e = entries_[i];
        if (e.text) {
            std::string wrong;
            const auto value = parse_value(*e.of, *e.text, decimal, wrong);
            if (!value) {
                throw bad_input(e.names.substr(0, e.names.find(',')), wrong);
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
