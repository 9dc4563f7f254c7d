#pragma once

#include <map>
#include <string>

#include "results/credit_reading.hpp"
#include "run/command.hpp"
#include "run/flags/people_flags.hpp"

namespace cxm {

/// Paths that files hold as `email > search`, in the columns PATH,CONVERSIONS,NULLS[,VALUE]; equal ones are added up.
credit_paths paths_from_files(const std::string& columns, const people_flags& given, const streams& io);

/// What the channels cost, of a file with the columns `channel` and `cost`; warns of channels on no path.
std::map<std::string, double> costs_from_file(const std::string& file, const credit_reading& of, const streams& io);

}  // namespace cxm
