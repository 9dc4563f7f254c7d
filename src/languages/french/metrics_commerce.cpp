#include "languages/french/parts.hpp"

namespace cxm {

namespace {

constexpr metric_words commerce_words[] = {
    {"return_rate", "Taux de retour", "Part des articles vendus qui sont revenus.",
     "Comparer articles, tailles et canaux : une valeur élevée désigne la description, la coupe ou le transport.",
     "Les retours arrivent des semaines après les ventes : comptés à leur date, une boutique en croissance paraît meilleure qu'elle n'est, et les retours de ventes passées peuvent dépasser les ventes d'un mois calme. Compter les retours de ces articles-là.",
     "Les commandes retournées sur les commandes, et l'argent remboursé sur le chiffre d'affaires, pèsent autrement.",
     "retours, taux de retour produit, taux de retours"},
    {"average_transaction", "Panier moyen", "Chiffre d'affaires moyen d'une commande.",
     "Avec le nombre de commandes, il partage une variation du chiffre d'affaires entre paniers plus gros et paniers plus nombreux.",
     "Quelques grosses commandes le déplacent : regarder aussi la médiane. Un seuil de port gratuit le relève et peut quand même coûter de la marge.",
     "Aussi appelé valeur moyenne des commandes. Le chiffre d'affaires par client réunit plusieurs commandes d'une même personne.",
     "valeur moyenne des transactions, montant moyen des transactions, valeur moyenne de commande"},
    {"revenue_per_customer", "Chiffre d'affaires par client",
     "Chiffre d'affaires moyen d'un client qui a acheté dans la période.",
     "average_transaction multiplié par les commandes d'un client : regarder lequel des deux a bougé.",
     "Grandit avec la durée de la période. Perdre de petits clients le relève tandis que le chiffre d'affaires baisse.",
     "Par client du début, payant ou non (ARPU, ARPA), le dénominateur est autre et la valeur souvent plus basse.",
     "revenu par client, revenu moyen par client"},
    {"refund_rate", "Taux de remboursement", "Part des transactions dont de l'argent a été rendu.",
     "Comparer articles et moyens de paiement. Une hausse est souvent la première trace d'un défaut de livraison ou de description.",
     "Les remboursements suivent la vente : les compter avec la commande à laquelle ils tiennent, et s'attendre à voir grandir les dernières semaines. Rendre une petite partie compte comme rendre le tout.",
     "L'argent remboursé sur les ventes pèse par montant. return_rate compte les articles revenus, remboursés ou non.",
     "remboursement, remboursements"},
    {"profit", "Bénéfice", "Chiffre d'affaires moins tous les coûts de la période.",
     "Ce à quoi servent les autres chiffres : lire leur hausse à côté de ce qu'elle a fait ici.",
     "Des coûts comptabilisés un autre mois que les ventes qu'ils servent le font aller et venir. Ce qui manque aux charges, comme la paie du patron, n'est gagné par personne.",
     "La marge brute ne retranche que les marchandises, la marge sur coûts variables ce que chaque vente coûte de plus.",
     "profit, résultat"},
    {"average_contract", "Valeur moyenne des contrats", "Valeur moyenne des contrats des nouveaux clients.",
     "À comparer au cac : ce que signe un nouveau client face à ce qu'il a fallu pour le gagner.",
     "Un contrat de trois ans compte trois fois un contrat d'un an au même prix annuel : dire quelle durée est entendue. customers_new laisse de côté ceux qui ont signé et étaient partis à la fin de la période.",
     "La valeur annuelle d'un contrat divise par sa durée en années ; sa valeur totale ne le fait pas.",
     "valeur moyenne du contrat, valeur contractuelle moyenne"},
};

}  // namespace

const std::span<const metric_words> french_commerce = commerce_words;

}  // namespace cxm
