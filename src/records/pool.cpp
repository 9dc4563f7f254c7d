#include "records/pool.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cxm/period.hpp>
#include <limits>
#include <memory>
#include <utility>

#include "catalogue/metrics_in_use.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "text/shell_word.hpp"

namespace cxm {

std::string in_words(gap why, const measure& m) {
    const std::string key(m.key);
    switch (why) {
        case gap::some_missing: return key + " is missing in some of the pooled records";
        case gap::over_periods: return key + " counts different ones, which do not add over periods";
        case gap::differs: return key + " differs between the pooled records";
        default: return {};
    }
}

double value_of(const pooled& sum, const measure& m, const records& made) {
    constexpr double largest = std::numeric_limits<double>::max();
    const double value = sum.value();
    if (!is_missing(value) && !sum.is_within(is_count(m.of) ? largest_count : largest)) {
        throw bad_input(place_and_title(made, made.size() - 1),
                        fmt::format("{} adds up to more than {}; see whether the values are right", m.key,
                                    is_count(m.of) ? "2^53, the largest count" : "a number can hold"));
    }
    return value;
}

segment_pool::segment_pool(const std::vector<std::string>& kept, bool of_shards) : of_shards_(of_shards) {
    for (const std::string& label : kept) {
        if (std::find(kept_.begin(), kept_.end(), label) == kept_.end()) {
            kept_.push_back(label);
        }
    }
    lacking_.resize(kept_.size());
}

std::string_view segment_pool::keep(std::string_view text) { return text_.emplace_back(text); }

/// Calendar periods by their first day; free labels in order of appearance.
std::int64_t segment_pool::order_of(std::string_view period) {
    const auto known = parse_period(period);
    if (known && known->of != grain::free) {
        return known->first;
    }
    return free_order_.try_emplace(std::string(period), static_cast<std::int64_t>(free_order_.size())).first->second;
}

namespace {

std::string meant_for(std::string_view misspelt, const records& block) {
    std::vector<std::string_view> names;
    for (const records::label_column& label : block.labels) {
        names.push_back(label.name);
    }
    return did_you_mean(misspelt, names);
}

}  // namespace

/// Counts the records that lack a kept label; whether any did so far.
bool segment_pool::lacks_labels(const records& block, const std::vector<const records::label_column*>& kept) {
    bool any = false;
    for (std::size_t i = 0; i < kept.size() && !of_shards_; ++i) {
        for (std::size_t row = 0; row < block.size(); ++row) {
            const bool absent = kept[i] == nullptr || kept[i]->values[row].data() == nullptr;
            if (absent && lacking_[i].records++ == 0) {
                lacking_[i].first = place(block, row);
                lacking_[i].meant = kept[i] == nullptr ? meant_for(kept_[i], block) : "";
            }
        }
        any = any || lacking_[i].records > 0;
    }
    return any;
}

void segment_pool::refuse_lacking() const {
    for (std::size_t i = 0; i < kept_.size(); ++i) {
        const lack& l = lacking_[i];
        if (l.records == 0) {
            continue;
        }
        if (l.records == seen_) {
            throw bad_input(l.first,
                            "no record has a label " + quoted(kept_[i]) + l.meant + "; --by needs it in every record");
        }
        // Records counted from raw rows stand nowhere.
        if (l.first.empty()) {
            throw bad_input("", "label " + quoted(kept_[i]) +
                                    " is blank in some rows, which --by has no group for; "
                                    "leave them out with --where " +
                                    shell_word("\"" + kept_[i] + "\" is not blank") +
                                    " (by the column's name, where that is another)");
        }
        throw bad_input(l.first, "label " + quoted(kept_[i]) + " is missing here" + (l.records == 1 ? "" : " first") +
                                     ", in " + std::to_string(l.records) + " of " + std::to_string(seen_) +
                                     " records; --by needs it: give it to every record");
    }
}

std::size_t segment_pool::group_of(const records& block, std::size_t row,
                                   const std::vector<const records::label_column*>& kept) {
    std::string key(block.periods[row]);
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const bool absent = kept[i] == nullptr || kept[i]->values[row].data() == nullptr;
        key += absent ? '\1' : '\0';
        key += absent ? std::string_view() : kept[i]->values[row];
    }
    const auto [at, is_new] = index_.try_emplace(std::move(key), groups_.size());
    if (is_new) {
        group made{keep(block.periods[row]), {}, order_of(block.periods[row])};
        for (const records::label_column* label : kept) {
            const bool absent = label == nullptr || label->values[row].data() == nullptr;
            made.labels.push_back(absent ? std::string_view() : keep(label->values[row]));
        }
        groups_.push_back(std::move(made));
        records_in_.push_back(0);
        partial_.push_back(0);
        for (measure_pool& m : measures_) {
            m.groups.emplace_back(m.of->joins);
            m.blank.push_back(0);
        }
    }
    return at->second;
}

