#include "results/assumed_years.hpp"

#include <cxm/metrics/value.hpp>
#include <cxm/spell.hpp>

namespace cxm {

namespace {

std::string counted(double number, std::string_view one, std::string_view several) {
    return spell(number) + " " + std::string(number == 1 ? one : several);
}

}  // namespace

std::string assumed_years(const metric& m, const records& rows) {
    const auto given = [&](const measure& of) {
        const bool is_used = position(m.value, of) < m.value.inputs().size();
        const records::number_column* const column = is_used ? rows.find(of) : nullptr;
        return column == nullptr ? not_given : column->values.front();
    };
    const double purchases = given(purchases_per_year);
    const double years = given(lifespan_years);
    if (is_missing(purchases) || is_missing(years)) {
        return {};
    }
    return counted(purchases, "purchase", "purchases") + " a year for " + counted(years, "year", "years");
}

}  // namespace cxm
