#include <algorithm>
#include <cstring>
#include <exception>
#include <mutex>
#include <thread>

#include "problem.hpp"
#include "tally/counter.hpp"

namespace cxm {

std::vector<std::uint32_t> counter::absorb(const counter& other) {
    std::vector<std::uint32_t> here;
    std::vector<std::string_view> labels(labels_.size());
    std::vector<const std::string_view*> columns;
    for (const std::string_view& label : labels) {
        columns.push_back(&label);
    }
    for (std::size_t group = 0; group < other.groups_.size(); ++group) {
        other.groups_.labels(group, labels.data());
        const std::int32_t period = other.groups_.period(group);
        groups_.find({0}, &period, columns, &here.emplace_back());
        const std::uint32_t to = here.back();
        std::uint64_t* const words = groups_.words(to);
        const std::uint64_t* const added = other.groups_.words(group);
        std::vector<int128> sums;
        for (const auto& m : plan_.measures) {
            if (m.kind == counting::sum) {
                sums.push_back(wide(words + m.word));
                if (!cxm::add(sums.back(), wide(added + m.word))) {
                    throw bad_input("",
                                    std::string(m.of->key) + ": the sum is beyond 1.7e20, the largest that is exact");
                }
            }
        }
        for (std::size_t i = 0; i < plan_.words; ++i) {
            words[i] += added[i];
        }
        std::size_t next = 0;
        for (const auto& m : plan_.measures) {
            if (m.kind == counting::sum) {
                std::memcpy(words + m.word, &sums[next++], sizeof(int128));
            }
        }
    }
    rows += other.rows;
    without_date += other.without_date;
    if (other.first_stay != no_day) {
        first_stay = first_stay == no_day ? other.first_stay : std::min(first_stay, other.first_stay);
        last_stay = std::max(last_stay, other.last_stay);
    }
    return here;
}

std::vector<std::uint32_t> counter::owners(const std::vector<std::uint32_t>& groups) const {
    std::vector<std::uint32_t> here;
    for (const std::uint32_t group : groups) {
        for (std::size_t i = 0; i < distinct_measures_; ++i) {
            here.push_back(static_cast<std::uint32_t>(group * distinct_measures_ + i));
        }
    }
    return here;
}

std::vector<std::uint64_t> join(const std::vector<std::unique_ptr<counter>>& counters) {
    counter& all = *counters[0];
    std::vector<std::vector<std::uint32_t>> owners;
    for (std::size_t i = 1; i < counters.size(); ++i) {
        owners.push_back(all.owners(all.absorb(*counters[i])));
    }
    std::vector<std::uint64_t> texts(all.groups().size() * all.distinct_measures());
    if (!texts.empty()) {
        for (const auto& each : counters) {
            each->texts().flush();
        }
        std::mutex one;
        std::exception_ptr fault;
        const auto join_parts = [&](std::size_t from) {
            try {
                for (std::size_t part = from; part < distinct_set::parts; part += counters.size()) {
                    for (std::size_t i = 1; i < counters.size(); ++i) {
                        all.texts().absorb(part, counters[i]->texts(), owners[i - 1]);
                    }
                }
            } catch (...) {
                const std::lock_guard lock(one);
                fault = std::current_exception();
            }
        };
        std::vector<std::thread> threads;
        for (std::size_t i = 1; i < counters.size(); ++i) {
            threads.emplace_back(join_parts, i);
        }
        join_parts(0);
        for (std::thread& each : threads) {
            each.join();
        }
        if (fault) {
            std::rethrow_exception(fault);
        }
        all.texts().count(texts);
    }
    return texts;
}

}  // namespace cxm
