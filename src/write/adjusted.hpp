#pragma once

#include <string>
#include <vector>

#include "results/comparison.hpp"
#include "write/csv/cell.hpp"
#include "write/look.hpp"

namespace cxm {

/// p-values that were judged together.
struct adjusted_list {
    std::vector<std::string> names;  ///< of the tests; empty where they have none
    std::vector<double> p;
    std::vector<double> adjusted;
    compare_options options;

    bool is_clear(std::size_t i) const { return cxm::is_clear(adjusted[i], options.level); }
};

/// A line a test, and how many are clear.
std::string write_adjusted(const adjusted_list& of, const look& drawn);
std::string adjusted_json(const adjusted_list& of);
std::string adjusted_csv(const adjusted_list& of, csv_texts texts);
std::string adjusted_markdown(const adjusted_list& of, const wording& say);

}  // namespace cxm
