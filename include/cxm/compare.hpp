#pragma once

#include <cxm/compare/adjust.hpp>
#include <cxm/compare/common_difference.hpp>
#include <cxm/compare/difference.hpp>
#include <cxm/compare/fisher.hpp>
#include <cxm/compare/means.hpp>
#include <cxm/compare/net.hpp>
#include <cxm/compare/proportions.hpp>
#include <cxm/compare/rates.hpp>
#include <cxm/compare/ratio.hpp>
#include <cxm/compare/result.hpp>
#include <cxm/compare/sample_ratio.hpp>
#include <cxm/compare/stratified.hpp>
#include <cxm/compare/weighted_difference.hpp>
