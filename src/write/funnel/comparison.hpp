#pragma once

#include <string>

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

std::string table_funnel_change(const shown_funnel_change& shown);
std::string json_funnel_change(const shown_funnel_change& shown);
std::string csv_funnel_change(const shown_funnel_change& shown);
std::string markdown_funnel_change(const shown_funnel_change& shown);

}  // namespace cxm
