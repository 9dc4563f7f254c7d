#pragma once

/// Attribution: paths of touches from rows, and the credit of each channel for the conversions at their end.
#include <cxm/attribution/attribute.hpp>
#include <cxm/attribution/attribution_rules.hpp>
#include <cxm/attribution/bootstrap.hpp>
#include <cxm/attribution/journey.hpp>
#include <cxm/attribution/path.hpp>
#include <cxm/attribution/path_counts.hpp>
