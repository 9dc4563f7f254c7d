#pragma once

#include <string>

#include "results/relation.hpp"
#include "write/csv/cell.hpp"
#include "write/look.hpp"

namespace cxm {

/// Relations with the report that they are of.
struct shown_relations {
    const relation_reading& of;
    const report& figures;
    const look& drawn;
    csv_texts texts;
};

std::string table_relations(const shown_relations& shown);
std::string json_relations(const shown_relations& shown);
std::string csv_relations(const shown_relations& shown);  ///< a line a relation and lag, and one of the changes
std::string markdown_relations(const shown_relations& shown);

}  // namespace cxm
