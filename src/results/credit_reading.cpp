#include "results/credit_reading.hpp"

#include <algorithm>
#include <stdexcept>
#include <tuple>

#include "text/folded.hpp"

namespace cxm {

namespace {

/// What one thread makes paths with.
class path_worker {
public:
    path_worker(const credit_request& asked, std::int64_t end)
        : asked_(asked),
          paths_({asked.lookback, end, static_cast<double>(std::max<std::int64_t>(asked.half_life, 1))}) {}

    void add(std::span<const history_event> history) {
        rows_.clear();
        for (const history_event& each : history) {
            if (asked_.until && each.time > *asked_.until) {
                ++late_rows_;
                continue;
            }
            if (each.label != no_label) {
                rows_.push_back({each.time, each.label});
            }
            if (each.events != 0) {
                rows_.push_back({each.time, conversion_row, to_double(each.amount)});
            }
        }
        people_ += rows_.empty() ? 0 : 1;
        // Of equal times touches come first, by the order of their channels, then the most valuable conversion.
        std::sort(rows_.begin(), rows_.end(), [](const journey_row& a, const journey_row& b) {
            return std::tie(a.time, a.channel, b.value) < std::tie(b.time, b.channel, a.value);
        });
        for (std::size_t i = 1; i < rows_.size(); ++i) {
            tied_ += rows_[i].time == rows_[i - 1].time && rows_[i].channel != rows_[i - 1].channel &&
                             rows_[i].channel != conversion_row
                         ? 1
                         : 0;
        }
        paths_.add(rows_);
    }

    void absorb(const path_worker& other) {
        paths_.add(other.paths_);
        people_ += other.people_;
        tied_ += other.tied_;
        late_rows_ += other.late_rows_;
    }

    void harvest(credit_paths& into) const {
        into.paths = paths_.paths();
        into.unused = paths_.unused();
        into.people = people_;
        into.tied = tied_;
        into.late_rows = late_rows_;
    }

private:
    const credit_request& asked_;
    path_counts paths_;
    std::vector<journey_row> rows_;
    std::uint64_t people_ = 0;
    std::uint64_t tied_ = 0;
    std::uint64_t late_rows_ = 0;
};

/// The channels that are direct, by their numbers.
std::vector<std::uint32_t> direct_channels(const credit_request& asked, const std::vector<std::string>& channels) {
    std::vector<std::uint32_t> numbers;
    for (std::size_t i = 0; i < channels.size(); ++i) {
        const std::string name = folded(channels[i]);
        if (std::find(asked.direct.begin(), asked.direct.end(), name) != asked.direct.end()) {
            numbers.push_back(static_cast<std::uint32_t>(i));
        }
    }
    return numbers;
}

model_credit credit_by(const named_model& model, const credit_reading& of) {
    model_credit made{&model, {}, {}};
    attribution_rules rules = model.rules;
    rules.direct = direct_channels(of.asked, of.from.channels);
    try {
        made.credit = attribute(of.from.paths, of.from.channels.size(), rules);
        made.why = made.credit.why;
        if (of.asked.resamples != 0 && made.why.empty()) {
            made.limits = attribution_bootstrap(of.from.paths, of.from.channels.size(), rules,
                                                {.resamples = of.asked.resamples, .level = of.asked.level});
        }
    } catch (const std::invalid_argument& wrong) {
        made.why = wrong.what();
    }
    return made;
}

}  // namespace

std::vector<std::size_t> credit_reading::channels_met() const {
    std::vector<char> met(from.channels.size());
    for (const touch_path& path : from.paths) {
        for (const std::uint32_t channel : path.touches) {
            met[channel] = 1;
        }
    }
    std::vector<std::size_t> channels;
    for (std::size_t i = 0; i < met.size(); ++i) {
        if (met[i] != 0) {
            channels.push_back(i);
        }
    }
    return channels;
}

credit_paths read_paths(people_histories& of, const credit_request& asked) {
    credit_paths made;
    made.channels = of.labels();
    made.first = of.first;
    made.end = asked.until ? asked.until : of.last;
    read_everyone(of, path_worker(asked, made.end.value_or(0))).harvest(made);
    return made;
}

credit_reading divide_credit(const credit_request& asked, credit_paths from) {
    credit_reading made{.asked = asked, .from = std::move(from)};
    for (const touch_path& path : made.from.paths) {
        made.conversions += path.conversions;
        made.nulls += path.nulls;
        made.value += path.value;
    }
    for (const named_model& model : made.asked.models) {
        made.models.push_back(credit_by(model, made));
    }
    return made;
}

}  // namespace cxm
