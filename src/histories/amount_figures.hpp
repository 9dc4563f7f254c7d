#pragma once

#include "histories/people_histories.hpp"
#include "histories/period_figures.hpp"
#include "plan/plan.hpp"

namespace cxm {

/// Whose rows they are, for what customers pay a month.
people_question question_of_amounts(const plan& p);

/// Recurring revenue by month and label, and what moves it, with notes and warnings of what to know.
figure_table read_amounts(people_histories& of, read_findings& into);

}  // namespace cxm
