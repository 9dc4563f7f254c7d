#include <string>
#include <vector>

#include "look/columns_for.hpp"

namespace cxm {

namespace {

/// The flags that records need: their period, and what of them is passed over.
command_words flags_of_records(const file_facts& facts, const catalogue& known) {
    command_words flags;
    const column_facts* period = facts.find("period");
    if (period == nullptr) {
        period = first_column(facts, [](const column_facts& c) {
            return c.blank == 0 && !c.is_measure && (c.is == column_kind::period || is_dated(c));
        });
        if (period != nullptr) {
            flags = {"--period", period->name + (period->is == column_kind::day ? ":" + grain_of(*period) : "")};
        }
        if (period != nullptr && !period->date_format.empty()) {
            flags = flags + command_words{"--date-format", period->date_format};
        }
    }
    for (const column_facts& c : facts.columns) {
        const measure* const m = c.is_measure ? known.find_measure(c.name) : nullptr;
        const bool number = c.is == column_kind::number || c.is == column_kind::answers ||
                            (c.is == column_kind::money && c.most >= c.least) ||
                            (c.is == column_kind::id && c.most >= c.least && c.whole);
        const bool bad = m != nullptr && ((is_whole(*m) && !c.whole) || c.least < least(*m));
        if (&c != period && number && (bad || m == nullptr)) {
            flags = flags + command_words{"--ignore", c.name};
        }
    }
    return flags;
}

/// The metrics whose measures are all there.
std::vector<const metric*> metrics_in(const file_facts& facts, const catalogue& known) {
    std::vector<const metric*> metrics = known.metrics();
    metrics.erase(std::remove_if(metrics.begin(), metrics.end(),
                                 [&](const metric* m) {
                                     const auto inputs = m->value.inputs();
                                     return inputs.empty() ||
                                            std::any_of(inputs.begin(), inputs.end(), [&](const measure* in) {
                                                const column_facts* const c = facts.find(in->key);
                                                return c == nullptr || c->filled == 0;
                                            });
                                 }),
                  metrics.end());
    return metrics;
}

bool is_of_one_period(const file_facts& facts) {
    const column_facts* const periods = facts.find("period");
    return periods != nullptr && periods->distinct == 1;
}

}  // namespace

std::vector<proposal> proposals_of_records(const file_facts& facts, const catalogue& known) {
    std::vector<proposal> all;
    const command_words file = {facts.file};
    const command_words flags = flags_of_records(facts, known) + reading_of(facts);
    const std::vector<const metric*> metrics = metrics_in(facts, known);
    const column_facts* const label = label_in(facts);
    const bool dated = facts.find("period") != nullptr || (!flags.empty() && flags[0] == "--period");
    if (metrics.empty()) {
        return {{"what its measures can be divided by", {"list"}}};
    }
    all.push_back({"every metric that its measures allow", command_words{"report"} + file + flags});
    if (label != nullptr) {
        all.push_back({"the same by " + label->name,
                       command_words{"report"} + file + flags + command_words{"--by", label->name}});
    }
    if (label != nullptr && label->distinct == 2 && label->commonest.size() == 2 &&
        (!dated || is_of_one_period(facts))) {
        const auto& [first, second] = std::minmax(label->commonest[0].first, label->commonest[1].first);
        all.push_back({"how " + second + " differs from " + first,
                       command_words{"compare"} + file + flags +
                           command_words{"--from", label->name + "=" + first, "--to", label->name + "=" + second}});
    }
    const std::string key(metrics[0]->key);
    if (dated && !is_of_one_period(facts)) {
        all.push_back({"whether " + key + " moved more than it does anyway",
                       command_words{"trend"} + file + flags + command_words{"--metric", key}});
    }
    all.push_back({"what " + key + " is, and what it is not", {"explain", key}});
    return all;
}

}  // namespace cxm
