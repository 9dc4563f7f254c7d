#include <fmt/format.h>

#include "write/figure_text.hpp"
#include "write/project/formats.hpp"

namespace cxm {

namespace {

std::string_view why_this_curve(const projection& p) {
    if (p.of.model) {
        return "as asked";
    }
    return p.kind == curve_kind::bdw ? "as it fits better than sbg by more than chance" : "the usual curve";
}

std::string parameters_in_words(const projection& p) {
    if (p.is_constant) {
        const double rate = 1 / (1 + p.parameters[0].second / p.parameters[1].second);
        return "one renewal rate, " + figure_value({{}, figure_unit::share, rate}, {});
    }
    std::string text;
    for (const auto& [parameter, value] : p.parameters) {
        text += fmt::format("{}{} {:.4g}", text.empty() ? "" : ", ", parameter, value);
    }
    return text;
}

/// What a curve stands for whose parameters have run to their ends.
std::string standing_in_words(const projection& p) {
    if (p.is_constant) {
        return "The customers show no difference in how likely they are to leave: the curve is one renewal rate for "
               "all, and has no limits.";
    }
    return fmt::format("There are no limits: {}.", p.reason);
}

}  // namespace

std::string meaning(const projection& p, const forecast_figure& f) {
    const std::string discounted =
        p.of.discount > 0 ? fmt::format(", discounted by {:.4g} % a period", p.of.discount * 100) : std::string();
    if (f.key == "survival_at_horizon") {
        return fmt::format("of a cohort still there after {} renewals", p.of.last_age());
    }
    if (f.key == "payments_to_horizon") {
        return fmt::format("payments of a new customer up to renewal {}{}", p.of.last_age(), discounted);
    }
    if (f.key == "expected_lifetime") {
        return "payments of a new customer, all that ever come" + discounted;
    }
    if (f.key == "customer_value") {
        return "what they are worth" + discounted;
    }
    if (f.key == "next_losses") {
        return fmt::format("of {} customers lost at their next renewal", people_count(f.n));
    }
    return fmt::format("{} still to come from {} customers{}", f.key == "base_value" ? "worth" : "payments",
                       people_count(f.n), discounted);
}

std::string verdict_of_test(const projection& p) {
    if (!p.test) {
        return p.why_no_test.empty() ? "" : fmt::format("Not tested: {}.", p.why_no_test);
    }
    const curve_test& t = *p.test;
    const std::string range = figure_range(t.expected, {});
    const std::string expected = figure_value(t.expected, {}) + (range.empty() ? "" : " (" + range + ")");
    const std::string told =
        p.of.is_of_one_cohort()
            ? fmt::format("fitted to the first {} renewals alone the curve expects {} customers at renewal {}, and {} "
                          "are there",
                          t.fitted_to, expected, t.age, people_count(t.seen))
            : fmt::format("fitted without the last {} of each cohort the curve expects {} of {} customers after {}, "
                          "and {} are there",
                          t.held_out == 1 ? "renewal" : fmt::format("{} renewals", t.held_out), expected,
                          people_count(t.expected.n), t.held_out == 1 ? "it" : "them", people_count(t.seen));
    return t.misses()          ? "The curve fails its test: " + told + ". Do not rely on what it says of later ages."
           : t.expected.limits ? "Tested: " + told + "."
                               : "Tested, without limits to judge by: " + told + ".";
}

std::vector<std::string> projection_remarks(const projection& p) {
    if (!p.has_curve) {
        return {};
    }
    std::vector<std::string> remarks = {
        fmt::format("Curve: {} ({}), {}.", name(p.kind), parameters_in_words(p), why_this_curve(p))};
    if (!p.reason.empty()) {
        remarks.push_back(standing_in_words(p));
    }
    remarks.emplace_back("Limits cover chance in the customers seen, not that the curve may be wrong; neither seasons "
                         "nor changes of price or product are in it.");
    return remarks;
}

}  // namespace cxm
