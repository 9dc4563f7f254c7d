#include "write/model_page.hpp"

namespace cxm {

namespace {

constexpr std::string_view on_a_holdout =
    "Every fit is held against data that it has not seen; where it fails, the first line of the output says so. Limits "
    "do not cover that the model may be wrong.";
constexpr std::string_view of_counts_alone =
    "Amounts are not tested, only how many purchases there are: see the correlation.";

constexpr model_page forecasts[] = {
    {"sbg", "Shifted beta-geometric retention curve", "cxm project",
     "Contracts that are renewed or lost once a period. Each customer leaves at every renewal with a chance that never "
     "changes; the chances differ between customers as Beta(alpha, beta). Who is easily lost goes first, so the risk of "
     "those who are left falls with age.",
     "alpha / (alpha + beta) is the risk at the first renewal, alpha / (alpha + beta + k) that after k renewals. Small "
     "alpha and beta: customers differ much. Judge the curve, not the parameters, which the data hardly tell apart.",
     "Risks that grow with age, minimum terms, or a price that changed: the curve knows none of them. Fewer than three "
     "renewals are not enough. Not for customers without a contract: see bgnbd.",
     "bdw lets the single customer's risk change, too. A constant churn undervalues those who stay; a line through "
     "survivors ends below zero.",
     "Fader & Hardie (2007), Journal of Interactive Marketing 21(1):76.", "fitted by", on_a_holdout},
    {"bdw", "Beta-discrete-Weibull retention curve", "cxm project",
     "As sbg, but the single customer's chance to leave grows with the time spent for c > 1 and falls for c < 1.",
     "c = 1 is sbg. With c > 1 and customers who differ, the risk of the cohort may rise first and fall later.",
     "Few renewals: a third parameter follows chance, and what it says of far ages goes with it. It is taken by itself "
     "only where it fits better than sbg by more than chance.",
     "sbg, with one parameter less.",
     "Fader, Hardie, Liu, Davin & Steenburgh (2018), Journal of Interactive Marketing 43:1.", "fitted by",
     on_a_holdout},
    {"bgnbd", "BG/NBD model of purchases", "cxm customers",
     "No contract, so that nobody says that they leave. A customer buys at random at a rate of their own, Gamma(r, "
     "alpha) over customers, and leaves for good after each repeat purchase with a chance of their own, Beta(a, b).",
     "r / alpha is the mean rate of purchases a week, a / (a + b) the mean chance to leave after one. Rank by the "
     "chance of no purchase: it can be checked, that of being alive cannot.",
     "Contracts; purchases on a schedule; seasons and sales, which it does not know. Who bought once always counts as "
     "there: where many do, take mbgnbd or pareto.",
     "mbgnbd, pareto. RFM scores order customers by hand and say no number; they can be as good at that.",
     "Fader, Hardie & Lee (2005), Marketing Science 24(2):275.", "fitted by", on_a_holdout},
    {"mbgnbd", "MBG/NBD model of purchases", "cxm customers",
     "As bgnbd, but a customer may leave right after the first purchase, too.",
     "As bgnbd; a / (a + b) is also the share of those who are gone after the first purchase.",
     "Contracts; purchases on a schedule; seasons and sales, which it does not know.",
     "bgnbd, pareto: take the one that foretells the holdout better.",
     "Batislam, Denizel & Filiztekin (2007), International Journal of Research in Marketing 24(3):201.", "fitted by",
     on_a_holdout},
    {"pareto", "Pareto/NBD model of purchases", "cxm customers",
     "A customer buys at random at a rate of their own, Gamma(r, alpha), and leaves at any time, at a rate of their own, "
     "Gamma(s, beta).",
     "r / alpha is the mean rate of purchases, s / beta that of leaving, a week. The data hardly tell s and beta apart.",
     "Contracts, schedules, seasons and sales, as the others. It takes longer to fit.",
     "bgnbd and mbgnbd say nearly the same of most shops, in less time.",
     "Schmittlein, Morrison & Colombo (1987), Management Science 33(1):1.", "fitted by", on_a_holdout},
    {"gamma_gamma", "Gamma-gamma model of amounts", "cxm customers",
     "The amounts of a customer spread around a mean of their own, which differs between customers and has nothing to do "
     "with how often they buy.",
     "A customer's expected amount lies between their own mean and that of all, the nearer to the latter the less they "
     "bought. For q of 1 or less there is no mean of all, and no value.",
     "How much and how often that go together: above a correlation of 0.3 the output warns. Amounts of 0 or below.",
     "The customer's plain mean takes one odd order for the rule; the mean of all takes everybody for the same.",
     "Fader, Hardie & Lee (2005), Journal of Marketing Research 42(4):415; notes of the authors on brucehardie.com.",
     "fitted by", of_counts_alone},
};

}  // namespace

std::span<const model_page> forecast_pages() { return forecasts; }

}  // namespace cxm
