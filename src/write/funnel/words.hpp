#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "write/funnel/formats.hpp"

namespace cxm {

/// A group's name as people see it, safe to show: `country: DE`, or `everyone`.
std::string title_of(const shown_funnel& shown, const funnel_group& group);

/// What the steps of a funnel are called: in any order, `2 of them`.
std::string step_title(const shown_funnel& shown, std::size_t step);

/// What the whole funnel is about: `160 people, 2024-01-01 to 2024-03-31; in order, within 7d of the first step`.
std::string funnel_headline(const shown_funnel& shown);

/// What to know of one group: the worst step, how long it takes, who was too late to be judged.
std::vector<std::string> remarks_on(const shown_funnel& shown, const funnel_group& group);

/// Of a group some of whom had no time for the whole window: how many, and what becomes of them.
std::string remark_on_late(const shown_funnel& shown, const funnel_group& group);

/// A length of time in microseconds, as `2 h 10 min`; empty where there is none.
std::string wait_text(const std::optional<double>& microseconds, const wording& say = {});

/// In seconds, for machines; not_given where there is none.
double wait_seconds(const std::optional<double>& microseconds);

}  // namespace cxm
