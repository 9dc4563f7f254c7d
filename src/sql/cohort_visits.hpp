#pragma once

#include <string>
#include <vector>

#include "sql/counting.hpp"
#include "sql/sql_amounts.hpp"
#include "sql/sql_cohorts.hpp"

namespace cxm {

/// The steps from rows to `cxm_visits`: what each person of a cohort ordered at each age, and how many ages are over.
class cohort_visits {
public:
    cohort_visits(const plan& p, const sql_dialect& in, const sql_request& wanted, const sql_cohort_rules& rules)
        : p_(p),
          in_(in),
          wanted_(wanted),
          rules_(rules),
          rows_(p.orders.value()),
          cells_(p, in, wanted.bare_names),
          where_(condition_on_rows()),
          amounts_(cells_, counting_, "", rows_.amount),
          of_row_(columns_of_row()) {}

    std::vector<sql_stage> stages() const;

    const sql_amounts& amounts() const { return amounts_; }

private:
    const plan& p_;
    const sql_dialect& in_;
    const sql_request& wanted_;
    const sql_cohort_rules& rules_;
    const order_source& rows_;
    row_cells cells_;
    sql_counting counting_;
    std::string where_;
    sql_amounts amounts_;
    std::vector<std::string> of_row_;

    std::string condition_on_rows();
    std::string period_number();
    std::vector<std::string> columns_of_row();
    std::string end_of_data() const;
    std::string rolled(const std::string& days) const;
    void add_visits(std::vector<sql_stage>& stages) const;
};

/// Adds columns behind others.
void append_to(std::vector<std::string>& to, const std::vector<std::string>& more);

}  // namespace cxm
