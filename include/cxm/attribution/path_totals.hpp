#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <unordered_map>
#include <vector>

#include <cxm/attribution/path.hpp>
#include <cxm/exact_sum.hpp>

namespace cxm::detail {

/// What journeys on one path come to, in sums that no order of adding changes.
struct path_totals {
    std::uint64_t conversions = 0;
    std::uint64_t nulls = 0;
    exact_sum value;
    std::vector<exact_sum> decayed;  ///< by touch; empty without time decay
    std::vector<exact_sum> decayed_value;

    void add_conversion(double its_value, std::span<const double> weights) {
        ++conversions;
        value.add(its_value);
        decayed.resize(weights.size());
        decayed_value.resize(weights.size());
        for (std::size_t i = 0; i < weights.size(); ++i) {
            decayed[i].add(weights[i]);
            decayed_value[i].add(weights[i] * its_value);
        }
    }

    void add(const path_totals& other) {
        conversions += other.conversions;
        nulls += other.nulls;
        value.add(other.value);
        add_each(decayed, other.decayed);
        add_each(decayed_value, other.decayed_value);
    }

    touch_path on(const std::vector<std::uint32_t>& touches) const {
        return {touches,
                static_cast<double>(conversions),
                static_cast<double>(nulls),
                value.value(),
                values(decayed),
                values(decayed_value)};
    }

private:
    static void add_each(std::vector<exact_sum>& to, const std::vector<exact_sum>& more) {
        to.resize(std::max(to.size(), more.size()));
        for (std::size_t i = 0; i < more.size(); ++i) {
            to[i].add(more[i]);
        }
    }

    static std::vector<double> values(const std::vector<exact_sum>& sums) {
        std::vector<double> all;
        for (const exact_sum& sum : sums) {
            all.push_back(sum.value());
        }
        return all;
    }
};

/// Lets a path be looked up by a span, without a copy of it.
struct touches_hash {
    using is_transparent = void;

    std::size_t operator()(std::span<const std::uint32_t> touches) const {
        std::uint64_t hash = touches.size();
        for (const std::uint32_t channel : touches) {
            hash = (hash ^ channel) * 0x9E3779B97F4A7C15;
            hash ^= hash >> 29;
        }
        return static_cast<std::size_t>(hash);
    }
};

struct touches_equal {
    using is_transparent = void;

    bool operator()(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) const {
        return std::equal(a.begin(), a.end(), b.begin(), b.end());
    }
};

using path_map = std::unordered_map<std::vector<std::uint32_t>, path_totals, touches_hash, touches_equal>;

}  // namespace cxm::detail
