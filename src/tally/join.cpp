#include <algorithm>
#include <cstring>
#include <functional>

#include "tally/counter.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// The labels of a group as columns of one row.
struct label_row {
    explicit label_row(std::size_t count) : texts(count) {
        for (const std::string_view& text : texts) {
            columns.push_back(&text);
        }
    }

    std::vector<std::string_view> texts;
    std::vector<const std::string_view*> columns;
};

}  // namespace

void counter::absorb(counter& other) {
    label_row labels(labels_.size());
    for (std::size_t group = 0; group < other.groups_.size(); ++group) {
        other.groups_.labels(group, labels.texts.data());
        const std::uint32_t to = groups_.find_one(other.groups_.period(group), labels.columns, 0);
        std::uint64_t* const words = groups_.words(to);
        const std::uint64_t* const added = other.groups_.words(group);
        std::vector<std::uint64_t> joined(words, words + plan_.words);
        std::transform(joined.begin(), joined.end(), added, joined.begin(), std::plus());
        for (const auto& m : plan_.measures) {
            if (m.kind != counting::count) {
                joined[m.met_word()] = words[m.met_word()] | added[m.met_word()];
            }
            const bool was_met = (words[m.met_word()] & program::met_filled) != 0;
            const bool is_met = (added[m.met_word()] & program::met_filled) != 0;
            if (m.kind == counting::least || m.kind == counting::most) {
                const int128 own = wide(words + m.word);
                const int128 other_value = wide(added + m.word);
                const bool takes =
                    is_met && (!was_met || (m.kind == counting::least ? other_value < own : other_value > own));
                std::memcpy(joined.data() + m.word, takes ? &other_value : &own, sizeof own);
            }
            if (m.kind == counting::sum) {
                int128 sum = wide(words + m.word);
                if (!cxm::add(sum, wide(added + m.word))) {
                    throw bad_input("",
                                    std::string(m.of->key) + ": the sum is beyond 1.7e20, the largest that is exact");
                }
                std::memcpy(joined.data() + m.word, &sum, sizeof sum);
            }
        }
        for (const auto& s : plan_.surveys) {
            // Of weights; the squares stand behind the boxes.
            for (std::size_t at = s.word; s.each == 2 && at <= s.squares_word(); at += s.each) {
                int128 sum = wide(words + at);
                if (!cxm::add(sum, wide(added + at))) {
                    throw bad_input("", "the sum of the weights is beyond 1.7e20, the largest that is exact");
                }
                std::memcpy(joined.data() + at, &sum, sizeof sum);
            }
        }
        std::copy(joined.begin(), joined.end(), words);
        values_.take(to, other.values_, group);
    }
    watch.absorb(other.watch);
    for (std::size_t i = 0; i < measure_watches.size(); ++i) {
        measure_watches[i].absorb(other.measure_watches[i]);
    }
    rows += other.rows;
    fitting += other.fitting;
    without_date += other.without_date;
    open_ends += other.open_ends;
    if (other.first_stay != no_day) {
        first_stay = first_stay == no_day ? other.first_stay : std::min(first_stay, other.first_stay);
        last_stay = std::max(last_stay, other.last_stay);
    }
}

std::vector<std::uint64_t> join(const std::vector<std::unique_ptr<counter>>& counters, shared_counts& shared) {
    counter& first = *counters[0];
    first.flush();
    for (std::size_t i = 1; i < counters.size(); ++i) {
        counters[i]->flush();
        first.absorb(*counters[i]);
    }
    const std::size_t measures = first.distinct_measures();
    if (measures == 0) {
        return {};
    }
    const std::vector<std::uint64_t> counted = shared.texts.count(shared.groups() * measures);
    std::vector<std::uint64_t> texts;
    label_row labels(first.plan().labels.size());
    for (std::size_t group = 0; group < first.groups().size(); ++group) {
        first.groups().labels(group, labels.texts.data());
        const std::size_t owner = measures * shared.number_of(first.groups().period(group), labels.columns, 0);
        for (std::size_t i = 0; i < measures; ++i) {
            texts.push_back(counted[owner + i]);
        }
    }
    return texts;
}

}  // namespace cxm
