#include "languages/french/parts.hpp"

namespace cxm {

namespace {

constexpr metric_words recurring_words[] = {
    {"net_revenue_retention", "Rétention nette du revenu",
     "Revenu récurrent, à la fin de la période, des clients de son début, rapporté au début.",
     "Au-dessus de 100 %, les clients présents grandissent de plus que n'emportent ceux qui partent.",
     "Les nouveaux clients ne doivent pas y être. Un gros client qui grandit en cache beaucoup qui partent : regarder gross_revenue_retention et churn. Les valeurs mensuelles se multiplient sur un an, elles ne s'additionnent pas.",
     "Le chiffre d'affaires de cette année sur celui de la dernière compte aussi les nouveaux clients : c'est une croissance.",
     "rétention nette du chiffre d'affaires, taux de rétention net, NRR"},
    {"gross_revenue_retention", "Rétention brute du revenu",
     "Revenu récurrent du début qui est encore là à la fin de la période, croissance mise à part.",
     "Au plus 100 % ; ce qui y manque est à regagner ou à revendre à chaque période.",
     "Les prix relevés pour ceux qui restent vont dans recurring_gained : compensés avec des baisses, ils cachent la perte.",
     "net_revenue_retention ajoute ce que les clients paient en plus. retention compte des clients, grands et petits de même.",
     "rétention brute du chiffre d'affaires, taux de rétention brut, GRR"},
    {"mrr_growth", "Croissance du revenu récurrent",
     "Variation du revenu récurrent mensuel sur la période, rapportée à son début.",
     "Au-dessus de 0, il se gagne, se regagne et se vend en plus davantage qu'il ne se perd.",
     "La croissance cache l'attrition : une base qui perd beaucoup et gagne plus doit le regagner le mois suivant.",
     "net_revenue_retention laisse les nouveaux clients de côté et dit ce que devient la base seule.",
     "croissance du MRR"},
    {"quick_ratio", "Ratio de vivacité du revenu récurrent",
     "Revenu récurrent mensuel gagné, regagné et vendu en plus, pour chaque unité perdue.",
     "À 1, la base fait du surplace ; la même croissance à un ratio plus élevé se gagne avec moins de pertes.",
     "Une jeune entreprise a peu à perdre et un ratio élevé de ce seul fait. Sur de petites pertes, il saute d'un mois à l'autre.",
     "mrr_growth dit de combien la base grandit, non au prix de quelle perte. Le quick ratio des bilans est autre chose.",
     "quick ratio"},
};

}  // namespace

const std::span<const metric_words> french_recurring = recurring_words;

}  // namespace cxm
