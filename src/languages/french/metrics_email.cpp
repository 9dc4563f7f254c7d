#include "languages/french/parts.hpp"

namespace cxm {

namespace {

constexpr metric_words email_words[] = {
    {"open_rate", "Taux d'ouverture des e-mails", "Part des e-mails délivrés qui ont été ouverts.",
     "S'en servir pour comparer des objets envoyés à des moitiés au sort d'une même liste le même jour.",
     "Une ouverture se voit à une image chargée : les messageries qui chargent elles-mêmes les images, comme celle d'Apple depuis 2021, comptent comme ouvert ce qui n'a pas été lu, et celles qui les bloquent l'inverse.",
     "Les ouvertures sur les e-mails envoyés sont plus basses, des rebonds. Toutes les ouvertures, et non la première, peuvent dépasser les e-mails.",
     "taux d'ouverture"},
    {"email_click_rate", "Taux de clic des e-mails", "Part des e-mails délivrés où un lien a été cliqué.",
     "Plus stable qu'open_rate : un clic n'est pas fait par une messagerie qui charge les images.",
     "Les filtres de sécurité suivent les liens avant que quiconque lise : des clics dans les secondes qui suivent la remise sont rarement des personnes. Tous les clics, et non le premier d'un e-mail, peuvent dépasser les e-mails.",
     "click_to_open divise par les e-mails ouverts. ctr divise les clics par les affichages et compte chaque clic.",
     "taux de clics des e-mails, taux de clic e-mail"},
    {"click_to_open", "Taux de réactivité des e-mails", "Part des e-mails ouverts où un lien a été cliqué.",
     "Dit ce que fait le contenu auprès de ceux qui sont venus le voir ; l'objet du message est dans open_rate.",
     "Des ouvertures que personne n'a faites, comme celles de la messagerie d'Apple, le tirent vers le bas. Où les images sont bloquées, un e-mail est cliqué sans avoir été vu ouvert : le compter comme ouvert.",
     "email_click_rate divise par les e-mails délivrés et il est plus bas.", "taux de réactivité"},
};

}  // namespace

const std::span<const metric_words> french_email = email_words;

}  // namespace cxm
