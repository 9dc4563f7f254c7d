#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cxm {

/// One named step of a query.
struct sql_stage {
    std::string name;
    std::string comment;               ///< what it does, for who reviews it
    std::vector<std::string> columns;  ///< each with its name
    std::string from;
    std::string where = {};
    std::string group = {};
    bool is_kept = false;  ///< what it computes is used often
};

/// `expression AS name`.
std::string sql_column(const std::string& expression, const std::string& name);

/// The steps one after another, the last one as the query's result, in this order; `kept` stands
/// before those that are.
std::string spell(const std::vector<sql_stage>& stages, const std::string& order, std::string_view kept = {});

/// `CASE WHEN a THEN b … ELSE c END`, each on a line of its own where they are several.
std::string sql_case(const std::vector<std::pair<std::string, std::string>>& cases, const std::string& otherwise = {});

/// Ten digits, `cxm_digits`, which crossed with themselves number what SQL has no list of.
sql_stage sql_digits_stage(std::string comment);

}  // namespace cxm
