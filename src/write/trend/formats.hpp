#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "results/series.hpp"
#include "write/csv/cell.hpp"
#include "write/look.hpp"

namespace cxm {

/// A chart of every trend, with its verdict in words.
std::string write_trends(const report& of, const std::vector<trend>& trends, const look& drawn);

/// A line for every trend: its last value, its course and its verdict.
std::string write_trend_list(const report& of, const std::vector<trend>& trends, const look& drawn);

/// `{"schema":"cxm.trend/1","trends":[…]}`, a trend a line.
std::string trends_json(const report& of, const std::vector<trend>& trends, std::string_view currency);

/// A row a period: `period,<labels>,metric,value,unit,n,centre,lower_limit,upper_limit,signals,verdict,status,reason`.
std::string trends_csv(const report& of, const std::vector<trend>& trends, csv_texts texts);

}  // namespace cxm
