#include "intake/reconciler.hpp"

#include <array>
#include <cxm/evaluate_columns.hpp>
#include <cxm/metrics/customers.hpp>
#include <cxm/reconcile.hpp>
#include <cxm/spell.hpp>

#include "text/problem.hpp"

namespace cxm {

namespace {

using column = records::number_column;

/// The share's columns, in the order of its inputs; empty where one is not there at all.
std::vector<const column*> columns_of(const metric& m, const records& rows) {
    std::vector<const column*> columns;
    for (const measure* input : m.value.inputs()) {
        const column* values = rows.find(*input);
        if (values == nullptr) {
            return {};
        }
        columns.push_back(values);
    }
    return columns;
}

/// One count within another needs no formula; this is the common case, and the fast one.
bool is_fine(const std::vector<double>& part, const std::vector<double>& whole) {
    for (std::size_t row = 0; row < part.size(); ++row) {
        if (part[row] > whole[row]) {
            return false;
        }
    }
    return true;
}

void check_share(const metric& m, const records& rows) {
    const std::vector<const column*> columns = columns_of(m, rows);
    const bool simple = m.value.steps().size() == 3 && columns.size() == 2;
    if (columns.empty() || (simple && is_fine(columns[0]->values, columns[1]->values))) {
        return;
    }
    const fraction sides = split(m.value);
    std::vector<const double*> values;
    for (const column* c : columns) {
        values.push_back(c->values.data());
    }
    std::vector<double> part(rows.size());
    std::vector<double> whole(rows.size());
    evaluate_columns(sides.top, values, part);
    evaluate_columns(sides.bottom, values, whole);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (is_missing(part[row]) || is_missing(whole[row]) || (part[row] >= 0 && part[row] <= whole[row])) {
            continue;
        }
        std::array<double, formula::most_inputs> inputs;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            inputs[i] = columns[i]->values[row];
        }
        throw bad_input(place_and_title(rows, row),
                        contradiction(m, inputs) + "; " + std::string(m.key) + " counts one inside the other");
    }
}

void check_within(const measure& part, const records& rows) {
    const column* values = rows.find(part);
    const column* whole = part.within != nullptr ? rows.find(*part.within) : nullptr;
    if (values == nullptr || whole == nullptr || is_fine(values->values, whole->values)) {
        return;
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (values->values[row] > whole->values[row]) {
            throw bad_input(place_and_title(rows, row), std::string(part.key) + " is " + spell(values->values[row]) +
                                                            ", more than " + std::string(part.within->key) + ", " +
                                                            spell(whole->values[row]));
        }
    }
}

void check_spread(const metric& m, const records& rows) {
    if (m.squares == nullptr) {
        return;
    }
    const std::vector<const column*> columns = columns_of(m, rows);
    const column* squares = rows.find(*m.squares);
    if (columns.size() != 2 || squares == nullptr) {
        return;
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const double points = columns[0]->values[row];
        const double answers = columns[1]->values[row];
        if (answers > 0 && squares->values[row] >= 0 && !is_missing(points) &&
            !possible_spread(points, squares->values[row], answers)) {
            throw bad_input(place_and_title(rows, row),
                            std::string(m.squares->key) + " is " + spell(squares->values[row]) + ", less than " +
                                spell(answers) + " answers with the sum " + spell(points) + " can have");
        }
    }
}

/// The means that another scale than the usual one must have given.
void warn_of_scale(const metric& m, const records& rows, std::vector<std::string>& warnings) {
    const std::vector<const column*> columns = columns_of(m, rows);
    for (std::size_t row = 0; columns.size() == 2 && row < rows.size(); ++row) {
        const std::array inputs = {columns[0]->values[row], columns[1]->values[row]};
        const outcome mean = evaluate(m.value, inputs);
        if (mean.ok() && !is_on(m.scale, mean.value)) {
            warnings.push_back(place_and_title(rows, row) + (place_and_title(rows, row).empty() ? "" : ": ") +
                               off_scale(m, inputs, m.scale) + ", the usual one; say the answers' own by --scale");
        }
    }
}

}  // namespace

std::vector<std::string> reconciler::check(const records& rows) const {
    for (const catalogue::group& theme : known_->themes()) {
        for (const metric* m : theme.metrics) {
            if (m->shown == as::share) {
                check_share(*m, rows);
            }
            check_spread(*m, rows);
        }
    }
    for (const measure* m : known_->measures()) {
        check_within(*m, rows);
    }

    std::vector<std::string> warnings;
    for (const catalogue::group& theme : known_->themes()) {
        for (const metric* m : theme.metrics) {
            if (usual_scales_ && m->shown == as::score && m->scale.highest > m->scale.lowest) {
                warn_of_scale(*m, rows, warnings);
            }
        }
    }
    if (strict_ && !warnings.empty()) {
        throw bad_input("", warnings.front());
    }
    const column* start = rows.find(customers_start);
    const column* joined = rows.find(customers_new);
    const column* lost = rows.find(customers_lost);
    const column* end = rows.find(customers_end);
    if (start == nullptr || joined == nullptr || lost == nullptr || end == nullptr) {
        return warnings;
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const double difference = start->values[row] + joined->values[row] - lost->values[row] - end->values[row];
        if (difference == 0 || is_missing(difference)) {
            continue;
        }
        const std::string found =
            imbalance(start->values[row], joined->values[row], lost->values[row], end->values[row]);
        if (strict_) {
            throw bad_input(place_and_title(rows, row), found);
        }
        warnings.push_back(place_and_title(rows, row) + ": " + found);
    }
    return warnings;
}

}  // namespace cxm
