#pragma once

#include <cxm/metric.hpp>

namespace cxm {

inline constexpr measure impressions{
    .key = "impressions",
    .meaning = "Times an ad, link or result was shown.",
    .of = unit::things,
    .also_called = "views, ad_impressions",
};
inline constexpr measure clicks{
    .key = "clicks",
    .meaning = "Times it was clicked, at most once for each impression.",
    .of = unit::things,
    .also_called = "ad_clicks, link_clicks",
};
inline constexpr measure ad_spend{
    .key = "ad_spend",
    .meaning = "Money paid for the ads that were clicked.",
    .of = unit::money,
    .least = 0,
    .also_called = "spend, ad_cost, media_spend, media_cost",
};
inline constexpr measure ad_revenue{
    .key = "ad_revenue",
    .meaning = "Revenue credited to the ads, by the rule of whoever credits it.",
    .of = unit::money,
    .also_called = "attributed_revenue, conversion_revenue, purchase_conversion_value",
};
inline constexpr measure visitors{
    .key = "visitors",
    .meaning = "Visitors of the period; who comes again in another counts there too.",
    .of = unit::people,
    .also_called = "unique_visitors, users",
};
inline constexpr measure conversions{
    .key = "conversions",
    .meaning = "Visitors of the period who did what the page is for, each once.",
    .of = unit::people,
    .in_parts = true,  // where a conversion is shared among the channels before it
    .also_called = "converted",
};
inline constexpr measure carts{"carts", "Shopping carts in which something was put.", unit::things};
inline constexpr measure carts_purchased{
    .key = "carts_purchased",
    .meaning = "Carts of the period that ended in a purchase.",
    .of = unit::things,
    .also_called = "carts_completed, checkouts",
};
inline constexpr measure leads{"leads", "People or companies who showed interest.", unit::people};
inline constexpr measure leads_qualified{
    .key = "leads_qualified",
    .meaning = "Leads of the period found worth a sales effort.",
    .of = unit::people,
    .also_called = "mqls, qualified",
};
inline constexpr measure likes{"likes", "Likes and other one-tap reactions to the posts of the period.", unit::things};
inline constexpr measure shares{"shares", "Times posts of the period were passed on.", unit::things};
inline constexpr measure comments{"comments", "Comments under the posts of the period.", unit::things};
inline constexpr measure followers{"followers", "Followers on the last day of the period.", unit::people,
                                   over_time::closing};
inline constexpr measure sessions{
    .key = "sessions",
    .meaning = "Visits to the site or app, as its analytics cut them.",
    .of = unit::things,
    .also_called = "visits",
};
inline constexpr measure session_seconds{"session_seconds", "Duration of all sessions together.", unit::seconds};
inline constexpr measure session_seconds_squared{"session_seconds_squared", "Sum of the squares of all durations.",
                                                 unit::number, over_time::flow, 0};

inline constexpr metric ctr{
    .key = "ctr",
    .title = "Click-through rate",
    .meaning = "Share of the impressions that were clicked.",
    .value = clicks / impressions,
    .shown = as::share,
    .within = &impressions,
    .better = good::higher,
    .guide = "Compare ads in the same place and format: a search ad and a banner are worlds apart.",
    .pitfalls = "Clicks by robots and by accident count in full. Clicks of one person depend on each other, so the "
                "interval is narrower than the truth.",
    .rivals = "Unique clicks over people reached counts persons. For emails they are email_click_rate and "
              "click_to_open.",
    .source = "Farris et al., Marketing Metrics.",
    .example = {{100, 1000}, 0.10},
    .by_person = "email_click_rate, click_to_open, conversion",
};

inline constexpr metric conversion{
    .key = "conversion",
    .title = "Conversion rate",
    .meaning = "Share of the visitors who did what the page is for.",
    .value = conversions / visitors,
    .shown = as::share,
    .within = &visitors,
    .better = good::higher,
    .guide = "Compare by channel and device, and test changes on random halves.",
    .pitfalls =
        "Cheap extra traffic lowers it while sales rise. Who visits in two months counts twice in a quarter, so "
        "a share of different people needs its own count.",
    .rivals = "Conversions over sessions or over clicks has a larger denominator and is often lower; say which it is.",
    .source = "Common trade definition; Farris et al., Marketing Metrics.",
    .example = {{250, 4000}, 0.0625},
};

inline constexpr metric cart_abandonment{
    .key = "cart_abandonment",
    .title = "Cart abandonment rate",
    .meaning = "Share of the carts that did not end in a purchase.",
    .value = (carts - carts_purchased) / carts,
    .shown = as::share,
    .within = &carts,
    .better = good::lower,
    .guide = "Watch it by step and device: a jump after a change of checkout is a fault, a high level alone is not.",
    .pitfalls = "Many use the cart as a note or to see the postage. A cart filled on one day and bought on the next "
                "counts as abandoned if purchases are booked by their own date.",
    .rivals = "Checkout abandonment starts counting at the checkout and is lower.",
    .source = "Farris et al., Marketing Metrics.",
    .example = {{1000, 300}, 0.70},
};

inline constexpr metric lead_qualification{
    .key = "lead_qualification",
    .title = "Lead qualification rate",
    .meaning = "Share of the leads found worth a sales effort.",
    .value = leads_qualified / leads,
    .shown = as::share,
    .within = &leads,
    .better = good::higher,
    .guide = "Compare sources of leads under one rule of qualification.",
    .pitfalls = "A laxer rule lifts it without one better lead. Leads of the last days are not judged yet and pull it "
                "down.",
    .rivals = "Marketing-qualified and sales-qualified leads are two rules: do not mix them in one series.",
    .source = "Common trade definition.",
    .example = {{120, 400}, 0.30},
};

inline constexpr metric engagement{
    .key = "engagement",
    .title = "Engagement rate",
    .meaning = "Likes, shares and comments for each follower.",
    .value = (likes + shares + comments) / followers,
    .shown = as::rate,
    .better = good::higher,
    .guide = "Compare accounts of similar size on one network: the rate tends to fall as an audience grows.",
    .pitfalls =
        "One follower may act many times and strangers act too, so it can pass 100 %. Anger counts like praise. "
        "It grows with the number of posts and with the length of the period.",
    .rivals = "By reach or by impressions in place of followers, or per post: each is a different figure.",
    .source = "Common trade definition; interval after Garwood (1936), Biometrika 28.",
    .example = {{500, 200, 50, 10000}, 0.075},
};

inline constexpr metric cost_per_click{
    .key = "cost_per_click",
    .title = "Cost per click",
    .meaning = "Money spent on ads for each click.",
    .value = ad_spend / clicks,
    .shown = as::money,
    .better = good::lower,
    .guide = "Read it with conversion: dividing one by the other gives the ad cost of a conversion.",
    .pitfalls = "A cheap click that never buys is dear. Fees and production are seldom in ad_spend.",
    .rivals = "The bid is the most that one click may cost, not what clicks did cost.",
    .source = "Farris et al., Marketing Metrics.",
    .example = {{500, 250}, 2},
};

inline constexpr metric cost_per_thousand{
    .key = "cost_per_thousand",
    .title = "Cost per thousand impressions",
    .meaning = "Money spent on ads for a thousand impressions.",
    .value = 1000 * ad_spend / impressions,
    .shown = as::money,
    .better = good::lower,
    .guide = "The price of being seen: compare places and audiences, then look at what the views lead to.",
    .pitfalls = "An impression is an ad served, not an ad seen. Narrow audiences cost more a thousand and less a sale.",
    .rivals = "Also called CPM. Cost per thousand viewable impressions counts those on screen alone and is higher.",
    .source = "Farris et al., Marketing Metrics.",
    .example = {{500, 100000}, 5},
};

inline constexpr metric return_on_ad_spend{
    .key = "return_on_ad_spend",
    .title = "Return on ad spend",
    .meaning = "Revenue credited to ads for each unit of money spent on them.",
    .value = ad_revenue / ad_spend,
    .shown = as::multiple,
    .better = good::higher,
    .guide = "At a margin of 25 % the goods are paid from 4 on: below one over the margin the ads lose money.",
    .pitfalls =
        "Whoever sells the ads credits the sales, and several sellers credit the same one. Buyers who would have "
        "come anyway, such as those who search for the brand, make it look best where ads do least.",
    .rivals = "roi takes the cost off and wants a margin as gain. Its inverse, spend over sales, falls when it rises.",
    .source = "Common trade definition; Farris et al., Marketing Metrics.",
    .example = {{2000, 500}, 4},
};

inline constexpr metric session_duration{
    .key = "session_duration",
    .title = "Mean session duration",
    .meaning = "Mean duration of a session.",
    .value = session_seconds / sessions,
    .shown = as::seconds,
    .better = good::higher,
    .guide = "Longer is better where people come to read or watch; on a help page or in a checkout it is worse.",
    .pitfalls = "Tools often book no time for the last page, and count idle tabs until a limit. A few very long "
                "sessions move the mean: look at the median too.",
    .rivals = "Time on page, and engaged time (tab in front), are measured differently.",
    .source = "Common trade definition of web analytics.",
    .example = {{90000, 500}, 180},
    .squares = &session_seconds_squared,
};

inline constexpr const metric* marketing_metrics[] = {
    &ctr,
    &conversion,
    &cart_abandonment,
    &lead_qualification,
    &engagement,
    &cost_per_click,
    &cost_per_thousand,
    &return_on_ad_spend,
    &session_duration,
};

}  // namespace cxm
