#pragma once

#include <string>
#include <vector>

#include <cxm/formula.hpp>

namespace cxm {

/// A formula over columns of doubles, given in the order of its inputs: NULL where one of these is or where what is
/// divided by is not above 0.
std::string sql_of(const formula& f, const std::vector<std::string>& inputs);

/// A number that all engines read as a double.
std::string sql_double(double number);

}  // namespace cxm
