#include <fmt/format.h>

#include "write/figure_text.hpp"
#include "write/project/formats.hpp"

namespace cxm {

namespace {

std::string_view why_this_curve(const projection& p, const wording& say) {
    if (p.of.model) {
        return say("as asked");
    }
    return p.kind == curve_kind::bdw ? say("as it fits better than sbg by more than chance") : say("the usual curve");
}

std::string parameters_in_words(const projection& p, const wording& say) {
    if (p.is_constant) {
        const double rate = 1 / (1 + p.parameters[0].second / p.parameters[1].second);
        return say("one renewal rate, {}", figure_value({{}, figure_unit::share, rate}, {.say = say}));
    }
    std::string text;
    for (const auto& [parameter, value] : p.parameters) {
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", parameter, say.number(fmt::format("{:.4g}", value)));
    }
    return text;
}

/// What a curve stands for whose parameters have run to their ends.
std::string standing_in_words(const projection& p, const wording& say) {
    if (p.is_constant) {
        return std::string(
            say("The customers show no difference in how likely they are to leave: the curve is one renewal rate for "
                "all, and has no limits."));
    }
    return say("There are no limits: {}.", say.finished(p.reason));
}

}  // namespace

std::string meaning(const projection& p, const forecast_figure& f, const wording& say) {
    const std::string discounted =
        p.of.discount > 0 ? say(", discounted by {} % a period", say.number(fmt::format("{:.4g}", p.of.discount * 100)))
                          : std::string();
    if (f.key == "survival_at_horizon") {
        return counted(say, p.of.last_age(), "of a cohort still there after {} renewal",
                       "of a cohort still there after {} renewals");
    }
    if (f.key == "payments_to_horizon") {
        return say("payments of a new customer up to renewal {}{}", p.of.last_age(), discounted);
    }
    if (f.key == "expected_lifetime") {
        return std::string(say("payments of a new customer, all that ever come")) + discounted;
    }
    if (f.key == "customer_value") {
        return std::string(say("what they are worth")) + discounted;
    }
    if (f.key == "next_losses") {
        return counted(say, f.n, "of {} customer lost at their next renewal",
                       "of {} customers lost at their next renewal");
    }
    return (f.key == "base_value"
                ? counted(say, f.n, "worth still to come from {} customer", "worth still to come from {} customers")
                : counted(say, f.n, "payments still to come from {} customer",
                          "payments still to come from {} customers")) +
           discounted;
}

namespace {

std::string told_by_test(const projection& p, const curve_test& t, const wording& say) {
    const notation in{.say = say};
    const std::string range = figure_range(t.expected, in);
    const std::string expected = figure_value(t.expected, in) + (range.empty() ? "" : " (" + range + ")");
    const std::string seen = people_count(t.seen, say);
    if (p.of.is_of_one_cohort()) {
        return say("fitted to the first {} renewals alone the curve expects {} customers at renewal {}, and {} are "
                   "there",
                   t.fitted_to, expected, t.age, seen);
    }
    const std::string base = people_count(t.expected.n, say);
    return t.held_out == 1 ? say("fitted without the last renewal of each cohort the curve expects {} of {} customers "
                                 "after it, and {} are there",
                                 expected, base, seen)
                           : say("fitted without the last {} renewals of each cohort the curve expects {} of {} "
                                 "customers after them, and {} are there",
                                 t.held_out, expected, base, seen);
}

}  // namespace

std::string verdict_of_test(const projection& p, const wording& say) {
    if (!p.test) {
        return p.why_no_test.empty() ? "" : say("Not tested: {}.", say.finished(p.why_no_test));
    }
    const std::string told = told_by_test(p, *p.test, say);
    return p.test->misses() ? say("The curve fails its test: {}. Do not rely on what it says of later ages.", told)
           : p.test->expected.limits ? say("Tested: {}.", told)
                                     : say("Tested, without limits to judge by: {}.", told);
}

std::vector<std::string> projection_remarks(const projection& p, const wording& say) {
    if (!p.has_curve) {
        return {};
    }
    std::vector<std::string> remarks = {
        say("Curve: {} ({}), {}.", name(p.kind), parameters_in_words(p, say), why_this_curve(p, say))};
    if (!p.reason.empty()) {
        remarks.push_back(standing_in_words(p, say));
    }
    remarks.emplace_back(
        say("Limits cover chance in the customers seen, not that the curve may be wrong; neither seasons "
            "nor changes of price or product are in it."));
    return remarks;
}

}  // namespace cxm
