#pragma once

#include <optional>
#include <string>
#include <vector>

#include <cxm/lifetime.hpp>

#include "results/report.hpp"
#include "run/flags/flag.hpp"

namespace cxm {

inline constexpr word_for<payments> payment_words[] = {
    {"start", payments::from_start}, {"renewals", payments::renewals}, {"end", payments::from_end}};

/// How the payments behind a discounted lifetime value come, as texts until `settled` has read them.
struct payment_flags {
    std::optional<std::string> horizon = {};
    std::optional<std::string> growth = {};
    std::optional<std::string> payments = {};
    std::optional<std::string> per_year = {};
};

/// What the flags mean.
struct payment_plan {
    std::optional<double> horizon = {};  ///< periods that are counted; absent: all that ever come
    double growth = 0;                   ///< of the margin, from one payment to the next
    payments when = payments::from_start;
    double per_year = 1;  ///< payments in a year
};

void add_flags(std::vector<flag>& to, payment_flags& into);

/// Throws bad_usage for what makes no plan; nothing where no flag is given.
std::optional<payment_plan> settled(const payment_flags& given);

/// The words for a plan and what it makes of a yearly discount: `value over 36 periods, the first at the start; …`.
std::string note_of(const payment_plan& plan, double discount);

/// Makes the value of clv_margin, the first result of a report on one record, that of the plan. The record keeps the
/// note.
void apply(const payment_plan& plan, report& to);

}  // namespace cxm
