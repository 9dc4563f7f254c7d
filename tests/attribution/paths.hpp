#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

#include <cxm/attribution/path.hpp>

/// 17 conversions of direct 0, email 1, search 2 and social 3, worth 911.50 together.
inline std::vector<cxm::touch_path> example_paths() {
    return {{{2, 1, 2, 0}, 3, 9, 270.5}, {{1, 0}, 5, 11, 310}, {{0}, 4, 40, 96},      {{2}, 2, 30, 60},
            {{3, 3, 2}, 1, 22, 45},      {{3}, 0, 35, 0},      {{1, 3, 1}, 2, 6, 130}};
}

/// Paths of up to so many touches, some of them with conversions, some with null journeys, some with both.
inline std::vector<cxm::touch_path> random_paths(std::size_t count, std::size_t most_touches, std::uint32_t channels,
                                                 std::uint64_t seed) {
    std::mt19937_64 numbers(seed);
    std::vector<cxm::touch_path> made;
    for (std::size_t i = 0; i < count; ++i) {
        cxm::touch_path& path = made.emplace_back();
        path.touches.resize(1 + numbers() % most_touches);
        for (std::uint32_t& channel : path.touches) {
            channel = static_cast<std::uint32_t>(numbers() % channels);
        }
        path.conversions = static_cast<double>(numbers() % 5);
        path.nulls = static_cast<double>(numbers() % 3 * (numbers() % 9));
        path.value = path.conversions * static_cast<double>(10 + numbers() % 90);
    }
    return made;
}
