#include "languages/french/parts.hpp"

namespace cxm {

namespace {

constexpr metric_words experience_words[] = {
    {"rox_do", "ROX : ce que les clients ont fait",
     "Valeur des conversions au-delà de celles du groupe de référence, rapportée au coût.",
     "0,336 dit que les conversions de plus dans la période ont remboursé 33,6 % du coût ; au-dessous de 0, la référence a fait mieux.",
     "Ne vaut que si la référence aurait converti de même : qui choisit l'expérience est plus motivé dès le départ. conversion_value ne doit pas aller au-delà de la période, ce que couvre rox_like.",
     "Toutes les conversions multipliées par leur valeur, sur le coût, créditent l'expérience de ce qui serait venu de toute façon."},
    {"rox_like", "ROX : ce que les clients ont aimé",
     "Valeur des clients restés au-delà de la part du groupe de référence, rapportée au coût.",
     "La part qui paie plus tard : ce que l'expérience a fait pour la fidélité.",
     "S'appuie sur stay_value, que personne n'a encore vue. Un petit gain sur une grande part est incertain : dans l'exemple, ce terme fait l'essentiel de l'intervalle du rox. Là où nul ne sait encore qui reste, les satisfaits comptent à leur place ; tous ne resteront pas.",
     "La satisfaction ou le nps après l'expérience montrent qu'on a aimé, sans lui donner de prix."},
    {"rox_index", "ROX : performance relative", "Croissance de l'entreprise sur celle de son marché.",
     "1 dit que les deux croissent de même. 1,3 et 0,6 sont ce que la source appelle chefs de file et retardataires : 30 % d'avance sur le marché et 40 % de retard.",
     "Sur une période, c'est surtout la chance et les prix. Les deux croissances doivent être de même période et de même nature, chiffre d'affaires avec chiffre d'affaires.",
     "La part de marché dit où est l'entreprise, non où elle va."},
    {"rox_market", "ROX : l'entreprise face au marché",
     "Ce que rox_like gagne ou perd quand l'entreprise croît plus vite ou moins vite que son marché.",
     "0 quand l'entreprise et le marché croissent de même ; non donné, et 0 dans le rox, sans les croissances.",
     "La croissance a bien des causes : ce terme ne pèse que la part à venir et ne prouve pas que l'expérience en est la cause. Si rox_like est négatif, une entreprise en croissance rend ce terme négatif aussi.",
     "Multiplier toute la valeur par l'indice récompenserait l'indice et non l'expérience."},
    {"rox_talk", "ROX : ce que les clients ont dit",
     "Valeur des mentions positives moins les négatives, au-delà de celles d'un temps d'avant, rapportée au coût.",
     "Non donné sans mention_value : voir net_sentiment pour les propos sans prix.",
     "Une mention n'a pas de prix de marché. Sans les propos d'avant, le chiffre est brut : on parlait de l'entreprise de toute façon. Le temps d'avant doit être aussi long et des mêmes sources.",
     "Les équivalents publicitaires mettent un prix sur la place et non sur l'effet."},
    {"net_sentiment", "Sentiment net", "Part des mentions positives moins part des négatives, de -100 % à 100 %.",
     "Au-dessus de 0, on parle plus en bien qu'en mal. Comparer à vos propres périodes passées, des mêmes sources.",
     "Les machines qui trient les mentions manquent l'ironie, et un auteur bruyant peut en faire beaucoup : l'intervalle prend chacune pour une voix indépendante.",
     "Les positives sur les positives et négatives laissent les neutres de côté, et le chiffre est plus extrême.",
     "sentiment, tonalité nette"},
    {"rox", "Retour sur expérience",
     "Ce qu'une expérience a rapporté au-delà de son coût, rapporté au coût : fait, aimé, marché et dit.",
     "0 rembourse le coût. Lire d'abord les quatre termes, puis l'intervalle : un chiffre positif dont l'intervalle passe sous 0 n'est pas prouvé.",
     "Demande un groupe de référence : sans lui, ce n'est pas un retour mais un total. L'intervalle ne couvre que le hasard des décomptes, les deux gains pris pour indépendants ; valeurs, coût et croissance sont pris pour connus.",
     "Le retour sur expérience n'a pas de formule convenue : d'autres publient un faisceau d'indicateurs, ou la valeur sur le coût, qui vaut 1 de plus qu'un retour.",
     "ROX, retour sur l'expérience, retour sur expérience client"},
};

}  // namespace

const std::span<const metric_words> french_experience = experience_words;

}  // namespace cxm
