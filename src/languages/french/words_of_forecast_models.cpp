#include "languages/french/parts.hpp"

namespace cxm {

namespace {

constexpr translation
    forecast_models_table
        [] =
            {
                {"Assumes", "Suppose"},
                {"Not for", "Pas pour"},
                {"Test", "Test"},
                {"fitted by", "ajusté par"},
                {"a rule of", "une règle de"},
                {"Every fit is held against data that it has not seen; where it fails, the first line of the output says so. Limits do not cover that the model may be wrong.",
                 "Tout ajustement est confronté à des données qu'il n'a pas vues ; s'il échoue, la première ligne de la sortie le dit. Les limites ne couvrent pas que le modèle puisse être faux."},
                {"Amounts are not tested, only how many purchases there are: see the correlation.",
                 "Les montants ne sont pas testés, seulement le nombre d'achats : voir la corrélation."},
                {"Shifted beta-geometric retention curve", "Courbe de rétention bêta-géométrique décalée"},
                {"Contracts that are renewed or lost once a period. Each customer leaves at every renewal with a chance that never changes; the chances differ between customers as Beta(alpha, beta). Who is easily lost goes first, so the risk of those who are left falls with age.",
                 "Des contrats renouvelés ou perdus une fois par période. Chaque client part à chaque renouvellement avec une probabilité qui ne change jamais ; ces probabilités diffèrent d'un client à l'autre selon Beta(alpha, beta). Qui se perd facilement part d'abord : le risque de ceux qui restent baisse donc avec l'âge."},
                {"alpha / (alpha + beta) is the risk at the first renewal, alpha / (alpha + beta + k) that after k renewals. Small alpha and beta: customers differ much. Judge the curve, not the parameters, which the data hardly tell apart.",
                 "alpha / (alpha + beta) est le risque au premier renouvellement, alpha / (alpha + beta + k) celui après k renouvellements. De petits alpha et beta : les clients diffèrent beaucoup. Juger la courbe, non les paramètres, que les données distinguent à peine."},
                {"Risks that grow with age, minimum terms, or a price that changed: the curve knows none of them. Fewer than three renewals are not enough. Not for customers without a contract: see bgnbd.",
                 "Des risques qui croissent avec l'âge, des durées minimales, un prix qui a changé : la courbe n'en sait rien. Moins de trois renouvellements ne suffisent pas. Ni pour des clients sans contrat : voir bgnbd."},
                {"bdw lets the single customer's risk change, too. A constant churn undervalues those who stay; a line through survivors ends below zero.",
                 "bdw laisse aussi changer le risque de chaque client. Une attrition constante sous-estime ceux qui restent ; une droite par les survivants finit sous zéro."},
                {"Beta-discrete-Weibull retention curve", "Courbe de rétention bêta-Weibull discrète"},
                {"As sbg, but the single customer's chance to leave grows with the time spent for c > 1 and falls for c < 1.",
                 "Comme sbg, mais la probabilité que chaque client parte croît avec le temps passé si c > 1 et baisse si c < 1."},
                {"c = 1 is sbg. With c > 1 and customers who differ, the risk of the cohort may rise first and fall later.",
                 "c = 1 est sbg. Avec c > 1 et des clients qui diffèrent, le risque de la cohorte peut monter d'abord et baisser ensuite."},
                {"Few renewals: a third parameter follows chance, and what it says of far ages goes with it. It is taken by itself only where it fits better than sbg by more than chance.",
                 "Peu de renouvellements : un troisième paramètre suit le hasard, et ce qu'il dit des âges lointains avec lui. Elle n'est prise d'elle-même que là où elle s'ajuste mieux que sbg, plus que par hasard."},
                {"sbg, with one parameter less.", "sbg, avec un paramètre de moins."},
                {"BG/NBD model of purchases", "Modèle BG/NBD des achats"},
                {"No contract, so that nobody says that they leave. A customer buys at random at a rate of their own, Gamma(r, alpha) over customers, and leaves for good after each repeat purchase with a chance of their own, Beta(a, b).",
                 "Pas de contrat : personne ne dit qu'il part. Un client achète au hasard à un rythme qui lui est propre, Gamma(r, alpha) sur les clients, et part pour de bon après chaque réachat avec une probabilité qui lui est propre, Beta(a, b)."},
                {"r / alpha is the mean rate of purchases a week, a / (a + b) the mean chance to leave after one. Rank by the chance of no purchase: it can be checked, that of being alive cannot.", "r / alpha est le rythme moyen d'achats par semaine, a / (a + b) la probabilité moyenne de partir après l'un d'eux. Classer par la probabilité de ne rien acheter : elle se vérifie, celle d'être encore client, non."},
                {"Contracts; purchases on a schedule; seasons and sales, which it does not know. Who bought once always counts as there: where many do, take mbgnbd or pareto.",
                 "Des contrats ; des achats à dates fixes ; des saisons et des soldes, qu'il ne connaît pas. Qui a acheté une fois compte toujours comme présent : s'ils sont nombreux, prendre mbgnbd ou pareto."},
                {"mbgnbd, pareto. RFM scores order customers by hand and say no number; they can be as good at that.",
                 "mbgnbd, pareto. Les scores RFM classent les clients à la main et ne donnent aucun nombre ; pour classer, ils peuvent être aussi bons."},
                {"MBG/NBD model of purchases", "Modèle MBG/NBD des achats"},
                {"As bgnbd, but a customer may leave right after the first purchase, too.",
                 "Comme bgnbd, mais un client peut aussi partir juste après le premier achat."},
                {"As bgnbd; a / (a + b) is also the share of those who are gone after the first purchase.",
                 "Comme bgnbd ; a / (a + b) est aussi la part de ceux qui sont partis après le premier achat."},
                {"Contracts; purchases on a schedule; seasons and sales, which it does not know.",
                 "Des contrats ; des achats à dates fixes ; des saisons et des soldes, qu'il ne connaît pas."},
                {"bgnbd, pareto: take the one that foretells the holdout better.",
                 "bgnbd, pareto : prendre celui qui prédit le mieux la période réservée."},
                {"Pareto/NBD model of purchases", "Modèle Pareto/NBD des achats"},
                {"A customer buys at random at a rate of their own, Gamma(r, alpha), and leaves at any time, at a rate of their own, Gamma(s, beta).",
                 "Un client achète au hasard à un rythme qui lui est propre, Gamma(r, alpha), et part à tout moment, à un rythme qui lui est propre, Gamma(s, beta)."},
                {"r / alpha is the mean rate of purchases, s / beta that of leaving, a week. The data hardly tell s and beta apart.",
                 "r / alpha est le rythme moyen d'achats, s / beta celui des départs, par semaine. Les données distinguent à peine s et beta."},
                {"Contracts, schedules, seasons and sales, as the others. It takes longer to fit.",
                 "Contrats, dates fixes, saisons et soldes, comme les autres. L'ajustement prend plus de temps."},
                {"bgnbd and mbgnbd say nearly the same of most shops, in less time.",
                 "bgnbd et mbgnbd disent presque la même chose de la plupart des boutiques, en moins de temps."},
                {"Gamma-gamma model of amounts", "Modèle gamma-gamma des montants"},
                {"The amounts of a customer spread around a mean of their own, which differs between customers and has nothing to do with how often they buy.",
                 "Les montants d'un client se répartissent autour d'une moyenne qui lui est propre, qui diffère d'un client à l'autre et n'a rien à voir avec la fréquence de ses achats."},
                {"A customer's expected amount lies between their own mean and that of all, the nearer to the latter the less they bought. For q of 1 or less there is no mean of all, and no value.",
                 "Le montant attendu d'un client est entre sa propre moyenne et celle de tous, d'autant plus près de celle-ci qu'il a peu acheté. Si q vaut 1 ou moins, il n'y a ni moyenne de tous, ni valeur."},
                {"How much and how often that go together: above a correlation of 0.3 the output warns. Amounts of 0 or below.",
                 "Des montants et des fréquences qui vont de pair : au-dessus d'une corrélation de 0,3, la sortie avertit. Des montants nuls ou négatifs."},
                {"The customer's plain mean takes one odd order for the rule; the mean of all takes everybody for the same.",
                 "La simple moyenne du client prend une commande hors norme pour la règle ; la moyenne de tous prend tout le monde pour pareil."},
                {"Fader, Hardie & Lee (2005), Journal of Marketing Research 42(4):415; notes of the authors on brucehardie.com.",
                 "Fader, Hardie & Lee (2005), Journal of Marketing Research 42(4):415 ; notes des auteurs sur brucehardie.com."},
};

}  // namespace

const std::span<const translation> french_forecast_models = forecast_models_table;

}  // namespace cxm
