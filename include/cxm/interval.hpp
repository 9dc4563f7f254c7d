#pragma once

#include <cxm/interval/basis.hpp>
#include <cxm/interval/mean.hpp>
#include <cxm/interval/net.hpp>
#include <cxm/interval/population.hpp>
#include <cxm/interval/proportion.hpp>
#include <cxm/interval/rate.hpp>
#include <cxm/interval/skew.hpp>
