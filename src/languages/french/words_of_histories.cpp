#include "languages/french/parts.hpp"

namespace cxm {

namespace {

constexpr translation histories_table[] = {
    {"people who were active", "personnes qui ont été actives"},
    {"orders a head of the cohort", "commandes par tête de la cohorte"},
    {"revenue a head of the cohort", "chiffre d'affaires par tête de la cohorte"},
    {"% of the cohort who were active", "% de la cohorte qui ont été actifs"},
    {" or later", " ou plus tard"},
    {"in the calendar {} so many after the first{}", "autant de périodes du calendrier ({}) après la première{}"},
    {"in the {} days so many times after each person's first day{}",
     "dans les {} jours, autant de fois après le premier jour de chacun{}"},
    {"person", "personne"},
    {", {} to {}, by the {} of their first row", ", du {} au {}, par période ({}) de leur première ligne"},
    {"{} is where the rows begin: some of its people may have come earlier",
     "{} est là où les lignes commencent : certains ont pu venir plus tôt"},
    {"all: pooled from the counts of those for whom the age is over",
     "ensemble : réuni des décomptes de ceux pour qui l'âge est révolu"},
    {"the {} of {} is not over in the data, so its cells are empty (--until says that the data go on to a later day)",
     "la période ({}) du {} n'est pas finie dans les données : ses cases sont vides (--until dit que les données vont jusqu'à un jour plus tardif)"},
    {"the last ages are too low: who will come back is not seen yet",
     "les derniers âges sont trop bas : qui reviendra ne se voit pas encore"},
    {"{} older ages are left out; --ages shows them", "{} âges plus anciens sont laissés de côté ; --ages les montre"},
    {"ages from {} on: a wider terminal shows them", "âges à partir de {} : un terminal plus large les montre"},
    {"cohort", "cohorte"},
    {"worst step: {}, reached by {} of those before it; {} went no further",
     "étape qui perd le plus : {}, atteinte par {} de ceux d'avant ; {} ne sont pas allées plus loin"},
    {"one right after the other", "l'une juste après l'autre"},
    {"in any order", "dans n'importe quel ordre"},
    {"in order", "dans l'ordre"},
    {"{} entered less than {} before the data end, {}: {}", "{} entrées moins de {} avant la fin des données, {} : {}"},
    {"left out", "laissées de côté"},
    {"counted, though they may still go on (--drop-young leaves them out)",
     "comptées, bien qu'elles puissent encore avancer (--drop-young les laisse de côté)"},
    {"everyone", "tous"},
    {"(blank)", "(vide)"},
    {"any one", "l'une d'elles"},
    {"{} of them", "{} d'entre elles"},
    {", {} to {}", ", du {} au {}"},
    {"; steps {}", " ; étapes {}"},
    {", within {} of the first", ", en {} depuis la première"},
    {", from the first entry of each", ", depuis la première entrée de chacun"},
    {"median from the first step to the last: {}, of the {} who got there",
     "médiane de la première étape à la dernière : {}, pour les {} qui y sont arrivées"},
    {"step", "étape"},
    {"of first", "de la 1re"},
    {"of before", "d'avant"},
    {"{} of the share of the first step", "{} de la part de la première étape"},
    {"{} of the share of the step before", "{} de la part de l'étape d'avant"},
    {"lost", "perdus"},
    {"median wait", "attente médiane"},
    {"{}: {}; {} of {} took all steps", "{} : {} ; {} sur {} ont franchi toutes les étapes"},
    {"the whole is as it was", "l'ensemble est comme avant"},
    {"the step that moved the whole most: {}, {} of {}{}",
     "l'étape qui a le plus fait bouger l'ensemble : {}, {} sur {}{}"},
    {", which may be chance: its limits hold 0", ", peut-être par hasard : ses limites contiennent 0"},
    {"effects: what each step's change did to the whole; they add up to its change",
     "effets : ce que l'évolution de chaque étape a fait à l'ensemble ; ils font ensemble son évolution"},
    {"effect", "effet"},
    {"{} of the change", "{} de l'évolution"},
    {"{} of the effect", "{} de l'effet"},
    {"all steps", "toutes les étapes"},
};

}  // namespace

const std::span<const translation> french_histories = histories_table;

}  // namespace cxm
