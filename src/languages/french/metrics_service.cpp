#include "languages/french/parts.hpp"

namespace cxm {

namespace {

constexpr metric_words service_words[] = {
    {"support_cost_per_customer", "Coût du support par client",
     "Coût du support pour chaque client du début de la période.",
     "À mettre en face de la marge d'un client sur la même période.",
     "Dans une période de forte croissance, les nouveaux clients demandent le plus et ne sont pas au dénominateur. Économiser sur le support peut revenir plus tard en attrition.",
     "Par client actif, ou par moyenne du début et de la fin, c'est un autre chiffre.",
     "coût de support par client, coût du service par client"},
    {"support_cost_per_ticket", "Coût du support par demande", "Coût du support pour chaque demande.",
     "Comparer des canaux, comme téléphone et messagerie, à résolution égale.",
     "Répondre aux questions faciles par le libre-service ôte les demandes bon marché et le relève alors que le support coûte moins. Scinder un cas en plusieurs demandes le fait baisser.",
     "Le coût par demande résolue, ou par contact, a un autre dénominateur.",
     "coût par ticket, coût du support par ticket"},
    {"support_cost_ratio", "Part du support dans le chiffre d'affaires",
     "Coût du support rapporté au chiffre d'affaires.",
     "Dit si le support croît plus vite ou moins vite que l'activité.",
     "Baisse quand les prix montent, sans que rien n'aille mieux au support.",
     "Le coût de service compte aussi la livraison, les retours et le suivi des comptes.",
     "ratio de coût du support, poids du support"},
    {"resolution", "Taux de résolution", "Part des demandes de la période qui ont été résolues.",
     "Le lire avec csat après le support : résolu est ce que dit le service, satisfait ce que dit le client.",
     "Compter toutes les demandes closes dans la période, anciennes comprises, peut dépasser 100 % quand un retard se résorbe ; compter celles ouvertes dans la période. Les demandes récentes ont eu moins de temps.",
     "first_contact_resolution ne compte que celles réglées à la première réponse.",
     "résolution, taux de résolution des demandes"},
    {"first_contact_resolution", "Résolution au premier contact",
     "Part des demandes de la période résolues à la première réponse.",
     "Chaque contact de plus coûte un effort au client et de l'argent au service : le lire avec ces.",
     "Qui renonce et qui réécrit sous une nouvelle demande paraissent tous deux réglés : attendre quelques jours et chercher une seconde demande du même client. Le libre-service ôte les questions faciles et le fait baisser.",
     "Sur les demandes résolues, et non sur toutes, il est plus élevé. Demandé aux clients, c'est la part d'une enquête.",
     "taux de résolution au premier contact"},
    {"contact_rate", "Taux de réclamation", "Demandes au support pour chaque client du début de la période.",
     "Sépare un service occupé parce que la base grandit d'un service occupé parce que quelque chose va mal.",
     "Les nouveaux clients demandent le plus et ne sont pas au dénominateur. Un formulaire difficile à trouver le fait baisser autant que de meilleurs produits. Un client peut écrire plusieurs fois : l'intervalle est plus étroit que la vérité.",
     "Les contacts par commande, ou par client actif, ont un autre dénominateur.",
     "taux de contact, taux de réclamations, réclamations, taux de sollicitation"},
    {"response_time", "Délai moyen de première réponse",
     "Délai moyen entre une demande et la première réponse par une personne, parmi celles qui ont reçu une réponse.",
     "Comparer par canal : des minutes en messagerie, des heures par e-mail.",
     "Le temps d'horloge et le temps ouvré diffèrent des nuits et des week-ends : en choisir un. Les demandes encore sans réponse n'y sont pas : la moyenne paraît la meilleure quand le retard est le pire ; quelques longues attentes la déplacent.",
     "Le délai de résolution finit à la solution. Un centile, comme 90 % en quatre heures, est ce que promettent les contrats de service.",
     "délai de réponse, temps de réponse, temps de première réponse, temps de réponse moyen"},
};

}  // namespace

const std::span<const metric_words> french_service = service_words;

}  // namespace cxm
