#include "languages/french/parts.hpp"

namespace cxm {

namespace {

constexpr metric_words customers_words[] = {
    {"churn", "Taux d'attrition", "Part des clients du début de la période qui sont partis pendant celle-ci.",
     "À comparer à vos propres périodes passées de même durée et à vos segments : l'attrition varie trop d'un métier à l'autre pour qu'un seul chiffre soit bon.",
     "customers_lost ne compte que les clients du début : qui arrive et repart dans la période n'y est pas. L'attrition mensuelle ne s'additionne pas sur un an : 5 % par mois font 46 % par an, et non 60 %.",
     "L'attrition en chiffre d'affaires pèse les clients par ce qu'ils paient. L'attrition nette retranche les nouveaux clients : c'est customer_growth, signe inversé.",
     "taux de désabonnement, attrition, taux de churn, désabonnement, taux de perte de clients, taux de résiliation"},
    {"retention", "Taux de rétention", "Part des clients du début de la période qui étaient encore clients à sa fin.",
     "L'autre face de l'attrition : rétention et attrition d'une même période font 100 %. Ne comparer que le comparable : même durée de période, même ancienneté des clients.",
     "customers_new ne doit compter que les nouveaux clients encore là à la fin ; ceux qui étaient partis et sont revenus sont customers_back, retranchés eux aussi : sinon les effectifs ne se recoupent pas et le chiffre est refusé ou faux.",
     "(customers_end - customers_start) / customers_start est souvent publié sous le nom de rétention. C'est customer_growth : il dit comment l'effectif a grandi, et peut dépasser 100 % alors que tout le monde s'en va.",
     "rétention, taux de rétention client, taux de fidélisation, fidélisation"},
    {"customer_growth", "Croissance du nombre de clients",
     "Variation du nombre de clients sur la période, rapportée à son début.",
     "Au-dessus de 0, il est venu plus de clients qu'il n'en est parti.",
     "La croissance cache l'attrition : une base qui perd 30 % et gagne 50 % croît de 20 %.",
     "Un article bien connu appelle ce chiffre rétention ; voir retention pour la part de ceux qui sont restés.",
     "croissance de la clientèle, taux de croissance des clients"},
    {"repeat_purchase", "Taux de réachat", "Part des clients actifs de la période qui ont racheté.",
     "Dépend de la fréquence du besoin : comparer des périodes de même durée.",
     "Des clients distincts ne s'additionnent pas d'un mois à l'autre : un trimestre demande son propre décompte. Une période plus longue trouve d'elle-même plus de réacheteurs.",
     "Les commandes répétées rapportées à toutes les commandes comptent des achats, non des personnes.",
     "réachat, taux d'achats répétés"},
    {"referral", "Taux de parrainage", "Part des nouveaux clients venus par recommandation.",
     "Une part de ce qui est gagné : elle monte aussi quand les autres canaux amènent moins de clients.",
     "Suppose de noter d'où viennent les clients ; ceux à qui on ne l'a pas demandé comptent comme non parrainés.",
     "Les parrainages par client, ou la part des clients qui parrainent, disent combien la base est active.",
     "parrainage, taux de recommandation"},
    {"cross_sell", "Taux de vente croisée",
     "Part des clients actifs de la période qui ont acheté dans plus d'une gamme.",
     "Comparer les gammes selon celle qui vint en premier : certaines ouvrent la porte aux autres, d'autres non.",
     "Ce qu'est une gamme décide du chiffre : en scinder une en deux le fait monter. Les anciens clients ont eu plus de temps, il monte donc aussi avec l'âge de la base.",
     "Les commandes croisées sur toutes les commandes comptent des achats, et le nombre de gammes par client n'a pas de plafond.",
     "vente croisée, ventes croisées"},
};

}  // namespace

const std::span<const metric_words> french_customers = customers_words;

}  // namespace cxm
