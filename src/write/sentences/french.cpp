#include "write/sentences/words.hpp"

namespace cxm {

namespace {

constexpr spoken_name french_names[] = {
    {"nps", "NPS"},
    {"clv", "Valeur vie client (simple)"},
    {"clv_margin", "Valeur vie client (marge actualisée)"},
    {"clv_observed", "Valeur vie client (observée)"},
    {"rox", "ROX"},
    {"rox_do", "ROX de ce que les clients ont fait"},
    {"rox_like", "ROX de ce que les clients ont aimé"},
    {"rox_index", "Croissance face à celle du marché"},
    {"rox_market", "ROX de la croissance face au marché"},
    {"rox_talk", "ROX de ce que les clients ont dit"},
};

const sentence_words french_sentences = {
    .names = french_names,
    .say = {},

    .range = "{low} à {high}",
    .limits = " ({range})",
    .limits_at = " ({range} à {level})",
    .lead = "{what} : ",
    .two_leads = "{period}, {group}",
    .in_period = " en {period}",
    .on_day = " le {period}",
    .of_side = " pour {period}",
    .of_file = " avant",
    .per_month = "par mois",
    .per_quarter = "par trimestre",
    .per_year = "par an",

    .value = "{lead}{name} {value}{limits}{goal}.",
    .up_better = "{lead}{name} {value}{limits}, en nette hausse depuis {before}{then} : c'est mieux{goal}.",
    .up_worse = "{lead}{name} {value}{limits}, en nette hausse depuis {before}{then} : c'est pire{goal}.",
    .down_better = "{lead}{name} {value}{limits}, en nette baisse depuis {before}{then} : c'est mieux{goal}.",
    .down_worse = "{lead}{name} {value}{limits}, en nette baisse depuis {before}{then} : c'est pire{goal}.",
    .no_clear_change = "{lead}{name} {value}{limits}, sans évolution nette depuis {before}{then}{goal}.",
    .not_judged = "{lead}{name} {value}{limits}, {before}{then} : rien ne dit si c'est plus que le hasard{goal}.",
    .higher_better = "{lead}{name} {value}{limits}, nettement plus haut que {before}{then} : c'est mieux{goal}.",
    .higher_worse = "{lead}{name} {value}{limits}, nettement plus haut que {before}{then} : c'est pire{goal}.",
    .lower_better = "{lead}{name} {value}{limits}, nettement plus bas que {before}{then} : c'est mieux{goal}.",
    .lower_worse = "{lead}{name} {value}{limits}, nettement plus bas que {before}{then} : c'est pire{goal}.",
    .no_clear_difference = "{lead}{name} {value}{limits}, sans différence nette avec {before}{then}{goal}.",
    .difference_not_judged =
        "{lead}{name} {value}{limits}, {before}{then} : rien ne dit si c'est plus que le hasard{goal}.",

    .target_met = " ; la cible de {target} est atteinte",
    .target_missed = " ; la cible de {target} est manquée",
    .target_undecided = " ; on ne peut dire si la cible de {target} est atteinte",
    .pace_met = " ; à ce rythme, la cible de {target} {per} est atteinte",
    .pace_missed = " ; à ce rythme, la cible de {target} {per} est manquée",
    .pace_undecided = " ; on ne peut dire si à ce rythme la cible de {target} {per} est atteinte",
    .band_good = " ; bon d'après sa cible",
    .band_fair = " ; passable d'après sa cible",
    .band_poor = " ; médiocre d'après sa cible",

    .usual = "{lead}{name} {value}, dans sa plage habituelle de {range}.",
    .nothing_unusual = "{lead}{name} {value}, rien d'inhabituel.",
    .improvement = "{lead}{name} {value}, une amélioration : {signal}.",
    .concern = "{lead}{name} {value}, une dégradation : {signal}.",
    .too_few_periods = "{lead}{name} {value} ; {periods} périodes sont trop peu pour une tendance.",
    .one_period = "{lead}{name} {value} ; une période est trop peu pour une tendance.",
    .above_range = "au-dessus de sa plage habituelle de {range}",
    .below_range = "sous sa plage habituelle de {range}",
    .row_above = "7 périodes de suite ou plus au-dessus de la moyenne",
    .row_below = "7 périodes de suite ou plus sous la moyenne",
    .row_rising = "7 périodes de suite ou plus en hausse",
    .row_falling = "7 périodes de suite ou plus en baisse",
    .near_upper = "2 périodes sur 3 de suite près de la limite haute",
    .near_lower = "2 périodes sur 3 de suite près de la limite basse",

    .since = " depuis {period}",
    .still_metrics = "{lead}pas d'évolution nette{since} dans aucun des {judged} indicateurs qui se jugent.",
    .still_groups = "{lead}{name} sans évolution nette{since} dans aucun des {judged} groupes.",
    .alike_metrics = "{lead}pas de différence nette{since} dans aucun des {judged} indicateurs qui se jugent.",
    .alike_groups = "{lead}{name} sans différence nette{since} dans aucun des {judged} groupes.",
    .usual_metrics = "{lead}rien d'inhabituel dans aucun des {judged} indicateurs qui se jugent.",
    .usual_groups = "{lead}{name} sans rien d'inhabituel dans aucun des {judged} groupes.",

    .check_passed = "Le contrôle est réussi.",
    .both_checks_passed = "Les deux contrôles sont réussis.",
    .checks_passed = "Les {checks} contrôles sont tous réussis.",
    .check_failed = "Le contrôle a échoué.",
    .check_of_checks_failed = "1 contrôle sur {checks} a échoué{rest}.",
    .checks_failed = "{failed} contrôles sur {checks} ont échoué{rest}.",
    .some_passed = "Contrôles réussis : {passed} sur {checks}{rest}.",
    .none_passed = "Aucun contrôle n'est réussi{rest}.",
    .rest_warned = ", {count} en alerte",
    .rest_undecided = ", {count} indécis",
    .rest_without_data = ", {count} sans données",
    .breaks_rule = "{lead}{name} {value}{limits} enfreint la règle « {rule} ».",
    .undecided_rule = "{lead}{name} {value}{limits} laisse indécise la règle « {rule} ».",
    .change_breaks_rule = "{lead}{name} {value} après {before}{then} enfreint la règle « {rule} ».",
    .change_undecided_rule = "{lead}{name} {value} après {before}{then} laisse indécise la règle « {rule} ».",

    .came_next_period =
        "{share}{limits} des {people} sont revenus durant la première période ({period}) après la leur.",
    .came_later = "{share}{limits} des {people} sont revenus durant la période ({period}) après la leur ou plus tard.",
    .came_next_days = "{share}{limits} des {people} sont revenus du jour {first} au jour {last} après leur premier.",
    .came_later_days = "{share}{limits} des {people} sont revenus au jour {first} après leur premier ou plus tard.",
    .day = "jour",
    .week = "semaine",
    .month = "mois",
    .quarter = "trimestre",
    .year = "an",
    .one_person = "1 personne",
    .people = "{count} personnes",

    .took_all_steps =
        "{share}{limits} des {people} sont allés de {first} à {last} ; l'étape qui perd le plus est {worst}, "
        "atteinte par {reached} de ceux d'avant.",
    .took_steps = "{share}{limits} des {people} sont allés de {first} à {last}.",
    .took_in_any_order = "{share}{limits} des {people} ont franchi {steps} étapes sur {steps}.",
    .funnel_more = "{share} ont franchi toutes les étapes ({side}), nettement plus que {before} ({other}).",
    .funnel_fewer = "{share} ont franchi toutes les étapes ({side}), nettement moins que {before} ({other}).",
    .funnel_no_difference =
        "{share} ont franchi toutes les étapes ({side}), sans différence nette avec {before} ({other}).",
};

}  // namespace

sentence_words sentences_in(const wording& say) {
    sentence_words words = say.code() == "fr" ? french_sentences : english_sentences;
    words.say = say;
    return words;
}

}  // namespace cxm
