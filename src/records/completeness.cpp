#include "records/completeness.hpp"

#include <cxm/period.hpp>

namespace cxm {

void mark_partial(records& rows, std::int32_t as_of) {
    rows.partial.resize(rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto own = parse_period(rows.periods[row]);
        if (own && own->of != grain::free && own->last > as_of) {
            rows.partial[row] = true;
        }
    }
}

std::vector<std::string> partial_warnings(const records& rows) {
    std::vector<std::string> warnings;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (!rows.is_complete(row)) {
            warnings.push_back(title(rows, row) + ": not complete");
        }
    }
    return warnings;
}

}  // namespace cxm
