#include "results/survivors.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

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

/// Which label holds the names of ages where no record has a period: the only one, if all its values differ.
const records::label_column* names_of_ages(const records& rows) {
    const auto has_text = [](std::string_view text) { return !text.empty(); };
    if (rows.labels.size() != 1 || std::any_of(rows.periods.begin(), rows.periods.end(), has_text)) {
        return nullptr;
    }
    const std::vector<std::string_view>& values = rows.labels.front().values;
    const std::set<std::string_view> different(values.begin(), values.end());
    return different.size() == values.size() ? &rows.labels.front() : nullptr;
}

/// The label that tells cohorts apart; null where they are one.
const records::label_column* cohorts_told_by(const records& rows, const std::optional<std::string>& label) {
    const records::label_column* const told = rows.find_label(label.value_or(cohort_label));
    if (label && told == nullptr) {
        throw bad_usage("--cohorts: no record has a label " + quote_of(*label));
    }
    return told;
}

void require_one_group(const records& rows, const records::label_column* cohorts) {
    if (names_of_ages(rows) != nullptr && cohorts == nullptr) {
        return;
    }
    for (const records::label_column& label : rows.labels) {
        if (&label == cohorts || label.name == age_label) {
            continue;
        }
        const auto& values = label.values;
        const auto other = std::find_if(values.begin(), values.end(), [&](auto v) { return v != values.front(); });
        if (other != values.end()) {
            const auto row = static_cast<std::size_t>(other - values.begin());
            throw bad_input(place(rows, row),
                            fmt::format("a curve is of one cohort, and this record ({}) is of another group than the "
                                        "first ({}); choose one, as by --where \"segment = 'pro'\", or where {} tells "
                                        "cohorts apart, say --cohorts {}",
                                        title(rows, row), title(rows, 0), shown(label.name), shown(label.name)));
        }
    }
}

/// The rows of each cohort, in the order of the first of each.
std::vector<std::vector<std::size_t>> rows_of_cohorts(const records& rows, const records::label_column* told_by) {
    std::vector<std::vector<std::size_t>> cohorts;
    std::map<std::string_view, std::size_t> places;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (told_by != nullptr && !told_by->has(row)) {
            throw bad_input(place(rows, row), "no " + shown(told_by->name) + " is given: of which cohort is it?");
        }
        const auto [at, is_new] = places.try_emplace(told_by ? told_by->values[row] : "", cohorts.size());
        if (is_new) {
            cohorts.emplace_back();
        }
        cohorts[at->second].push_back(row);
    }
    return cohorts;
}

/// Who is there at the start and after each of these records; the last is left out where it is not complete.
std::vector<double> follow(const records& rows, const std::vector<std::size_t>& of, cohorts_of_records& into) {
    std::vector<double> left;
    for (const std::size_t row : of) {
        if (!rows.is_complete(row)) {
            if (row != of.back()) {
                throw bad_input(place(rows, row), "the record is not complete, and others of the cohort follow it");
            }
            into.notes.push_back(title(rows, row) + " is not complete and left out");
            break;
        }
        const double start = count_of(rows, row, customers_start);
        const double lost = count_of(rows, row, customers_lost);
        if (left.empty()) {
            left.push_back(start);
        }
        require_left_over(rows, row, start, left.back());
        if (lost > start) {
            throw bad_input(place(rows, row),
                            fmt::format("customers_lost ({:.15g}) is above customers_start ({:.15g})", lost, start));
        }
        left.push_back(start - lost);
    }
    return left;
}

}  // namespace

cohorts_of_records survivors_of(const records& rows, const std::optional<std::string>& label) {
    if (rows.size() == 0) {
        throw bad_input(shown_end(rows.source),
                        "holds no record; a retention curve needs one for each age of a cohort");
    }
    const records::label_column* const told_by = cohorts_told_by(rows, label);
    require_one_group(rows, told_by);
    cohorts_of_records read;
    std::vector<std::string> periods;
    const std::vector<std::vector<std::size_t>> rows_of = rows_of_cohorts(rows, told_by);
    const records::label_column* const named_by = told_by == nullptr ? names_of_ages(rows) : nullptr;
    for (const std::vector<std::size_t>& of : rows_of) {
        std::vector<double> left = follow(rows, of, read);
        for (std::size_t age = 0; age + 1 < left.size(); ++age) {
            periods.emplace_back(named_by ? named_by->values[of[age]] : rows.periods[of[age]]);
        }
        if (!left.empty()) {
            read.cohorts.push_back(std::move(left));
        }
    }
    const bool is_seen = std::any_of(read.cohorts.begin(), read.cohorts.end(),
                                     [](const auto& left) { return left.size() > 1 && left.front() > 0; });
    if (!is_seen) {
        throw bad_input(shown_end(rows.source), "holds no customers at the start, or no age after it");
    }
    read.every = common_grain(periods);
    if (read.cohorts.size() == 1) {
        read.periods = std::move(periods);
    }
    return read;
}

}  // namespace cxm
