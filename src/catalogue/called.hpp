#pragma once

#include <string>
#include <string_view>

#include "catalogue/metrics_in_use.hpp"

namespace cxm {

/// The measure that others call by this name, in whatever case, with whatever marks and in whatever order of its
/// words; null where there is none.
const measure* measure_called(const catalogue& known, std::string_view name);

/// Whether a name is a measure's misspelt, or with its words in another order.
bool is_spelled_nearly(const catalogue& known, std::string_view name);

/// ` (did you mean 'customers_lost'?)`, of what is spelled nearly so or else is called so by others; or nothing.
std::string meant_measure(const catalogue& known, std::string_view name);

}  // namespace cxm
