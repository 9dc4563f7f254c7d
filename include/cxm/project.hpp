#pragma once

#include <cxm/project/activity.hpp>
#include <cxm/project/bdw.hpp>
#include <cxm/project/bgnbd.hpp>
#include <cxm/project/calibration.hpp>
#include <cxm/project/customer_summary.hpp>
#include <cxm/project/gains.hpp>
#include <cxm/project/gamma_gamma.hpp>
#include <cxm/project/holdout.hpp>
#include <cxm/project/limits.hpp>
#include <cxm/project/mbgnbd.hpp>
#include <cxm/project/pareto_nbd.hpp>
#include <cxm/project/purchase_model.hpp>
#include <cxm/project/renewals.hpp>
#include <cxm/project/sbg.hpp>
#include <cxm/project/tenure.hpp>
#include <cxm/project/value.hpp>
