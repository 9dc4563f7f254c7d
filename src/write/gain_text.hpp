#pragma once

#include <string>
#include <string_view>

#include "results/gain_parts.hpp"
#include "write/csv/cell.hpp"
#include "write/look.hpp"

namespace cxm {

inline constexpr std::string_view why_no_return = "cost is 0";

/// `roi  20.0 %  -5.0 to 45.0 %`, each gain, and where it breaks even.
std::string write_gains(const return_of_gains& r, std::string_view currency, const look& drawn);

/// `{"metric":"roi","value":0.2,…,"gains":[…]}`
std::string gains_json(const return_of_gains& r, std::string_view currency);

/// `gain,metric,value,unit,low,high,status,reason`: a row a gain, then the whole's.
std::string gains_csv(const return_of_gains& r, csv_texts texts);

std::string gains_markdown(const return_of_gains& r, std::string_view currency, const wording& say);

}  // namespace cxm
