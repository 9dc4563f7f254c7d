#pragma once

#include <optional>
#include <string>
#include <vector>

#include "write/relation/formats.hpp"

namespace cxm {

/// What is related: `nps and churn over 24 periods`.
std::string relation_title(const shown_relations& shown, const metric_relation& one);

/// A line of a relation's table.
struct relation_line {
    std::string what;  ///< `same period`, `churn 2 periods later`, `changes`
    rank_correlation found;
    std::optional<double> adjusted_p;
    bool is_told = false;
};

/// The lags of a relation, and below them the changes from period to period.
std::vector<relation_line> lines_of(const shown_relations& shown, const metric_relation& one);

/// What a relation says, in words that claim no cause.
std::vector<std::string> remarks_on(const shown_relations& shown, const metric_relation& one);

/// `-0.74`; a dash where there is none.
std::string rho_text(const std::optional<double>& rho, const wording& say);

/// `0.013`, `< 0.001`; a dash where there is none.
std::string p_text(const std::optional<double>& p, const wording& say);

}  // namespace cxm
