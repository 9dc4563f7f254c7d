#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tally/condition.hpp"
#include "tally/truth.hpp"

/// Parses bytes as an expression and as a condition, and evaluates it on rows of blanks, numbers and texts.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    try {
        (void)cxm::parse_expression(text);
    } catch (const cxm::problem&) {
    }
    try {
        const cxm::condition c = cxm::parse_condition(text);
        for (const std::string_view cell : {"", "1", "-2.5", "text"}) {
            const std::vector<std::string_view> cells(c.columns.size(), cell);
            std::vector<std::size_t> cells_of;
            for (std::size_t i = 0; i < cells.size(); ++i) {
                cells_of.push_back(i);
            }
            cxm::number_reader numbers;
            try {
                (void)cxm::evaluate(c, cells_of, {cells.data(), 1}, numbers);
            } catch (const cxm::cell_problem&) {
            }
        }
    } catch (const cxm::problem&) {
    }
    return 0;
}
