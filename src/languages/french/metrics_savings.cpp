#include "languages/french/parts.hpp"

namespace cxm {

namespace {

constexpr metric_words savings_words[] = {
    {"support_saved", "Support économisé",
     "Coût des demandes au support que les clients ne font plus, face à une période d'avant.",
     "Moins de demandes par client, multiplié par les clients d'aujourd'hui : la croissance de la base n'est pas une perte. Au-dessous de 0, ils demandent plus qu'avant.",
     "Avant contre après ne montre pas de cause : saison, prix et produit ont changé aussi. Le coût est évité, et ne devient de l'argent que lorsque moins de gens répondent. ticket_value est ce qu'une demande de moins épargne, moins que le coût moyen.",
     "La baisse de support_cost compte ce qui a été payé, et mêle moins de demandes avec moins de personnel ou du personnel moins cher.",
     "économies de support"},
    {"churn_avoided", "Attrition évitée",
     "Valeur des clients restés alors qu'à l'attrition du groupe de référence ils seraient partis.",
     "À mettre en face de ce que l'expérience a coûté : cxm roi --gain churn_avoided=VALEUR:BAS..HAUT la prend avec ses limites.",
     "Ne vaut que si la référence serait partie de même, ce qu'assure un tirage au sort. stay_value est une marge encore à venir, de qui reste, non un chiffre d'affaires. Ne jamais l'ajouter à rox_like ni à rox : ils comptent les mêmes clients.",
     "rox_like est la même valeur rapportée au coût, à partir de ceux qui sont restés. L'attrition de l'an dernier au lieu d'une référence crédite l'expérience de tout ce qui a changé d'autre.",
     "désabonnements évités"},
    {"referral_value", "Valeur du parrainage",
     "Valeur des clients venus par parrainage : valeur vie de ceux qui ne seraient pas venus autrement, coût d'acquisition épargné, moins la récompense.",
     "Divisée par customers_referred, c'est ce qu'apporte un parrainage. Qui serait venu de toute façon se sait en le demandant : un échantillon suffit.",
     "Sans la question, tout client parrainé compterait comme gagné par le parrainage. Les clients parrainés restent souvent plus longtemps : prendre leur propre valeur vie, non celle de tous. Une valeur à un horizon est celle de cet horizon.",
     "referral est la part des nouveaux clients parrainés, sans prix."},
};

}  // namespace

const std::span<const metric_words> french_savings = savings_words;

}  // namespace cxm
