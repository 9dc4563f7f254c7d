#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "languages/wording.hpp"
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

/// The list as tables of Markdown, and the charts as a table of periods each.
std::string markdown_trend_list(const report& of, const std::vector<trend>& trends, const wording& say = {});
std::string markdown_trends(const report& of, const std::vector<trend>& trends, const wording& say = {});

/// A row a period: `period,<labels>,metric,value,unit,n,centre,lower_limit,upper_limit,signals,verdict,year_before`,
/// `status,reason,chart,sigma_z`, then, where it was asked for, the change since the year before.
std::string trends_csv(const report& of, const std::vector<trend>& trends, csv_texts texts);

}  // namespace cxm
