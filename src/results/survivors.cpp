#include "results/survivors.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <cxm/metrics/customers.hpp>

#include "records/labels.hpp"
#include "text/problem.hpp"
#include "values/calendar_words.hpp"

namespace cxm {

namespace {

double count_of(const records& rows, std::size_t row, const measure& of) {
    const records::number_column* const column = rows.find(of);
    if (column == nullptr || is_missing(column->values[row])) {
        throw bad_input(
            place(rows, row),
            fmt::format("{} is missing: a retention curve needs customers_start and customers_lost of every "
                        "age of a cohort, or --survivors",
                        of.key));
    }
    return column->values[row];
}

/// What nobody joins: a record that starts with others than the one before left over is of no cohort, or out of place.
void require_left_over(const records& rows, std::size_t row, double start, double left) {
    if (start != left) {
        throw bad_input(
            place(rows, row),
            fmt::format("customers_start is {:.15g}, but the record before leaves {:.15g}: the records of a "
                        "cohort stand in the order of its age, and nobody joins it; of customers who come "
                        "and go, take those who came in one period",
                        start, left));
    }
}

grain common_grain(const std::vector<std::string>& periods) {
    grain common = grain::free;
    for (const std::string& text : periods) {
        const auto named = calendar_period(text);
        if (!named || (common != grain::free && named->of != common)) {
            return grain::free;
        }
        common = named->of;
    }
    return common;
}

void require_one_group(const records& rows) {
    const std::vector<std::size_t> groups = group_numbers(rows);
    const auto other = std::find_if(groups.begin(), groups.end(), [&](std::size_t g) { return g != groups.front(); });
    if (other != groups.end()) {
        throw bad_input(place(rows, static_cast<std::size_t>(other - groups.begin())),
                        fmt::format("a curve is of one cohort, and this record ({}) is of another group than the first "
                                    "({}); choose one, as by --where \"segment = 'pro'\"",
                                    title(rows, static_cast<std::size_t>(other - groups.begin())), title(rows, 0)));
    }
}

}  // namespace

cohort_of_records survivors_of(const records& rows) {
    if (rows.size() == 0) {
        throw bad_input(shown_end(rows.source),
                        "holds no record; a retention curve needs one for each age of a cohort");
    }
    require_one_group(rows);
    cohort_of_records cohort;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (!rows.is_complete(row)) {
            if (row + 1 < rows.size()) {
                throw bad_input(place(rows, row), "the record is not complete, and others of the cohort follow it");
            }
            cohort.note = title(rows, row) + " is not complete and left out";
            break;
        }
        const double start = count_of(rows, row, customers_start);
        const double lost = count_of(rows, row, customers_lost);
        if (row == 0) {
            cohort.survivors.push_back(start);
        }
        require_left_over(rows, row, start, cohort.survivors.back());
        if (lost > start) {
            throw bad_input(place(rows, row),
                            fmt::format("customers_lost ({:.15g}) is above customers_start ({:.15g})", lost, start));
        }
        cohort.survivors.push_back(start - lost);
        cohort.periods.emplace_back(rows.periods[row]);
    }
    if (cohort.survivors.size() < 2 || cohort.survivors.front() == 0) {
        throw bad_input(shown_end(rows.source), "holds no customers at the start, or no age after it");
    }
    cohort.every = common_grain(cohort.periods);
    return cohort;
}

}  // namespace cxm
