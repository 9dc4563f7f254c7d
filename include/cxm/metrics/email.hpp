#pragma once

#include <cxm/metric.hpp>

namespace cxm {

inline constexpr measure emails_delivered{
    .key = "emails_delivered",
    .meaning = "Emails sent that did not bounce.",
    .of = unit::things,
    .also_called = "delivered",
};
inline constexpr measure emails_opened{
    .key = "emails_opened",
    .meaning = "Delivered emails that were opened at least once.",
    .of = unit::things,
    .also_called = "opens, opened, unique_opens",
};
inline constexpr measure emails_clicked{
    .key = "emails_clicked",
    .meaning = "Delivered emails in which a link was clicked at least once.",
    .of = unit::things,
    .also_called = "unique_clicks, unique_email_clicks",
};

inline constexpr metric open_rate{
    .key = "open_rate",
    .title = "Email open rate",
    .meaning = "Share of the delivered emails that were opened.",
    .value = emails_opened / emails_delivered,
    .shown = as::share,
    .within = &emails_delivered,
    .better = good::higher,
    .guide = "Use it to compare subject lines sent to random halves of one list on one day.",
    .pitfalls =
        "An opening is seen by a loaded image: mail programs that load images by themselves, as Apple's does since "
        "2021, count as opened unread, and those that block images as unread.",
    .rivals = "Openings over emails sent is lower by the bounces. All openings, not the first alone, can exceed the "
              "emails.",
    .source = "Common trade definition.",
    .example = {{2200, 10000}, 0.22},
};

inline constexpr metric email_click_rate{
    .key = "email_click_rate",
    .title = "Email click rate",
    .meaning = "Share of the delivered emails in which a link was clicked.",
    .value = emails_clicked / emails_delivered,
    .shown = as::share,
    .within = &emails_delivered,
    .better = good::higher,
    .guide = "Steadier than open_rate, as a click is not made by a mail program that loads images.",
    .pitfalls = "Security scanners follow links before anybody reads: clicks within seconds of delivery are seldom "
                "people. All clicks, not the first of an email alone, can exceed the emails.",
    .rivals = "click_to_open divides by the emails opened. ctr divides clicks by impressions, and counts every click.",
    .source = "Common trade definition.",
    .example = {{330, 10000}, 0.033},
};

inline constexpr metric click_to_open{
    .key = "click_to_open",
    .title = "Click-to-open rate",
    .meaning = "Share of the opened emails in which a link was clicked.",
    .value = emails_clicked / emails_opened,
    .shown = as::share,
    .within = &emails_opened,
    .better = good::higher,
    .guide = "Says how the content does with those who came to see it; the subject line is in open_rate.",
    .pitfalls = "Openings that nobody made, such as those of Apple's mail program, pull it down. Where images are "
                "blocked an email is clicked that was never seen to open: count it as opened.",
    .rivals = "email_click_rate divides by the emails delivered and is lower.",
    .source = "Common trade definition.",
    .example = {{330, 2200}, 0.15},
};

inline constexpr const metric* email_metrics[] = {&open_rate, &email_click_rate, &click_to_open};

}  // namespace cxm
