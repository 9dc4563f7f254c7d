#include "languages/french/parts.hpp"

namespace cxm {

namespace {

constexpr metric_words value_words[] = {
    {"cac", "Coût d'acquisition client", "Coût pour gagner un nouveau client.",
     "À comparer à ce que vaut un client : clv_to_cac.",
     "L'argent dépensé ce mois gagne des clients des mois suivants : prendre des périodes plus longues que le cycle de vente. Les salaires sont souvent oubliés. La moyenne cache que le prochain client coûte plus que le dernier.",
     "Le coût d'acquisition payant divise la dépense publicitaire par les clients venus par les annonces ; le chiffre global d'ici divise par tous les nouveaux clients.",
     "coût d'acquisition, coût d'acquisition d'un client, CAC"},
    {"retention_cost", "Coût de rétention client", "Coût pour garder un des clients du début qui sont restés.",
     "À comparer à ce qu'un client rapporte dans la même période, et au cac par keep_to_win.",
     "La plupart seraient restés de toute façon : il dit ce qui a été dépensé, non ce que coûte d'en garder un de plus. Ce qui relève de la fidélisation, du support ou de la vente est une décision : s'y tenir.",
     "Divisé par tous les clients du début, il est plus bas ; par les clients menacés qui sont restés, il est bien plus haut.",
     "coût de rétention, coût de fidélisation"},
    {"keep_to_win", "Coût de garder rapporté au coût de gagner",
     "Combien de fois le coût de gagner un client entre dans celui d'en garder un pour la période.",
     "0,2 dit que garder un client pour la période prend un cinquième de ce qu'en gagner un prend.",
     "Un coût de chaque période face à un coût payé une fois : sur une année de mois, garder se paie douze fois. Le dicton selon lequel gagner coûte cinq fois plus n'a pas de source qui ait compté.",
     "clv_to_cac met la valeur d'un client en face du coût de le gagner."},
    {"clv", "Valeur vie client, simple", "Ce qu'un client dépense au long d'une durée de vie supposée.",
     "Une première estimation : voir lequel des trois facteurs la déplace le plus.",
     "C'est du chiffre d'affaires, non un bénéfice, sauf si purchase_value est une marge. Rien n'est actualisé, et la durée de vie est une supposition dont tout dépend.",
     "clv_margin prend la marge, la rétention et une actualisation ; clv_observed ce que montrent les données.",
     "valeur vie client, valeur à vie du client, valeur vie du client, LTV, CLV"},
    {"clv_margin", "Valeur vie client, marge actualisée",
     "Valeur présente de la marge d'un nouveau client à rétention constante, premier paiement au début.",
     "La marge multipliée par les années pour lesquelles compte un client : 3,67 pour une rétention de 80 % et une actualisation de 10 %.",
     "La rétention monte avec l'âge d'une cohorte : une rétention constante sous-estime ceux qui restent. Marge, rétention et actualisation doivent toutes être annuelles. Une rétention de 1 + actualisation ou plus n'a pas de valeur finie.",
     "Des paiements en fin d'année donnent marge / (1 + d - r) ; laisser le premier paiement de côté donne marge * r / (1 + d - r). Les manuels publient les trois sous un même nom.",
     "valeur vie client actualisée"},
    {"clv_net", "Valeur vie client moins coût d'acquisition",
     "Ce qui reste de la valeur vie simple une fois payé ce qu'il a fallu pour gagner le client.",
     "Au-dessous de 0, chaque nouveau client coûte plus qu'il ne dépensera.",
     "Avec un chiffre d'affaires comme purchase_value, elle compare des ventes à un coût : les marchandises restent à payer.",
     "clv_to_cac montre les deux mêmes chiffres comme un multiple.", "valeur vie client nette"},
    {"clv_after_service", "Valeur vie client moins coût de service",
     "Ce qu'un client dépense au long d'une durée de vie supposée, moins ce que le servir coûte.",
     "Comparer les segments : ceux qui achètent le plus demandent peut-être le plus.",
     "Un coût de service moyen n'est celui de personne : quelques clients en font l'essentiel. Rien n'est actualisé.",
     "clv_net retranche le coût d'acquisition. clv_margin prend une marge, où le service est peut-être déjà compté.",
     "valeur vie client après service"},
    {"clv_to_cac", "Valeur vie sur coût d'acquisition",
     "Combien de fois la valeur vie simple couvre ce qu'il faut pour gagner un client.",
     "Au-dessous de 1, la croissance brûle de l'argent. Les logiciels par abonnement aiment 3 ou plus, sur la marge ; un multiple très élevé peut dire qu'on dépense trop peu pour gagner des clients.",
     "Reprend chaque supposition de clv. Ne dit rien du temps pendant lequel l'argent est dehors.",
     "Les mois pour récupérer le coût d'acquisition disent quand, non combien de fois.", "ratio LTV/CAC, LTV sur CAC"},
    {"clv_observed", "Valeur vie client, observée",
     "Chiffre d'affaires d'un client actif dans la période, divisé par l'attrition de la période.",
     "1 / churn est la durée de séjour attendue, en périodes de la longueur des données ; aucune durée de vie n'est à supposer.",
     "Suppose que l'attrition reste ce qu'elle est et ne dépend pas de l'âge. De petits nombres de départs la font sauter, aucun la laisse indéfinie. C'est du chiffre d'affaires, non actualisé. L'intervalle est celui de l'attrition, le chiffre d'affaires par client étant pris pour connu.",
     "clv prend une durée de vie supposée ; avec une marge au lieu du chiffre d'affaires, c'est clv_margin sans actualisation.",
     "valeur vie client constatée"},
    {"roi", "Retour sur investissement", "Ce qu'un investissement a rapporté au-delà de son coût, rapporté au coût.",
     "0 rend le coût et rien de plus ; 3 gagnés pour 1 dépensé font 200 %.",
     "Le gain doit être causé par l'investissement : les ventes qui seraient venues de toute façon n'en sont pas. Un chiffre d'affaires au lieu d'une marge flatte. Il ignore combien de temps l'argent est resté dehors.",
     "roi_multiple, le gain sur le coût, vaut 1 de plus ; les deux se confondent souvent.",
     "RSI, retour sur investissement client"},
    {"roi_multiple", "Multiple de retour", "Ce qu'un investissement a rapporté pour chaque unité d'argent dépensée.",
     "Au-dessus de 1, il a rapporté plus qu'il n'a pris.", "Un multiple de 1 sonne comme un gain et n'en est pas un.",
     "roi vaut 1 de moins. return_on_ad_spend est ce multiple avec le chiffre d'affaires pour gain et le seul coût des annonces.",
     "multiple du retour sur investissement"},
};

}  // namespace

const std::span<const metric_words> french_value = value_words;

}  // namespace cxm
