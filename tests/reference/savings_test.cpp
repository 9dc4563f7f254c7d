#include <cxm/roi_range.hpp>
#include <cxm/savings.hpp>

#include "reference/operations.hpp"

using namespace cxm;

namespace {

using rc = reference_case;

/// Two numbers of an input as counts of a kind.
template <class Counts>
Counts counts_of(const rc& c, const char* input) {
    return {c.list(input)[0], c.list(input)[1]};
}

void check_money(rc& c, const std::string& answer, const money_estimate& money) {
    c.check(answer, money.value);
    c.check(answer + "_lower", money.limits.low);
    c.check(answer + "_upper", money.limits.high);
}

void check_support(rc& c) {
    const auto support = support_saving(counts_of<contacts>(c, "before"), counts_of<contacts>(c, "after"),
                                        c["cost_per_contact"], c.level())
                             .value();
    c.check("rate_before", support.rate_before);
    c.check("rate_after", support.rate_after);
    c.check("rate_before_lower", support.limits_before.low);
    c.check("rate_before_upper", support.limits_before.high);
    c.check("contacts_saved", support.contacts);
    check_money(c, "saving", support.saving);
}

void check_churn(rc& c) {
    const auto kept = avoided_churn(counts_of<proportion>(c, "reference"), counts_of<proportion>(c, "exposed"),
                                    c["value_per_customer"], c.level())
                          .value();
    c.check("customers_kept", kept.customers);
    c.check("kept_lower", kept.limits.low);
    c.check("kept_upper", kept.limits.high);
    check_money(c, "value", kept.value);
}

void check_referral(rc& c) {
    const auto worth =
        referral_value({c["referred"], counts_of<proportion>(c, "would_have_come"), c["clv"], c["cac"], c["reward"]},
                       c.level())
            .value();
    c.check("share_anyway", worth.anyway);
    c.check("share_lower", worth.limits.low);
    c.check("share_upper", worth.limits.high);
    check_money(c, "value", worth.value);
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
