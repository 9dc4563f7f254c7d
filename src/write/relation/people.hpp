#pragma once

#include <string>

#include "results/relation_of_people.hpp"
#include "write/csv/cell.hpp"
#include "write/look.hpp"

namespace cxm {

std::string table_relation_of_people(const relation_of_people& of, const look& drawn, csv_texts texts);
std::string json_relation_of_people(const relation_of_people& of, const look& drawn, csv_texts texts);
std::string csv_relation_of_people(const relation_of_people& of, const look& drawn, csv_texts texts);
std::string markdown_relation_of_people(const relation_of_people& of, const look& drawn, csv_texts texts);

}  // namespace cxm
