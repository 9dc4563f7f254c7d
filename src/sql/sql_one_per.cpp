#include "sql/sql_one_per.hpp"

#include <fmt/format.h>

#include "sql/calendar.hpp"
#include "sql/sql_moments.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// Conditions joined by a word.
std::string conditions_with(const std::vector<std::string>& conditions, std::string_view word) {
    std::string text;
    for (const std::string& each : conditions) {
        text += (text.empty() ? "" : " " + std::string(word) + " ") + each;
    }
    return text;
}

}  // namespace

sql_one_per::sql_one_per(const plan& p, const std::string& fault_of_where, row_cells& cells, sql_counting& to)
    : p_(p), in_(cells.dialect()), time_(time_of_keys(p)) {
    if (time_.empty() && p.one_per->counts != counted_row::same) {
        throw bad_usage(
            "one row per " + quote_of(spell(*p.one_per)) +
            " is the first of the rows, which have no order in a table; give their times, --people ID,TIME, "
            "or write " +
            quote_of(spell(*p.one_per) + ":same"));
    }
    if (!fault_of_where.empty()) {
        early_.push_back(fault_of_where);
    }
    std::vector<std::string> filled_keys;
    for (const std::string& column : p.one_per->columns) {
        key_.push_back(cells.text(column));
        filled_keys.push_back(key_.back() + " IS NOT NULL");
    }
    if (!time_.empty()) {
        const std::string cell = cells.text(time_);
        const std::string day = cells.day(time_);
        const std::string known = conditions_with(filled_keys, "AND") + " AND " + cell + " IS NOT NULL AND ";
        const std::size_t before = to.findings.size();
        refuse_moments(cells, to, known, time_);
        for (std::size_t i = before; i < to.findings.size(); ++i) {
            early_.push_back(to.findings[i].first);
        }
        const std::string offset = cells.zone_offset(time_);
        moment_ = sql_moment(in_, cells.day_number(time_), cells.clock(time_), offset);
        zoned_ = sql_when(day + " IS NOT NULL", "CASE WHEN " + offset + " IS NULL THEN 0 ELSE 1 END");
        if (p.one_per->every != grain::free) {
            period_ = sql_period_number(in_, p.one_per->every, day, cells.day_number(time_));
        }
    }
    contents_ = cells.contents();
}

std::string sql_one_per::keys() const {
    std::string text;
    for (const std::string& key : key_) {
        text += key + ", ";
    }
    return text + (period_.empty() ? "" : "key_period, ") + "takes_part";
}

void sql_one_per::add(std::vector<sql_stage>& to) const {
    std::string takes_part = conditions_with(
        [this] {
            std::vector<std::string> conditions;
            for (const std::string& key : key_) {
                conditions.push_back(key + " IS NOT NULL");
            }
            return conditions;
        }(),
        "AND");
    for (const std::string& fault : early_) {
        takes_part += "\n  AND CASE WHEN " + fault + " THEN 0 ELSE 1 END = 1";
    }
    const std::string judged = to.back().name;
    to.push_back({"cxm_keys",
                  "Whether a row has a key, when it was, and all that is used of it.",
                  {judged + ".*", sql_column("CASE WHEN " + takes_part + " THEN 1 ELSE 0 END", "takes_part"),
                   sql_column(moment_.empty() ? "0" : moment_, "key_moment"),
                   sql_column(zoned_.empty() ? "0" : zoned_, "key_zoned"), sql_column(contents_, "key_contents")},
                  judged});
    if (!period_.empty()) {
        to.back().columns.push_back(sql_column(period_, "key_period"));
    }
    const bool same = p_.one_per->counts == counted_row::same;
    const std::string order = "CASE WHEN key_moment IS NULL THEN 1 ELSE 0 END, key_moment" +
                              std::string(p_.one_per->counts == counted_row::last ? " DESC" : "");
    const std::string part = "PARTITION BY " + keys() + " ORDER BY ";
    const std::string text = filled(in_.ordered, "key_contents");
    to.push_back({"cxm_places",
                  "The places of rows among those of their key; of equal ones any.",
                  {"cxm_keys.*",
                   sql_column("ROW_NUMBER() OVER (" + part + (same ? text : order + ", " + text) + ")", "key_place"),
                   sql_column(same ? "1" : "RANK() OVER (" + part + order + ")", "key_rank"),
                   sql_column("MIN(CASE WHEN takes_part = 1 THEN key_zoned END) OVER ()", "least_zoned"),
                   sql_column("MAX(CASE WHEN takes_part = 1 THEN key_zoned END) OVER ()", "most_zoned")},
                  "cxm_keys"});
    const std::string alike = "PARTITION BY " + keys() + ", key_rank";
    to.push_back({"cxm_rivals",
                  same ? "Whether rows of a key differ." : "Whether rows of a key that are of one time differ.",
                  {"cxm_places.*", sql_column("MIN(key_contents) OVER (" + alike + ")", "least_contents"),
                   sql_column("MAX(key_contents) OVER (" + alike + ")", "most_contents")},
                  "cxm_places"});
    std::string key = sql_text(in_, "rows with " + shown(p_.one_per->columns[0]) + " '");
    key += " || " + key_[0] + " || ";
    const std::string differ = same ? "' differ; :first or :last takes one of them"
                                    : "' are of one time and differ: nobody knows which counts";
    to.push_back(
        {"cxm_chosen",
         "One row of each key, and those without one.",
         {"cxm_rivals.*",
          sql_column(sql_case({{"wrong_of_row IS NOT NULL", "wrong_of_row"},
                               {"takes_part = 1 AND least_contents <> most_contents", key + sql_text(in_, differ)},
                               {"takes_part = 1 AND least_zoned <> most_zoned",
                                sql_text(in_, shown(time_) + " has times with a zone and times without one: "
                                                             "nobody knows which come first")}}),
                     "wrong")},
         "cxm_rivals",
         "takes_part = 0 OR key_place = 1"});
}

}  // namespace cxm
