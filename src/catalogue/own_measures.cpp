#include <algorithm>
#include <cxm/catalogue.hpp>
#include <cxm/readings.hpp>
#include <iterator>

#include "catalogue/called.hpp"
#include "catalogue/metrics_in_use.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// Keys that were added when users may have had measures and metrics of their own by these names.
constexpr std::string_view later_keys[] = {"customers_cross_sold",
                                           "ad_revenue",
                                           "emails_clicked",
                                           "transactions_refunded",
                                           "expenses",
                                           "revenue_squared",
                                           "keeping_cost",
                                           "service_per_year",
                                           "recurring_start",
                                           "recurring_gained",
                                           "recurring_reduced",
                                           "recurring_lost",
                                           "tickets_resolved_first",
                                           "tickets_answered",
                                           "response_seconds_squared",
                                           "session_seconds_squared",
                                           "cross_sell",
                                           "email_click_rate",
                                           "click_to_open",
                                           "cost_per_thousand",
                                           "return_on_ad_spend",
                                           "refund_rate",
                                           "revenue_per_customer",
                                           "profit",
                                           "retention_cost",
                                           "keep_to_win",
                                           "clv_after_service",
                                           "net_revenue_retention",
                                           "gross_revenue_retention",
                                           "contact_rate",
                                           "first_contact_resolution",
                                           "mrr_start",
                                           "mrr_new",
                                           "mrr_expansion",
                                           "mrr_contraction",
                                           "mrr_churned",
                                           "mrr_back",
                                           "mrr_end",
                                           "mrr_growth",
                                           "quick_ratio",
                                           "tickets_before",
                                           "customers_before",
                                           "ticket_value",
                                           "experience_lost",
                                           "reference_lost",
                                           "referred_asked",
                                           "referred_anyway",
                                           "referred_value",
                                           "cac_saved",
                                           "referral_reward",
                                           "support_saved",
                                           "churn_avoided",
                                           "referral_value",
                                           "experience_satisfied",
                                           "reference_satisfied",
                                           "mentions_before_positive",
                                           "mentions_before_negative",
                                           "rox_index"};

bool reads(const metric& m, std::string_view key) {
    const auto inputs = inputs_of(m);
    return std::any_of(inputs.begin(), inputs.end(), [&](const measure* input) { return input->key == key; });
}

}  // namespace

bool catalogue::is_first(std::string_view key) {
    return std::find(std::begin(later_keys), std::end(later_keys), key) == std::end(later_keys);
}

bool catalogue::has_own(std::string_view key) const {
    const auto is_called = [&](const auto& each) { return each.key == key; };
    return std::any_of(own_.begin(), own_.end(), is_called) ||
           std::any_of(own_measures_.begin(), own_measures_.end(), is_called);
}

void catalogue::give_way(std::string_view key) {
    const bool is_measure = find_measure(key) != nullptr;
    std::string gone;
    for (group& theme : themes_) {
        std::erase_if(theme.metrics, [&](const metric* m) {
            const bool goes = m->key == key || (is_measure && reads(*m, key));
            gone += goes && m->key != key ? (gone.empty() ? "" : ", ") + std::string(m->key) : "";
            return goes;
        });
    }
    std::erase_if(measures_, [&](const measure* m) { return m->key == key; });
    std::erase_if(levels_, [&](const metric& m) { return m.key == key; });
    notes_.push_back(std::string(key) + " is your own " + (is_measure ? "measure" : "metric") +
                     " here, not ours of that name" +
                     (gone.empty() ? "" : ", and " + gone + " of ours, made of it, is left out"));
}

void catalogue::declare(const own_name& name, unit of, over_time joins, std::string_view meaning) {
    if (const measure* const known = find_measure(name.key)) {
        const bool is_own = has_own(name.key);
        if (is_own || is_first(name.key)) {
            throw bad_usage(is_own ? "the measure " + quote_of(name.key) + " is given twice"
                                   : name.key + " is a measure of ours, in " + std::string(cxm::name(known->of)) +
                                         " and " + std::string(cxm::name(known->joins)) +
                                         " over time; leave out what is beside it");
        }
        give_way(name.key);
    }
    if (!is_key(name.key) || is_reserved(name.key)) {
        throw bad_usage(quote_of(name.key) +
                        (is_reserved(name.key) ? " has another meaning"
                                               : " must begin with a-z and go on with a-z, 0-9 and _, 64 at most") +
                        ", so no measure of your own can be called by it");
    }
    if (const metric* const m = find_metric(name.key)) {
        if (is_first(m->key)) {
            throw bad_usage(name.key + " is a metric, computed from measures; give the measure another name");
        }
        give_way(name.key);
    }
    own_measures_.push_back({.key = text_.emplace_back(name.key),
                             .meaning = text_.emplace_back(meaning),
                             .of = name.of.value_or(of),
                             .joins = name.joins.value_or(joins)});
    measures_.push_back(&own_measures_.back());
    add_level(own_measures_.back());
}

std::vector<const metric*>& catalogue::own_list() {
    constexpr std::string_view title = "Your own";
    if (themes_.back().title != title) {
        themes_.push_back({title, {}});
    }
    return themes_.back().metrics;
}

void catalogue::define_mean(const std::string& key, const measure& sum, const measure& number, const measure& squares) {
    if (find_metric(key) != nullptr && !is_first(key)) {
        give_way(key);
    }
    if (find_metric(key) != nullptr || find_measure(key) != nullptr) {
        throw bad_usage(key + " is taken; give the mean another name");
    }
    const as shown = sum.of == unit::money ? as::money : sum.of == unit::seconds ? as::seconds : as::score;
    own_.push_back({.key = text_.emplace_back(key),
                    .title = text_.emplace_back("Mean of " + key),
                    .meaning = "A mean of your own.",
                    .value = sum / number,
                    .shown = shown,
                    .squares = &squares});
    own_list().push_back(&own_.back());
}

}  // namespace cxm
