#pragma once

#include <string>
#include <vector>

#include <cxm/period.hpp>

#include "records/records.hpp"

namespace cxm {

/// A cohort as its records tell it.
struct cohort_of_records {
    std::vector<double> survivors;     ///< after 0, 1, 2, … renewals
    std::vector<std::string> periods;  ///< the names of the records
    grain every = grain::free;         ///< of the periods; free where they name none of the calendar, or several kinds
    std::string note = {};             ///< what was left out
};

/// Reads records in their order as the ages of one cohort, which nobody joins: each starts with those that the one
/// before left over. A last one that is not complete is left out.
///
/// Throws bad_input with the place of a record that lacks a count or does not go on from the one before, and where the
/// records are of several groups.
cohort_of_records survivors_of(const records& rows);

}  // namespace cxm
