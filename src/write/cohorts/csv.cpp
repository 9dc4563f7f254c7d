#include "write/cohorts/formats.hpp"
#include "write/cohorts/words.hpp"
#include "write/record_formats.hpp"

namespace cxm {

std::string csv_cohorts(const shown_cohorts& shown) {
    return csv_records(records_of(shown.of, shown.known), shown.texts);
}

std::string ndjson_cohorts(const shown_cohorts& shown) { return ndjson_records(records_of(shown.of, shown.known)); }

std::string wide_csv_cohorts(const shown_cohorts& shown) {
    std::string out;
    csv_writer to(out, shown.texts);
    to.raw("cohort,people");
    for (std::size_t age = 0; age < shown.of.asked.rules.ages; ++age) {
        to.raw(std::to_string(age));
    }
    to.end_line();
    for (const cohort_line& line : shown.of.cohorts) {
        to.text(spell(line.cohort));
        to.count(static_cast<double>(line.people));
        for (std::size_t age = 0; age < line.ages.size(); ++age) {
            const double value = cell_value(shown, line, age);
            if (shown.cells == cell_figure::people) {
                to.count(value);
            } else {
                to.number(value);
            }
        }
        to.end_line();
    }
    return out;
}

}  // namespace cxm
