#pragma once

#include <cxm/catalogue.hpp>
#include <cxm/dimension.hpp>
#include <cxm/estimate.hpp>
#include <cxm/exact_sum.hpp>
#include <cxm/formula.hpp>
#include <cxm/interval.hpp>
#include <cxm/measure.hpp>
#include <cxm/metric.hpp>
#include <cxm/outcome.hpp>
#include <cxm/parse.hpp>
#include <cxm/period.hpp>
#include <cxm/reconcile.hpp>
#include <cxm/rollup.hpp>
#include <cxm/sample.hpp>
#include <cxm/special.hpp>
#include <cxm/spell.hpp>
