#pragma once

#include <cxm/catalogue.hpp>
#include <cxm/dimension.hpp>
#include <cxm/formula.hpp>
#include <cxm/interval.hpp>
#include <cxm/measure.hpp>
#include <cxm/metric.hpp>
#include <cxm/outcome.hpp>
#include <cxm/parse.hpp>
#include <cxm/sample.hpp>
#include <cxm/special.hpp>
#include <cxm/spell.hpp>
