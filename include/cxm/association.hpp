#pragma once

/// Does one figure go with another: over persons by groups, over periods by ranks. "Goes with", never "drives".
#include <cxm/association/detectable.hpp>
#include <cxm/association/lags.hpp>
#include <cxm/association/ranks.hpp>
#include <cxm/association/share_trend.hpp>
