#include "write/model_page.hpp"

namespace cxm {

namespace {

constexpr std::string_view command = "cxm attribute";
constexpr std::string_view untested =
    "None: a rule is not right or wrong. It divides credit among the channels that were there and says nothing of what "
    "would have happened without one; only a group that went without it tells (Gordon et al. 2019, Marketing Science "
    "38:193).";
constexpr std::string_view by_resampling =
    "--bootstrap resamples the journeys and gives limits of the shares. They cover chance, not whether the channel "
    "caused anything: only a group that went without it tells (Gordon et al. 2019, Marketing Science 38:193).";

constexpr model_page credits[] = {
    {"first", "First touch", command,
     "What brought somebody in the first time deserves the whole conversion. Touches after it count for nothing.",
     "Which channels win attention of people who later buy. Paths without a conversion are not looked at, so a channel "
     "that brings many who never buy does not look worse.",
     "Judging what closes a sale; long ways whose beginning the lookback cuts off, for the first touch seen is then not "
     "the first.",
     "last, its opposite; position, which gives both ends a part.", "A rule of the trade; no author.", "a rule of",
     untested},
    {"last", "Last touch", command,
     "What somebody touched last deserves the whole conversion. Touches before it count for nothing.",
     "What most shop and advertising reports show. Coupons, brand searches and direct visits look best: people who have "
     "decided use them on their way in.",
     "Cutting what stands early on the way, such as advertising: it cannot show its part here.",
     "last-non-direct, which passes over visits that no channel brought; first, its opposite.",
     "A rule of the trade; no author.", "a rule of", untested},
    {"last-non-direct", "Last touch that is not direct", command,
     "As last, but a direct visit (--direct names such channels) has the credit only where nothing else was touched.",
     "Closer than last to what can be bought: nobody buys direct visits. It is what Google Analytics long showed.",
     "Telling how much people come by themselves: it hides that on purpose.", "last; linear.",
     "A rule of the trade; no author.", "a rule of", untested},
    {"linear", "Equal parts", command,
     "Every touch on a path with n of them has 1/n of the conversion. A channel touched twice has two parts.",
     "Who is present often on ways that end in a purchase. Cheap, frequent touches such as newsletters look good.",
     "Ways on which touches differ much in what they do.",
     "shapley, which counts a channel once however often it was touched; decay and position, which weigh by place.",
     "A rule of the trade; no author.", "a rule of", untested},
    {"position", "Both ends and the middle", command,
     "The first and the last touch have 40 % each, those between share 20 %; of two touches each has half, one has all.",
     "A compromise between first and last. The 40, 20 and 40 follow from nothing: they are what most programs use.",
     "Any claim that hangs on those weights.", "first, last and linear, between which it lies.",
     "A rule of the trade, also called U-shaped; no author.", "a rule of", untested},
    {"decay", "Time decay", command,
     "A touch weighs 2^(-age / half-life) when the conversion comes, 7 days unless --half-life says so; the weights of a "
     "path are made to add up to one conversion.",
     "The nearer to the purchase, the more. Age is counted to the second, not in whole days or weeks.",
     "Purchases that take long to decide: the half-life has to fit them, and the answer hangs on it.",
     "last, for a half-life near 0; linear, for a very long one.", "A rule of the trade; no author.", "a rule of",
     untested},
    {"markov", "Markov chain, removal effect", command,
     "The next touch depends on the last K touches alone (markov:K, markov is markov:1). Taking a channel away sends "
     "whoever came to it to no conversion; what the chain then loses, relative to the other channels, is its credit.",
     "Uses paths without a conversion too: a channel that many pass on their way to nothing loses. Chains are solved, not "
     "simulated, so the same data give the same answer.",
     "Files without the paths that did not convert: the chain then ends in a conversion whatever is taken away, and only "
     "shared presence counts. High K on few paths.",
     "shapley-rate, which looks at the same paths and forgets their order.",
     "Anderl, Becker, von Wangenheim & Schumann (2016), International Journal of Research in Marketing 33(3):457.",
     "a rule of", by_resampling},
    {"shapley", "Shapley value of conversions", command,
     "A set of channels is worth the conversions of the paths that lie within it. Shapley's fair division of that game "
     "splits each path equally over the different channels on it.",
     "As linear, but how often a channel was touched on a path does not matter, nor in which order.",
     "Comparing with a package: several different games go by Shapley's name. This one ignores paths that did not convert.",
     "shapley-rate, the game of conversion rates; linear.",
     "Zhao, Mahboobi & Bagheri (2018), Shapley value methods for attribution modeling, arXiv 1804.05327.", "a rule of",
     by_resampling},
    {"shapley-rate", "Shapley value of conversion rates", command,
     "A set of channels is worth the conversion rate of the paths that lie within it, 0 where there are none, times all "
     "paths.",
     "Uses paths without a conversion. A channel on whose ways fewer buy than on others' gets a negative credit, which is "
     "an answer and no fault.",
     "More than 15 channels, for it looks at every set of them; few paths per set, whose rates are chance.",
     "markov, which keeps the order; shapley, the game of conversions.",
     "Shapley (1953), A value for n-person games; the game of rates is that of several packages.", "a rule of",
     by_resampling},
};

}  // namespace

std::span<const model_page> credit_pages() { return credits; }

}  // namespace cxm
