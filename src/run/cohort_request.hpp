#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include <cxm/period.hpp>

#include "run/flags/choices.hpp"

namespace cxm {

inline constexpr word_for<grain> cohort_grains[] = {{"day", grain::day},
                                                    {"week", grain::week},
                                                    {"month", grain::month},
                                                    {"quarter", grain::quarter},
                                                    {"year", grain::year}};

/// The days of `--rolling 30d`; throws bad_usage.
std::int32_t rolling_days_of(const std::string& text);

/// The number of `--ages 12`; throws bad_usage.
std::size_t ages_of(const std::string& text);

}  // namespace cxm
