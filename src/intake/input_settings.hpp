#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <cxm/measure.hpp>

#include "intake/record_source.hpp"
#include "plan/plan.hpp"
#include "records/period_span.hpp"
#include "tally/tally.hpp"

namespace cxm {

/// How the files of a command are read.
struct input_settings {
    input_options records = {};                       ///< of files that hold records
    std::optional<plan> rows = {};                    ///< where the files hold raw rows: what becomes of them
    tally_options counting = {};                      ///< of raw rows
    std::optional<plan::row_condition> where = {};    ///< of files that hold records: which of them are taken
    bool may_repeat = false;                          ///< a file may hold a record of the same period and labels again
    bool may_take_none = false;                       ///< another file of the command may have those that are
    bool is_one_of_several = false;                   ///< the command reads other inputs too, apart from this one
    bool strict = false;                              ///< what is otherwise warned about is refused
    std::vector<const metric*> on_usual_scales = {};  ///< scores whose means off their usual scale are warned about
    std::optional<std::int32_t> as_of = {};           ///< the day that the data are from
    period_span wanted = {};                          ///< other periods are left out
    std::optional<grain> every = {};                  ///< what the period's dates are rolled up to
    std::vector<std::string> named = {};              ///< labels that the command asks for, whatever they hold
    bool in_order = false;                            ///< periods that are no calendar's stand in the order of time
    bool ages_in_order = false;                       ///< records without a period are ages, an age each
    std::vector<reading> given = {};                  ///< what every record has, and no file
    bool drop_totals = false;                         ///< records that are the sum of others are left out
};

}  // namespace cxm
