#include "languages/french/parts.hpp"

namespace cxm {

namespace {

constexpr translation charts_table[] = {
    {"{}, {} to {}: {}; {}", "{}, de {} à {} : {} ; {}"},
    {"{} from {} to {}", "{}, de {} à {}"},
    {"{} of {} groups, each with its interval; the values are in the table below",
     "{} de {} groupes, chacun avec son intervalle ; les valeurs sont dans le tableau ci-dessous"},
    {"▲ improvement, ▼ concern, ● usual variation, ○ a period that is not complete. The band is what the periods vary by anyway; the line in it is their mean.",
     "▲ amélioration, ▼ dégradation, ● variation ordinaire, ○ période incomplète. La bande est ce dont les périodes varient de toute façon ; le trait au milieu est leur moyenne."},
    {"One scale for all groups of a metric. ▲ improvement, ▼ concern, ○ a period that is not complete; the band is what the periods of a group vary by anyway, the line in it their mean.",
     "Une même échelle pour tous les groupes d'un indicateur. ▲ amélioration, ▼ dégradation, ○ période incomplète ; la bande est ce dont les périodes d'un groupe varient de toute façon, le trait au milieu leur moyenne."},
    {"Segments are drawn over time where there are {} metrics at most: --metric picks them.",
     "Les segments se dessinent dans le temps pour {} indicateurs au plus : --metric les choisit."},
    {"Groups not drawn here: {}. Their values are in the tables.",
     "Groupes non dessinés ici : {}. Leurs valeurs sont dans les tableaux."},
    {"A dot is a value, the line its interval; the first, dark, is of all together.",
     "Un point est une valeur, le trait son intervalle ; le premier, foncé, est celui de tous ensemble."},
    {"{}: how {} segments and their mix lead from the value before to the one after; the numbers are in the table below",
     "{} : comment {} segments et leur structure mènent de la valeur d'avant à celle d'après ; les nombres sont dans le tableau ci-dessous"},
    {"From the value before to the one after: what each segment's own rate did, and what their mix did; the bars add up to the change. Blue is for the better, orange for the worse. The axis need not begin at 0.",
     "De la valeur d'avant à celle d'après : ce qu'a fait le taux de chaque segment, et ce qu'a fait leur structure ; les barres font ensemble l'évolution. Bleu : en mieux ; orange : en moins bien. L'axe ne commence pas forcément à 0."},
    {"○ before, ● after, each with its interval; each metric has a scale of its own, which need not begin at 0.",
     "○ avant, ● après, chacun avec son intervalle ; chaque indicateur a sa propre échelle, qui ne commence pas forcément à 0."},
    {"{}: {} before, {} after", "{} : {} avant, {} après"},
    {"● pass, ▼ fail, ▽ warn, ◇ undecided, – no data. The dot is the value, the line its interval, the dashed line across the limit.",
     "● OK, ▼ en échec, ▽ en alerte, ◇ indécis, – sans données. Le point est la valeur, le trait son intervalle, le trait pointillé en travers la limite."},
    {"Share of all cohorts together who were active, by age, with its interval",
     "Part de toutes les cohortes ensemble qui a été active, par âge, avec son intervalle"},
    {"● All cohorts together by age, with their interval as a band; each grey line is one cohort.",
     "● Toutes les cohortes ensemble par âge, avec leur intervalle en bande ; chaque ligne grise est une cohorte."},
    {"The stronger the blue, the nearer a cell is to the largest of the grid; an empty cell is not over.",
     "Plus le bleu est fort, plus la case est près de la plus grande de la grille ; une case vide n'est pas révolue."},
    {"People belong to the cohort of the period of their first row. A cell counts those of the cohort who had a row at that age, of those for whom the age is over; what is not over is empty, never 0. All together is pooled from these counts. The band is Wilson's interval at {}.",
     "Chacun appartient à la cohorte de la période de sa première ligne. Une case compte ceux de la cohorte qui ont eu une ligne à cet âge, parmi ceux pour qui l'âge est révolu ; ce qui n'est pas révolu est vide, jamais 0. L'ensemble est réuni de ces décomptes. La bande est l'intervalle de Wilson à {}."},
    {"{}: people at each of {} steps; the numbers are in the table",
     "{} : personnes à chacune des {} étapes ; les nombres sont dans le tableau"},
    {"A bar is as long as the share of the first step that came so far; the line at its end is the interval of that share.",
     "Une barre est aussi longue que la part de la première étape arrivée jusque-là ; le trait à son bout est l'intervalle de cette part."},
    {"People are followed from their first step on; who took a step is counted once. Shares have Wilson's interval at {}, changes between funnels that of Miettinen and Nurminen.",
     "Chacun est suivi depuis sa première étape ; qui franchit une étape compte une fois. Les parts ont l'intervalle de Wilson à {}, les évolutions entre tunnels celui de Miettinen et Nurminen."},
    {"Conversions that each model credits to a channel, on one scale from 0; a line is the interval of resampled paths.",
     "Conversions que chaque modèle attribue à un canal, sur une même échelle depuis 0 ; un trait est l'intervalle des parcours rééchantillonnés."},
    {"Conversions by channel as {} divides them; the numbers are in the table below",
     "Conversions par canal selon le partage de {} ; les nombres sont dans le tableau ci-dessous"},
    {"Each model divides the same conversions among the channels of their paths. None of them proves what caused what.",
     "Chaque modèle partage les mêmes conversions entre les canaux de leurs parcours. Aucun ne prouve ce qui a causé quoi."},
    {"Share of the customers still there by age: what was seen, and the curve with its interval",
     "Part des clients encore là par âge : ce qui a été observé, et la courbe avec son intervalle"},
    {"● seen; the line is the curve, the band its interval; the dashed line is where the data end.",
     "● observé ; la ligne est la courbe, la bande son intervalle ; le trait pointillé est là où finissent les données."},
    {"A curve of renewals is fitted to the customers who were lost and kept at each age, and carried on. The limits cover chance in the customers seen, not that the curve may be wrong.",
     "Une courbe de renouvellements est ajustée aux clients perdus et gardés à chaque âge, puis prolongée. Les limites couvrent le hasard des clients observés, non que la courbe puisse être fausse."},
};

}  // namespace

const std::span<const translation> french_charts = charts_table;

}  // namespace cxm
