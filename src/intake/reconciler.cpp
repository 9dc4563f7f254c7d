#include "intake/reconciler.hpp"

#include <fmt/format.h>

#include <array>
#include <cxm/metrics/customers.hpp>
#include <cxm/reconcile.hpp>

#include "intake/impossible_rows.hpp"
#include "text/problem.hpp"

namespace cxm {

std::string spell(const remark& r) {
    const bool several = r.undefined.find(',') != std::string::npos;
    return r.place + (r.place.empty() ? "" : ": ") + r.text +
           (r.undefined.empty() ? "" : ", so " + r.undefined + (several ? " are" : " is") + " undefined here");
}

reconciler::reconciler(const catalogue& known, std::vector<const metric*> on_usual_scales)
    : known_(&known), on_usual_scales_(std::move(on_usual_scales)) {
    for (const metric* m : known.metrics()) {
        consistency own(*m);
        if (own.can_fail()) {
            metrics_.emplace_back(m, std::move(own));
        }
    }
}

std::vector<remark> reconciler::impossible_in(const records& rows) const {
    impossible_rows found(rows);
    for (const auto& [m, own] : metrics_) {
        found.look_at(*m, own);
    }
    for (const measure* m : known_->measures()) {
        found.look_at(*m);
    }
    return found.remarks();
}

/// The means that another scale than the usual one must have given.
void reconciler::add_off_scale(const records& rows, std::vector<remark>& to) const {
    for (const metric* m : on_usual_scales_) {
        const records::number_column* const points = rows.find(*m->value.inputs()[0]);
        const records::number_column* const answers = rows.find(*m->value.inputs()[1]);
        for (std::size_t row = 0; points != nullptr && answers != nullptr && row < rows.size(); ++row) {
            const std::array inputs = {points->values[row], answers->values[row]};
            const outcome mean = evaluate(m->value, inputs);
            if (mean.ok() && !is_on(m->scale, mean.value)) {
                to.push_back({place_and_title(rows, row),
                              off_scale(*m, inputs, m->scale) + ", the usual one; say the answers' own by --scale"});
            }
        }
    }
}

namespace {

void add_imbalances(const records& rows, std::vector<remark>& to) {
    const records::number_column* const start = rows.find(customers_start);
    const records::number_column* const joined = rows.find(customers_new);
    const records::number_column* const lost = rows.find(customers_lost);
    const records::number_column* const end = rows.find(customers_end);
    if (start == nullptr || joined == nullptr || lost == nullptr || end == nullptr) {
        return;
    }
    const records::number_column* const back = rows.find(customers_back);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const double rejoined = back == nullptr || is_missing(back->values[row]) ? 0 : back->values[row];
        const double difference =
            start->values[row] + joined->values[row] + rejoined - lost->values[row] - end->values[row];
        if (difference != 0 && !is_missing(difference)) {
            to.push_back({place_and_title(rows, row), imbalance(start->values[row], joined->values[row],
                                                                lost->values[row], end->values[row], rejoined)});
        }
    }
}

/// Growths that are percentages where 0.12 is meant: hardly anything grows to twice what it was, or more.
void add_growths_in_percent(const records& rows, std::vector<remark>& to) {
    for (const records::number_column& number : rows.numbers) {
        const bool is_growth = number.of->of == unit::ratio && least(*number.of) < 0 && most(*number.of) > 1;
        for (std::size_t row = 0; is_growth && row < rows.size(); ++row) {
            if (const double growth = number.values[row]; growth >= 1) {
                to.push_back({place_and_title(rows, row),
                              fmt::format("{} is {:.12g}, which is a growth of {:.12g} %; {:.12g} % is written {:.12g}",
                                          number.of->key, growth, growth * 100, growth, growth / 100)});
            }
        }
    }
}

}  // namespace

std::vector<remark> reconciler::check(const records& rows) const {
    std::vector<remark> remarks = impossible_in(rows);
    add_off_scale(rows, remarks);
    add_imbalances(rows, remarks);
    add_growths_in_percent(rows, remarks);
    return remarks;
}

std::vector<std::string> reconciler::warnings_of(const records& typed, bool strict) const {
    std::vector<std::string> warnings;
    for (const remark& r : check(typed)) {
        if (r.impossible || strict) {
            throw bad_input(r.place, r.text);
        }
        warnings.push_back(spell(r));
    }
    return warnings;
}

}  // namespace cxm
