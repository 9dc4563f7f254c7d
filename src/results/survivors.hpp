#pragma once

#include <optional>
#include <string>
#include <vector>

#include <cxm/period.hpp>

#include "records/records.hpp"

namespace cxm {

/// The label that tells cohorts apart where no other is named, and that of ages, which tells nothing apart.
inline constexpr const char* cohort_label = "cohort";
inline constexpr const char* age_label = "age";

/// Cohorts as their records tell them.
struct cohorts_of_records {
    std::vector<std::vector<double>> cohorts;  ///< of each, who is there after 0, 1, 2, … renewals
    std::vector<std::string> periods;          ///< the names of the records, where the cohort is one
    grain every = grain::free;  ///< of the periods; free where they name none of the calendar, or several kinds
    std::vector<std::string> notes = {};  ///< what was left out
};

/// Reads records in their order as the ages of one cohort, or of each that `label` tells apart, which nobody joins:
/// each starts with those that the one before left over. A last one that is not complete is left out.
///
/// Throws bad_usage for a label that no record has, and bad_input with the place of a record that lacks a count or does
/// not go on from the one before, and where the records are of several groups otherwise.
cohorts_of_records survivors_of(const records& rows, const std::optional<std::string>& label);

}  // namespace cxm
