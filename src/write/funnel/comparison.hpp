#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <cxm/funnel/funnel_change.hpp>

#include "write/funnel/formats.hpp"

namespace cxm {

/// People who went through a funnel, with the name that they are compared by.
struct funnel_side {
    const shown_funnel& in;
    const funnel_group& people;
    std::string name;
};

/// The same funnel of two sets of people.
struct shown_funnel_change {
    const funnel_side& before;
    const funnel_side& after;
    const funnel_change& of;
};

/// The cells of a row: before, after, change, limits, effect, limits.
std::vector<std::string> cells_of_step(const step_change& step, const wording& say);
std::vector<std::string> cells_of_whole(const funnel_change& of, const wording& say);

/// `before: DE; 5 of 20 took all steps`, safe to show.
std::string title_of_side(std::string_view role, const funnel_side& side);

/// Which step moved the whole, what effects are, and who was too late to be judged.
std::vector<std::string> remarks_on_change(const shown_funnel_change& shown);

std::string table_funnel_change(const shown_funnel_change& shown);
std::string json_funnel_change(const shown_funnel_change& shown);
std::string csv_funnel_change(const shown_funnel_change& shown);
std::string markdown_funnel_change(const shown_funnel_change& shown);

}  // namespace cxm
