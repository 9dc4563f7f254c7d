#pragma once

#include <cxm/special/beta.hpp>
#include <cxm/special/gamma.hpp>
#include <cxm/special/hypergeometric.hpp>
#include <cxm/special/normal.hpp>
#include <cxm/special/quadrature.hpp>
#include <cxm/special/search.hpp>
#include <cxm/special/stirling.hpp>
#include <cxm/special/student.hpp>
