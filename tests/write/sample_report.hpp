#pragma once

#include <string>
#include <utility>
#include <vector>

#include <cxm/metrics/commerce.hpp>
#include <cxm/metrics/customers.hpp>
#include <cxm/metrics/marketing.hpp>
#include <cxm/metrics/surveys.hpp>
#include <cxm/metrics/value.hpp>

#include "catalogue/metrics_in_use.hpp"
#include "results/report.hpp"

namespace cxm::sample {

inline result value(const metric& m, double number) {
    result r;
    r.of = &m;
    r.comes_to = {status::ok, number, 0};
    return r;
}

inline result value(const metric& m, double number, double low, double high, double n) {
    result r = value(m, number);
    r.limits = interval{low, high, 0.95, "wilson"};
    r.n = n;
    return r;
}

/// As evaluate leaves it: the inputs decide what is missing or undefined.
inline result from(const metric& m, std::vector<double> inputs) {
    result r;
    r.of = &m;
    r.comes_to = evaluate(m.value, inputs);
    return r;
}

inline result nothing(const metric& m) { return from(m, std::vector<double>(m.value.inputs().size(), not_given)); }

/// A report made by hand, a record after the other.
class builder {
public:
    builder(std::vector<const metric*> metrics, std::vector<std::string> labels) {
        made_.metrics = std::move(metrics);
        for (std::string& label : labels) {
            made_.rows.labels.push_back({std::move(label), {}});
        }
    }

    /// The texts must outlive the report; a label that is null is absent.
    builder& add(std::string_view period, const std::vector<const char*>& labels, const std::vector<result>& results) {
        made_.rows.periods.push_back(period);
        made_.rows.lines.push_back(made_.rows.periods.size());
        for (std::size_t i = 0; i < labels.size(); ++i) {
            made_.rows.labels[i].values.push_back(labels[i] == nullptr ? std::string_view() : labels[i]);
        }
        made_.results.insert(made_.results.end(), results.begin(), results.end());
        return *this;
    }

    report& made() { return made_; }

private:
    report made_;
};

inline const std::vector<catalogue::group>& themes() {
    static const std::vector<catalogue::group> all = {
        {"Customers", {&churn, &retention}}, {"Surveys", {&nps, &csat}}, {"Value", {&cac, &roi_multiple}}};
    return all;
}

}  // namespace cxm::sample
