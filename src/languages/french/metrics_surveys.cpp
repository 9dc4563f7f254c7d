#include "languages/french/parts.hpp"

namespace cxm {

namespace {

constexpr metric_words surveys_words[] = {
    {"nps", "Net Promoter Score", "Pourcentage de promoteurs moins pourcentage de détracteurs, de -100 à 100.",
     "Au-dessus de 0, plus de clients vous recommandent que n'avertissent contre vous. Comparer à vos propres enquêtes passées, posées de la même façon ; métiers, pays et canaux diffèrent de dizaines de points.",
     "Trois groupes perdent beaucoup : une réponse qui passe de 0 à 6 ne change rien, de 6 à 7 oui. Avec 100 réponses, une variation de 10 points est souvent du hasard : lire l'intervalle ; à moins de 10 réponses, même lui est grossier.",
     "La moyenne des réponses de 0 à 10 bouge moins au hasard et c'est un autre chiffre. D'autres seuils que 9 et 7 font un score qui ne se compare pas.",
     "taux de recommandation net, score de recommandation net"},
    {"csat", "Satisfaction client", "Part des réponses de satisfaction dans les deux meilleures cases.",
     "Demander peu après l'événement et toujours au même moment, puis comparer dans le temps et entre canaux.",
     "Qui répond n'est pas qui a été servi : les très contents et les très fâchés répondent davantage. Une autre échelle ou d'autres libellés donnent un autre chiffre.",
     "csat_mean est la moyenne des mêmes réponses. Certains publient la meilleure case seule, ou la moyenne en pourcentage du maximum de l'échelle, qui appelle la pire réponse 20 %.",
     "satisfaction, taux de satisfaction, taux de satisfaction client, score de satisfaction client"},
    {"csat_mean", "Satisfaction moyenne",
     "Moyenne des réponses de satisfaction, sur l'échelle où elles ont été données.",
     "Bouge quand des réponses se déplacent n'importe où sur l'échelle, là où csat ne voit que le pas vers les deux meilleures cases.",
     "La même moyenne vaut pour tous moyens et pour moitié ravis, moitié furieux : regarder l'histogramme. Elle prend les degrés de l'échelle pour des distances égales.",
     "csat est la part des réponses satisfaites. Les notes en étoiles sont aussi des moyennes, mais de ceux qui ont choisi de noter.",
     "note moyenne de satisfaction"},
    {"ces", "Score d'effort client",
     "Accord moyen, de 1 à 7, avec l'idée que l'entreprise a rendu la chose facile ; 7 : très facile.",
     "Tient à une tâche, comme un retour ou une demande au support : comparer les tâches entre elles et dans le temps.",
     "La première version de la question allait dans l'autre sens, de 1 à 5 avec 5 pour un effort élevé : mêler les deux, ou en inverser une par erreur, donne un chiffre faux et vraisemblable.",
     "La part des réponses de 5 ou plus, et la part des 6 et 7 moins celle des 1 à 3, sont aussi publiées comme scores d'effort.",
     "effort client, customer effort score"},
    {"response_rate", "Taux de réponse à l'enquête",
     "Part des enquêtes de recommandation envoyées qui ont reçu une réponse.",
     "Dit jusqu'où se fier au nps : à 5 %, les 95 % silencieux décident de ce qui est vrai, quoi que dise l'intervalle.",
     "Une relance ou un formulaire plus court relève le taux et change qui répond ; le nps peut donc bouger pour cela seul. Les enquêtes non délivrées n'ont pas leur place dans surveys_sent.",
     "La recherche par enquête compte de plusieurs façons les réponses partielles et les personnes d'éligibilité inconnue, et nomme chacune.",
     "taux de réponse, taux de réponse aux enquêtes"},
};

}  // namespace

const std::span<const metric_words> french_surveys = surveys_words;

}  // namespace cxm
