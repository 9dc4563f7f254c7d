#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/condition.hpp"
#include "plan/expression.hpp"
#include "rows/filled_batch.hpp"
#include "rows/truth.hpp"

/// Parses bytes as an expression and as a condition, and evaluates it on rows of blanks, numbers and texts.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    try {
        (void)cxm::parse_expression(text);
    } catch (const cxm::problem&) {
    }
    try {
        const cxm::condition c = cxm::parse_condition(text);
        std::vector<std::size_t> cells_of;
        for (std::size_t i = 0; i < c.columns.size(); ++i) {
            cells_of.push_back(i);
        }
        cxm::testing::filled_batch batch(c.columns.size());
        for (const char* cell : {"", "1", "-2.5", "text", "0.1234567890123456789", "\xff"}) {
            batch.add(std::vector<std::string>(c.columns.size(), cell));
        }
        cxm::number_reader numbers;
        std::optional<cxm::cell_problem> fault;
        (void)cxm::evaluate(c, cells_of, batch.rows, cxm::first_rows(batch.rows.size), numbers, fault);
    } catch (const cxm::problem&) {
    }
    return 0;
}
