#include <cxm/estimate.hpp>
#include <cxm/metrics/savings.hpp>
#include <cxm/roi_range.hpp>

#include "reference/operations.hpp"

using namespace cxm;

namespace {

using rc = reference_case;

/// Value and limits of a saving.
void check_money(rc& c, const std::string& answer, const estimate& saving) {
    c.check(answer, saving.comes_to.value);
    c.check(answer + "_lower", saving.limits.value().low);
    c.check(answer + "_upper", saving.limits.value().high);
}

estimate saving_of(const metric& m, readings named, const rc& c) {
    interval_options options;
    options.level = c.level();
    return estimate_of(m, named, options);
}

void check_support(rc& c) {
    const auto before = c.list("before");
    const auto after = c.list("after");
    const auto saved_at = [&](double of_one) {
        return saving_of(support_saved,
                         {tickets_before = before[0], customers_before = before[1], tickets = after[0],
                          customers_start = after[1], ticket_value = of_one},
                         c);
    };
    const interval rate = garwood(before[0], before[1], c.level());
    c.check("rate_before", before[0] / before[1]);
    c.check("rate_after", contact_rate(tickets = after[0], customers_start = after[1]).value);
    c.check("rate_before_lower", rate.low);
    c.check("rate_before_upper", rate.high);
    c.check("contacts_saved", saved_at(1).comes_to.value);
    check_money(c, "saving", saved_at(c["cost_per_contact"]));
}

void check_churn(rc& c) {
    const auto reference = c.list("reference");
    const auto exposed = c.list("exposed");
    const auto avoided_at = [&](double of_one) {
        return saving_of(churn_avoided,
                         {reference_lost = reference[0], reference_customers = reference[1],
                          experience_lost = exposed[0], experience_customers = exposed[1], stay_value = of_one},
                         c);
    };
    const estimate kept = avoided_at(1);
    c.check("customers_kept", kept.comes_to.value);
    c.check("kept_lower", kept.limits.value().low);
    c.check("kept_upper", kept.limits.value().high);
    check_money(c, "value", avoided_at(c["value_per_customer"]));
}

void check_referral(rc& c) {
    const auto anyway = c.list("would_have_come");
    const interval share = wilson(anyway[0], anyway[1], c.level());
    c.check("share_anyway", anyway[0] / anyway[1]);
    c.check("share_lower", share.low);
    c.check("share_upper", share.high);
    check_money(c, "value",
                saving_of(referral_value,
                          {customers_referred = c["referred"], referred_anyway = anyway[0], referred_asked = anyway[1],
                           referred_value = c["clv"], cac_saved = c["cac"], referral_reward = c["reward"]},
                          c));
}

void check_roi_range(rc& c) {
    std::vector<gain_part> parts;
    for (const auto& part : c.lists("gains")) {
        parts.push_back({part[0], part[1], part[2]});
    }
    const auto range = roi_range(parts, c["cost"]).value();
    c.check("gain", range.gain);
    c.check("roi", range.roi);
    c.check("roi_lower", range.limits.low);
    c.check("roi_upper", range.limits.high);
}

}  // namespace

TEST_CASE("savings and what they return are those of the reference") {
    check_operations({
        {"support_saving", check_support},
        {"churn_avoided", check_churn},
        {"referral_value", check_referral},
        {"roi_range", check_roi_range},
    });
}
