#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <cxm/period.hpp>

#include "tables/memory.hpp"
#include "values/fixed.hpp"

namespace cxm {

/// Figures of periods and labels, in units of 10^-18.
class period_figures {
public:
    /// So many of each period and label.
    period_figures(std::size_t figures, memory_budget& budget) : figures_(figures), budget_(&budget) {}

    /// Of a period, by its first day, and a label, by its number; good until the next call.
    int128* at(std::int32_t period, std::uint32_t label);

    void count(std::int32_t period, std::uint32_t label, std::size_t figure) {
        at(period, label)[figure] += fixed_of(1);
    }

    /// Throws bad_input where the sum leaves the range.
    void add(std::int32_t period, std::uint32_t label, std::size_t figure, int128 amount);

    void absorb(const period_figures& other);

    template <class Each>
    void for_each(Each each) const {
        for (const auto& [key, place] : places_) {
            each(static_cast<std::int32_t>(key >> 32), static_cast<std::uint32_t>(key), values_.data() + place);
        }
    }

private:
    std::size_t figures_;
    memory_budget* budget_;
    std::unordered_map<std::uint64_t, std::size_t> places_;
    std::vector<int128> values_;
};

/// Periods by their first days, of days that are mostly in the same as the one before.
class period_finder {
public:
    explicit period_finder(grain every) : every_(every) {}

    std::int32_t first_of(std::int32_t day);

private:
    grain every_;
    period last_{};
    bool met_ = false;
};

/// A record to be, of what people did.
struct figure_row {
    std::int32_t period;  ///< its first day; no_day for none
    std::vector<std::string> labels;
    std::vector<int128> values;
    std::vector<std::uint8_t> why;  ///< of each value, the place of the reason why it is missing; 0: it is there
};

struct figure_table {
    std::vector<std::string_view> measures;
    std::vector<figure_row> rows;
    std::vector<std::string> reasons = {""};  ///< why values are missing
    bool is_zero_elsewhere = false;           ///< of the periods and labels that it does not have
};

/// How a stock goes from period to period: what it opens and closes with, and what it grows and shrinks by, as places
/// among the measures of a table.
struct stock_rule {
    std::size_t opening;
    std::size_t closing;
    std::vector<std::size_t> gains;
    std::vector<std::size_t> losses;
};

/// The periods from the first to that of the last day; throws bad_input where they are too many.
std::vector<period> periods_between(std::int32_t first, std::int32_t last, grain every);

/// The rows of figures, of groups in which something was counted.
void add_rows(const period_figures& of, const std::vector<std::string>& labels, std::size_t figures,
              figure_table& into);

/// The same for all of the periods and every label, with what a stock comes to.
void add_stock_rows(const period_figures& of, const std::vector<std::string>& labels, std::size_t figures,
                    const std::vector<period>& periods, const stock_rule& stock, memory_budget& budget,
                    figure_table& into);

}  // namespace cxm
