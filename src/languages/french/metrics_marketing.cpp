#include "languages/french/parts.hpp"

namespace cxm {

namespace {

constexpr metric_words marketing_words[] = {
    {"ctr", "Taux de clic", "Part des affichages qui ont été cliqués.",
     "Comparer des annonces au même endroit et au même format : un lien de recherche et une bannière sont deux mondes.",
     "Les clics de robots et par mégarde comptent en entier. Les clics d'une même personne dépendent les uns des autres : l'intervalle est plus étroit que la vérité.",
     "Les clics uniques sur les personnes touchées comptent des personnes. Pour les e-mails, ce sont email_click_rate et click_to_open.",
     "taux de clics, taux de clics publicitaires"},
    {"conversion", "Taux de conversion", "Part des visiteurs qui ont fait ce à quoi sert la page.",
     "Comparer par canal et par appareil, et essayer les changements sur des moitiés tirées au sort.",
     "Du trafic bon marché en plus le fait baisser tandis que les ventes montent. Qui vient deux mois compte deux fois dans un trimestre : une part de personnes distinctes demande son propre décompte.",
     "Les conversions sur les sessions ou sur les clics ont un dénominateur plus grand, et le taux est souvent plus bas ; dire lequel c'est.",
     "conversions, taux de transformation"},
    {"cart_abandonment", "Taux d'abandon de panier", "Part des paniers qui n'ont pas fini en achat.",
     "Le suivre par étape et par appareil : un saut après un changement du paiement est un défaut, un niveau élevé à lui seul n'en est pas un.",
     "Beaucoup se servent du panier comme d'un pense-bête ou pour voir les frais de port. Un panier rempli un jour et payé le lendemain compte comme abandonné si les achats sont comptés à leur propre date.",
     "L'abandon au paiement commence à compter au paiement et il est plus bas.",
     "abandon de panier, abandon de paniers"},
    {"lead_qualification", "Taux de qualification des prospects",
     "Part des prospects jugés dignes d'un effort de vente.",
     "Comparer les sources de prospects sous une même règle de qualification.",
     "Une règle plus lâche le relève sans un seul prospect meilleur. Les prospects des derniers jours ne sont pas encore jugés et le tirent vers le bas.",
     "Qualifiés par le marketing et qualifiés par les ventes sont deux règles : ne pas les mêler dans une série.",
     "qualification des prospects, qualification des leads, taux de qualification des leads"},
    {"engagement", "Taux d'engagement", "Mentions j'aime, partages et commentaires par abonné.",
     "Comparer des comptes de taille proche sur un même réseau : le taux tend à baisser quand l'audience grandit.",
     "Un abonné peut agir plusieurs fois et des inconnus aussi : il peut passer 100 %. La colère compte comme l'éloge. Il croît avec le nombre de publications et la durée de la période.",
     "Par personne touchée ou par affichage au lieu d'abonné, ou par publication : chacun est un autre chiffre.",
     "taux d'engagement sur les réseaux sociaux"},
    {"cost_per_click", "Coût par clic", "Argent dépensé en annonces pour chaque clic.",
     "Le lire avec conversion : l'un divisé par l'autre donne le coût publicitaire d'une conversion.",
     "Un clic bon marché qui n'achète jamais est cher. Frais et production sont rarement dans ad_spend.",
     "L'enchère est ce qu'un clic peut coûter au plus, non ce que les clics ont coûté.", "CPC"},
    {"cost_per_thousand", "Coût pour mille affichages", "Argent dépensé en annonces pour mille affichages.",
     "Le prix d'être vu : comparer emplacements et audiences, puis regarder à quoi mènent ces vues.",
     "Un affichage est une annonce servie, non une annonce vue. Les audiences étroites coûtent plus le mille et moins la vente.",
     "Aussi appelé CPM. Le coût pour mille affichages visibles ne compte que ceux à l'écran et il est plus élevé.",
     "CPM, coût pour mille, coût pour mille impressions"},
    {"return_on_ad_spend", "Retour sur dépenses publicitaires",
     "Chiffre d'affaires attribué aux annonces pour chaque unité d'argent dépensée.",
     "Avec une marge de 25 %, les marchandises sont payées à partir de 4 : au-dessous de un sur la marge, les annonces perdent de l'argent.",
     "Qui vend les annonces leur attribue les ventes, et plusieurs vendeurs la même. Les acheteurs qui seraient venus de toute façon, comme ceux qui cherchent la marque, le font paraître meilleur là où les annonces font le moins.",
     "roi retranche le coût et veut une marge comme gain. Son inverse, la dépense sur les ventes, baisse quand il monte.",
     "ROAS, rendement publicitaire, retour sur investissement publicitaire"},
    {"session_duration", "Durée moyenne de session", "Durée moyenne d'une session.",
     "Plus long est mieux là où l'on vient lire ou regarder ; sur une page d'aide ou au paiement, c'est pire.",
     "Les outils ne comptent souvent aucun temps pour la dernière page, et comptent les onglets inactifs jusqu'à une limite. Quelques sessions très longues déplacent la moyenne : regarder aussi la médiane.",
     "Le temps sur la page et le temps actif (onglet au premier plan) se mesurent autrement.",
     "durée de session, durée moyenne des sessions, durée des visites"},
};

}  // namespace

const std::span<const metric_words> french_marketing = marketing_words;

}  // namespace cxm
