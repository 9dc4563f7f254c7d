#include "records/pool.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "records/pooled_value.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// All records of a group are of the same period.
constexpr std::int64_t one_period = 0;

}  // namespace

std::string_view segment_pool::keep(std::string_view text) {
    return text.empty() ? std::string_view() : text_.emplace_back(text);
}

std::size_t segment_pool::group_of(const records& block, std::size_t row, const kept_labels::columns& kept) {
    const auto label = [&](const records::label_column* column) {
        return column == nullptr ? std::string_view() : column->values[row];
    };
    std::string key(block.periods[row]);
    for (const records::label_column* column : kept) {
        key += '\0';
        key += label(column);
    }
    const auto [at, is_new] = group_of_key_.try_emplace(std::move(key), groups_.size());
    if (is_new) {
        group& added = groups_.emplace_back(group{keep(block.periods[row]), {}});
        for (const records::label_column* column : kept) {
            added.labels.push_back(keep(label(column)));
        }
    }
    return at->second;
}

/// The pool of a measure with room for all groups; the records before its first one lack it.
segment_pool::measure_pool& segment_pool::pool_of(const measure& m) {
    auto pool = std::find_if(measures_.begin(), measures_.end(), [&](const auto& p) { return *p.of == m; });
    const bool is_new = pool == measures_.end();
    if (is_new) {
        pool = measures_.insert(pool, {&m, {}});
    }
    pool->sums.resize(groups_.size(), {pooled(m.joins)});
    for (std::size_t g = 0; is_new && g < groups_.size(); ++g) {
        for (std::uint64_t before = 0; before < groups_[g].records; ++before) {
            pool->sums[g].values.add(not_given, one_period);
        }
    }
    return *pool;
}

void segment_pool::add_column(const records::number_column& column, const std::vector<std::size_t>& group_of_row) {
    measure_pool& to = pool_of(*column.of);
    for (std::size_t row = 0; row < group_of_row.size(); ++row) {
        const std::size_t g = group_of_row[row];
        if (parts_ == parts::shards && is_missing(column.values[row])) {
            ++to.sums[g].blanks;
        } else {
            to.sums[g].values.add(column.values[row], one_period);
        }
    }
}

void segment_pool::add_missing(measure_pool& to, const std::vector<std::size_t>& group_of_row) {
    to.sums.resize(groups_.size(), {pooled(to.of->joins)});
    for (const std::size_t g : group_of_row) {
        to.sums[g].values.add(not_given, one_period);
    }
}

/// The cells of a cohort grid hold the same people again at every age.
void segment_pool::require_one_age(const records& block) {
    const records::label_column* const ages = block.find_label("age");
    const std::vector<std::string>& names = kept_.names();
    if (ages == nullptr || block.find_label("cohort") == nullptr ||
        std::find(names.begin(), names.end(), "age") != names.end()) {
        return;
    }
    for (const std::string_view age : ages->values) {
        if (!first_age_.empty() && first_age_ != age) {
            throw bad_usage("pooling over 'age' would count the same people of a cohort again at each age; keep ages "
                            "apart by --by age, or choose one by --where \"age = '" +
                            shown(age) + "'\"");
        }
        first_age_ = age;
    }
}

void segment_pool::add(const records& block) {
    source_ = !std::exchange(any_block_, true) || source_ == block.source ? block.source : std::string();
    currency_ = block.currency;
    in_order_ = block.in_order;
    if (parts_ == parts::segments) {
        require_one_age(block);
    }
    const kept_labels::columns kept = kept_.in(block);
    if (parts_ == parts::segments && kept_.any_lacks(block, kept)) {
        return;
    }
    std::vector<std::size_t> group_of_row(block.size());
    for (std::size_t row = 0; row < block.size(); ++row) {
        group_of_row[row] = group_of(block, row, kept);
        groups_[group_of_row[row]].incomplete += block.is_complete(row) ? 0 : 1;
    }
    for (const records::number_column& column : block.numbers) {
        add_column(column, group_of_row);
    }
    for (measure_pool& m : measures_) {
        if (block.find(*m.of) == nullptr) {
            add_missing(m, group_of_row);
        }
    }
    for (const std::size_t g : group_of_row) {
        ++groups_[g].records;
    }
}

/// The groups, in order of appearance.
records segment_pool::without_values() const {
    records some;
    some.source = source_;
    some.currency = currency_;
    some.in_order = in_order_;
    for (const std::string& name : kept_.names()) {
        some.labels.push_back({name, {}});
    }
    for (const group& g : groups_) {
        some.periods.push_back(g.period);
        some.partial.push_back(g.incomplete > 0);
        some.pooled_from.push_back(g.records);
        for (std::size_t i = 0; i < g.labels.size(); ++i) {
            some.labels[i].values.push_back(g.labels[i]);
        }
    }
    return some;
}

void segment_pool::note_blanks(const records& pooled_records, std::size_t row, const group& g, const measure_pool& m,
                               const group_sum& sum) {
    if (sum.blanks > 0 && sum.blanks < g.records) {
        const std::string named = title(pooled_records, row);
        blanks_.push_back(fmt::format("{}{}{} is blank in {} of {} records", named, named.empty() ? "" : ": ",
                                      m.of->key, sum.blanks, g.records));
    }
}

records segment_pool::finish() {
    kept_.require_given();
    const records groups = without_values();
    const std::vector<std::size_t> order = order_of(groups);
    records pooled_records = picked(groups, order);
    auto reasons = std::make_shared<std::deque<std::string>>();
    for (const measure_pool& m : measures_) {
        records::number_column& column = pooled_records.numbers.emplace_back(records::number_column{m.of, {}, {}});
        for (std::size_t row = 0; row < order.size(); ++row) {
            const group_sum& sum = m.sums[order[row]];
            const gap why = sum.values.why();
            column.values.push_back(value_of(sum.values, *m.of, pooled_records, row));
            column.why.push_back(why == gap::none ? std::string_view() : reasons->emplace_back(in_words(why, *m.of)));
            note_blanks(pooled_records, row, groups_[order[row]], m, sum);
        }
    }
    pooled_records.owners.push_back(std::make_shared<std::deque<std::string>>(std::move(text_)));
    pooled_records.owners.push_back(std::move(reasons));
    return pooled_records;
}

}  // namespace cxm
