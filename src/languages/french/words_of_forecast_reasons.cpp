#include "languages/french/parts.hpp"

namespace cxm {

namespace {

constexpr translation forecast_reasons_table[] = {
    {"the data do not tell the model's parameters apart", "les données ne distinguent pas les paramètres du modèle"},
    {"a parameter of the model runs to the end of its range", "un paramètre du modèle va au bout de son domaine"},
    {"the search for the most likely parameters did not settle",
     "la recherche des paramètres les plus vraisemblables n'a pas abouti"},
    {"the curve needs renewals at more ages", "la courbe demande des renouvellements à plus d'âges"},
    {"nobody was lost", "personne n'a été perdu"},
    {"nobody bought on a second day", "personne n'a acheté un second jour"},
    {"the amounts spread so widely that they have no mean (q is at most 1)",
     "les montants sont si dispersés qu'ils n'ont pas de moyenne (q vaut au plus 1)"},
    {"a sum over customers, for which there are no limits",
     "une somme sur les clients, pour laquelle il n'y a pas de limites"},
    {"nobody decides at the start", "personne ne décide au départ"},
    {"the data end before", "les données s'arrêtent avant"},
    {"nobody came to it", "personne n'y est arrivé"},
    {"nobody was a customer yet when the bands were last seen to their end",
     "personne n'était encore client quand les classes ont été vues pour la dernière fois jusqu'au bout"},
    {"nobody was in this band", "personne n'était dans cette classe"},
    {"without a discount the payments have no end that the curve tells of: give --discount",
     "sans actualisation, les paiements n'ont pas de fin que la courbe dise : donner --discount"},
    {"a summary holds no purchases after the end of the observation",
     "un résumé n'a pas d'achats après la fin de l'observation"},
    {"the orders cover too short a time to hold a third of it out",
     "les commandes couvrent un temps trop court pour en réserver un tiers"},
    {"a part of orders_expected", "une part de orders_expected"},
};

}  // namespace

const std::span<const translation> french_forecast_reasons = forecast_reasons_table;

}  // namespace cxm