void segment_pool::add_column(const records::number_column& column, const std::vector<std::size_t>& group_of_row,
                              bool is_there) {
    auto pool = std::find_if(measures_.begin(), measures_.end(), [&](const auto& m) { return *m.of == *column.of; });
    if (pool == measures_.end()) {
        pool = measures_.insert(pool, {column.of, std::vector<pooled>(groups_.size(), pooled(column.of->joins)),
                                       std::vector<std::uint64_t>(groups_.size())});
        for (std::size_t g = 0; g < groups_.size(); ++g) {
            for (std::uint64_t before = 0; before < records_in_[g]; ++before) {
                pool->groups[g].add(not_given, groups_[g].when);
            }
        }
    }
    for (std::size_t row = 0; row < group_of_row.size(); ++row) {
        const std::size_t g = group_of_row[row];
        if (of_shards_ && is_there && is_missing(column.values[row])) {
            ++pool->blank[g];
        } else {
            pool->groups[g].add(column.values[row], groups_[g].when);
        }
    }
}

void segment_pool::add(const records& block) {
    source_ = seen_ == 0 || source_ == block.source ? block.source : std::string();
    currency_ = block.currency;
    std::vector<const records::label_column*> kept;
    for (const std::string& name : kept_) {
        const auto found = std::find_if(block.labels.begin(), block.labels.end(),
                                        [&](const records::label_column& label) { return label.name == name; });
        kept.push_back(found == block.labels.end() ? nullptr : &*found);
    }
    seen_ += block.size();
    if (lacks_labels(block, kept)) {
        return;
    }
    std::vector<std::size_t> group_of_row(block.size());
    for (std::size_t row = 0; row < block.size(); ++row) {
        group_of_row[row] = group_of(block, row, kept);
        partial_[group_of_row[row]] += !block.partial.empty() && block.partial[row] ? 1 : 0;
    }
    for (const records::number_column& column : block.numbers) {
        add_column(column, group_of_row, true);
    }
    for (const measure_pool& m : measures_) {
        if (block.find(*m.of) == nullptr) {
            add_column({m.of, std::vector<double>(block.size(), not_given)}, group_of_row, false);
        }
    }
    for (const std::size_t g : group_of_row) {
        ++records_in_[g];
    }
}

records segment_pool::finish() {
    refuse_lacking();
    std::vector<std::size_t> order(groups_.size());
    std::unordered_map<std::string, std::size_t> label_order;
    std::vector<std::size_t> rank(groups_.size());
    for (std::size_t g = 0; g < groups_.size(); ++g) {
        order[g] = g;
        std::string key;
        for (const std::string_view label : groups_[g].labels) {
            key += label;
            key += '\0';
        }
        rank[g] = label_order.try_emplace(std::move(key), label_order.size()).first->second;
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(rank[a], groups_[a].when) < std::pair(rank[b], groups_[b].when);
    });

    records made;
    made.source = source_;
    made.currency = currency_;
    auto text = std::make_shared<std::deque<std::string>>();
    for (const std::string& name : kept_) {
        made.labels.push_back({name, {}});
    }
    for (const measure_pool& m : measures_) {
        made.numbers.push_back({m.of, {}, {}});
    }
    for (const std::size_t g : order) {
        made.periods.push_back(groups_[g].period);
        made.partial.push_back(partial_[g] > 0);
        made.pooled_from.push_back(records_in_[g]);
        for (std::size_t i = 0; i < kept_.size(); ++i) {
            made.labels[i].values.push_back(groups_[g].labels[i]);
        }
        for (std::size_t m = 0; m < measures_.size(); ++m) {
            const pooled& sum = measures_[m].groups[g];
            made.numbers[m].values.push_back(value_of(sum, *measures_[m].of, made));
            if (measures_[m].blank[g] > 0 && measures_[m].blank[g] < records_in_[g]) {
                blanks_.push_back(fmt::format("{}{}{} is blank in {} of {} records", title(made, made.size() - 1),
                                              title(made, made.size() - 1).empty() ? "" : ": ", measures_[m].of->key,
                                              measures_[m].blank[g], records_in_[g]));
            }
            const bool explained = sum.why() != gap::none;
            made.numbers[m].why.push_back(
                explained ? std::string_view(text->emplace_back(in_words(sum.why(), *measures_[m].of)))
                          : std::string_view());
        }
    }
    made.owners.push_back(std::make_shared<std::deque<std::string>>(std::move(text_)));
    made.owners.push_back(std::move(text));
    return made;
}

}  // namespace cxm
