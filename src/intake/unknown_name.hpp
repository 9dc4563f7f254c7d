#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "text/problem.hpp"

namespace cxm {

/// Input in which nothing is a measure, though it may hold rows that can be counted.
struct no_records : bad_input {
    no_records(const std::string& place, const std::string& finding, std::string of)
        : bad_input(place, finding), file(std::move(of)) {}
    std::string file;  ///< as it was given
};

/// A name in lower case, without the spaces around it.
std::string plainly(std::string_view name);

/// `none of the columns is a measure; if these are raw rows …`, with how to count the first of the names that others
/// give to a measure.
std::string no_measure_at_all(std::string_view subject, const catalogue& known = {},
                              const std::vector<std::string_view>& names = {});

/// Whether a name is nearly one that is known: misspelt, with its words in another order, with a space at an end, or a
/// metric's.
bool is_nearly_known(const catalogue& known, std::string_view name);

/// `unknown measure 'customer_lost' (did you mean 'customers_lost'?); --ignore … `, for a name with numbers; `kind` is
/// what people call it. Where nothing else is a measure, they may be raw rows.
std::string unknown_measure(const catalogue& known, std::string_view kind, std::string_view name, bool any_measure);

}  // namespace cxm
