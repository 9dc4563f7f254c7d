#include "write/sparkline.hpp"

#include <algorithm>
#include <string_view>

#include <cxm/measure.hpp>

namespace cxm {

std::string sparkline(std::span<const double> values, bool ascii) {
    constexpr std::string_view blocks[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    constexpr std::string_view letters[] = {"_", ".", ":", "-", "=", "+", "*", "#"};
    constexpr int middle = 3;
    double low = not_given;
    double high = not_given;
    for (const double value : values) {
        if (!is_missing(value)) {
            low = is_missing(low) ? value : std::min(low, value);
            high = is_missing(high) ? value : std::max(high, value);
        }
    }
    std::string line;
    for (const double value : values) {
        if (is_missing(value)) {
            line += ' ';
            continue;
        }
        // Halves, so that the range of the largest doubles does not overflow.
        const double height = (value / 2 - low / 2) / (high / 2 - low / 2);
        const int level = height >= 0 ? std::min(static_cast<int>(height * 8), 7) : middle;
        line += (ascii ? letters : blocks)[level];
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

}  // namespace cxm
