#pragma once

#include "histories/people_histories.hpp"
#include "histories/period_figures.hpp"
#include "plan/plan.hpp"
#include "tally/tally.hpp"

namespace cxm {

/// Whose rows they are, for stays that a plan counts by people.
people_question question_of_stays(const plan& p);

/// The customers of periods and labels, of people whose stays are joined where they touch, with notes of what to know.
figure_table read_stays(people_histories& of, const plan& how, const tally_options& options, read_findings& into);

}  // namespace cxm
