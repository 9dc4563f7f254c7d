#pragma once

#include <string>
#include <string_view>

#include "results/solved.hpp"
#include "write/look.hpp"
#include "write/people.hpp"

namespace cxm {

/// `promoters  400   100 more than 300`, and what proves it.
std::string write_solution(const solved& s, std::string_view currency, const look& drawn);

/// `{"metric":"nps","measure":"promoters","target":50.0,"status":"ok","input":400.0,…}`
std::string solution_json(const solved& s);

/// An input as people see it: counts whole, money in cents.
std::string people_input(const measure& of, double value, const notation& in);

}  // namespace cxm
