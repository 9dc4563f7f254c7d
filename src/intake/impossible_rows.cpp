#include "intake/impossible_rows.hpp"

#include <algorithm>
#include <cxm/evaluate_columns.hpp>
#include <cxm/outcome.hpp>
#include <cxm/reconcile.hpp>
#include <cxm/spell.hpp>
#include <list>
#include <vector>

#include "records/inputs_of_row.hpp"

namespace cxm {

namespace {

using column = records::number_column;

/// One count within another needs no formula; this is the common case, and the fast one.
bool is_within(const column* part, const column* whole) {
    if (part == nullptr || whole == nullptr) {
        return true;
    }
    for (std::size_t row = 0; row < part->values.size(); ++row) {
        if (part->values[row] > whole->values[row]) {
            return false;
        }
    }
    return true;
}

/// Whether a share of sums is within 0 and 1 in all records.
bool is_share(const metric& m, const records& rows) {
    std::vector<const double*> values;
    std::list<std::vector<double>> filled;  // with what measures are worth where they are not given
    for (const measure* input : m.value.inputs()) {
        const column* const of_input = rows.find(*input);
        if (of_input == nullptr && is_missing(input->absent)) {
            return true;
        }
        if (is_missing(input->absent)) {
            values.push_back(of_input->values.data());
            continue;
        }
        std::vector<double>& given = filled.emplace_back(
            of_input == nullptr ? std::vector<double>(rows.size(), input->absent) : of_input->values);
        std::replace_if(
            given.begin(), given.end(), [](double value) { return is_missing(value); }, input->absent);
        values.push_back(given.data());
    }
    const fraction sides = split(m.value);
    std::vector<double> part(rows.size());
    std::vector<double> whole(rows.size());
    evaluate_columns(sides.top, values, part);
    evaluate_columns(sides.bottom, values, whole);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (part[row] < 0 || part[row] > whole[row]) {
            return false;
        }
    }
    return true;
}

/// Whether the answers of each record can have their squares.
bool has_possible_squares(const metric& m, const records& rows) {
    const auto inputs = m.value.inputs();
    const column* const squares = m.squares == nullptr || inputs.size() != 2 ? nullptr : rows.find(*m.squares);
    const column* const points = squares == nullptr ? nullptr : rows.find(*inputs[0]);
    const column* const answers = squares == nullptr ? nullptr : rows.find(*inputs[1]);
    for (std::size_t row = 0; points != nullptr && answers != nullptr && row < rows.size(); ++row) {
        // Not given compares as false, so that it is no answer.
        if (answers->values[row] > 0 && squares->values[row] >= 0 && !is_missing(points->values[row]) &&
            !possible_spread(points->values[row], squares->values[row], answers->values[row])) {
            return false;
        }
    }
    return true;
}

/// Whether nothing needs to be looked at record by record.
bool is_fine(const metric& m, const consistency& own, const records& rows) {
    const auto inputs = m.value.inputs();
    const bool parts_are = std::all_of(own.parts().begin(), own.parts().end(), [&](const auto& p) {
        return is_within(rows.find(*inputs[p.inner]), rows.find(*inputs[p.whole]));
    });
    return parts_are && has_possible_squares(m, rows) && (!own.is_share_of_sums() || is_share(m, rows));
}

}  // namespace

void impossible_rows::look_at(const metric& m, const consistency& own) {
    if (is_fine(m, own, rows_)) {
        return;
    }
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        const std::vector<double> inputs = inputs_of_row(m, rows_, row);
        if (!own.holds(inputs) && evaluate(m.value, inputs).is != status::missing) {
            metrics_of_[{row, own.objection(inputs)}].push_back(&m);
        }
    }
}

void impossible_rows::look_at(const measure& part) {
    const column* const values = rows_.find(part);
    const column* const whole = part.within == nullptr ? nullptr : rows_.find(*part.within);
    for (std::size_t row = 0; !is_within(values, whole) && row < rows_.size(); ++row) {
        if (values->values[row] > whole->values[row]) {
            metrics_of_.try_emplace({row, std::string(part.key) + " is " + spell(values->values[row]) + ", more than " +
                                              std::string(whole->of->key) + ", " + spell(whole->values[row])});
        }
    }
}

std::vector<remark> impossible_rows::remarks() const {
    std::vector<remark> remarks;
    for (const auto& [found, metrics] : metrics_of_) {
        const auto& [row, text] = found;
        remark& r = remarks.emplace_back(remark{place_and_title(rows_, row), text, true, {}});
        const auto share =
            std::find_if(metrics.begin(), metrics.end(), [](const metric* m) { return m->shown == as::share; });
        if (share != metrics.end()) {
            const std::string by_person((*share)->by_person);
            r.text += "; " + std::string((*share)->key) + " takes a part of a whole" +
                      (by_person.empty() ? "" : " (each person or email counts once in " + by_person + ")");
        }
        for (const metric* m : metrics) {
            r.undefined += (r.undefined.empty() ? "" : ", ") + std::string(m->key);
        }
    }
    return remarks;
}

}  // namespace cxm
