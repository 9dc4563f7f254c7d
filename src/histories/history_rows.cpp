#include "histories/history_rows.hpp"

#include <cmath>

#include <fmt/format.h>

#include "rows/encoding.hpp"
#include "text/shown.hpp"
#include "text/utf8.hpp"

namespace cxm {

namespace {

enum history_cell : std::size_t { name_cell, x_cell, t_x_cell, end_cell, mean_cell };

constexpr double most_purchases = 1e9;

}  // namespace

double history_rows::number_in(const row_batch& batch, std::size_t cell, std::size_t row) {
    const std::string_view text = batch.column(cell)[row];
    const auto number = numbers.number(text);
    if (!number || *number < 0) {
        throw cell_problem{cell, text.empty() ? "is blank" : quoted(text) + " is no number of 0 or more", false, row};
    }
    return *number;
}

void history_rows::add(const row_batch& batch) {
    rows += batch.size;
    for (std::size_t row = 0; row < batch.size; ++row) {
        const std::string_view name = batch.column(name_cell)[row];
        if (first_invalid_utf8(name) != name.npos) {
            throw cell_problem{name_cell, {}, true, row};
        }
        const double x = number_in(batch, x_cell, row);
        const double t_x = number_in(batch, t_x_cell, row);
        const double end = number_in(batch, end_cell, row);
        const double mean = means_ ? number_in(batch, mean_cell, row) : 0;
        const auto refuse = [row](std::size_t cell, const std::string& finding) {
            throw cell_problem{cell, finding, false, row};
        };
        if (x != std::floor(x) || x >= most_purchases) {
            refuse(x_cell, fmt::format("{:.15g} is no whole number of repeat purchases", x));
        }
        if (t_x > end) {
            refuse(t_x_cell,
                   fmt::format("{:.15g} is beyond the end of the observation, {:.15g}; it is the time from the "
                               "first purchase to the last, and not that since the last",
                               t_x, end));
        }
        if (x > 0 && t_x == 0) {
            refuse(t_x_cell,
                   fmt::format("is 0, though {:.15g} repeat purchase{} came after the first", x, x == 1 ? "" : "s"));
        }
        if (x == 0 && t_x > 0) {
            refuse(t_x_cell,
                   fmt::format("{:.15g}, though nothing was bought after the first purchase: it is 0 then", t_x));
        }
        customers.push_back({names.size(), {x, t_x * scale_, end * scale_}, x > 0 ? mean : 0, 0});
        names.emplace_back(name);
        if (segment_) {
            require_utf8(*segment_, batch.column(*segment_)[row]);
            segment_of.emplace_back(batch.column(*segment_)[row]);
        }
    }
}

}  // namespace cxm
