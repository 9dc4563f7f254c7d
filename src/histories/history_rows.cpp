#include "histories/history_rows.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bytes/byte_source.hpp"
#include "rows/csv_scan.hpp"
#include "rows/encoding.hpp"
#include "rows/json_scan.hpp"
#include "rows/passed_over.hpp"
#include "text/problem.hpp"
#include "text/shown.hpp"
#include "text/utf8.hpp"

namespace cxm {

namespace {

constexpr double most_purchases = 1e9;
constexpr double most_customers = 9007199254740992.0;  ///< up to which whole numbers are exact

[[noreturn]] void refuse(std::size_t cell, std::size_t row, const std::string& finding) {
    throw cell_problem{cell, finding, false, row};
}

}  // namespace

void history_rows::begin_file(const csv_layout& of) {
    file_ = of.file;
    has_findings_ = of.wanted.size() > cells_.findings;
}

void history_rows::begin_file(const json_layout& of) {
    file_ = of.file;
    has_findings_ = of.wanted.size() > cells_.findings;
}

std::string_view history_rows::text_in(const row_batch& batch, std::size_t cell, std::size_t row) const {
    const std::string_view text = batch.column(cell)[row];
    if (first_invalid_utf8(text) != text.npos) {
        throw cell_problem{cell, {}, true, row};
    }
    return text;
}

double history_rows::number_in(const row_batch& batch, std::size_t cell, std::size_t row) {
    const std::string_view text = batch.column(cell)[row];
    const auto number = numbers.number(text);
    if (!number || *number < 0) {
        refuse(cell, row, text.empty() ? "is blank" : quote_of(text) + " is no number of 0 or more");
    }
    return *number;
}

double history_rows::customers_in(const row_batch& batch, std::size_t row) {
    if (!cells_.customers) {
        return 1;
    }
    const double count = number_in(batch, *cells_.customers, row);
    if (count < 1 || count != std::floor(count) || count > most_customers) {
        refuse(*cells_.customers, row,
               fmt::format("{:.15g} is no whole number of customers, from 1 on, who are alike", count));
    }
    return count;
}

purchase_history history_rows::history_in(const row_batch& batch, std::size_t row) {
    const double x = number_in(batch, cells_.x, row);
    const double t_x = number_in(batch, cells_.t_x, row);
    const double end = number_in(batch, cells_.end, row);
    if (x != std::floor(x) || x >= most_purchases) {
        refuse(cells_.x, row, fmt::format("{:.15g} is no whole number of repeat purchases", x));
    }
    if (t_x > end) {
        refuse(cells_.t_x, row,
               fmt::format("{:.15g} is beyond the end of the observation, {:.15g}; it is the time from the "
                           "first purchase to the last, and not that since the last",
                           t_x, end));
    }
    if (x > 0 && t_x == 0) {
        refuse(cells_.t_x, row,
               fmt::format("is 0, though {:.15g} repeat purchase{} came after the first", x, x == 1 ? "" : "s"));
    }
    if (x == 0 && t_x > 0) {
        refuse(cells_.t_x, row,
               fmt::format("{:.15g}, though nothing was bought after the first purchase: it is 0 then", t_x));
    }
    return {x, t_x * scale_, end * scale_};
}

/// Before anything else of the row: where rows are refused, nothing else of it can be relied on.
void history_rows::require_whole(const row_batch& batch, std::size_t row) {
    const auto is_blank = [&](std::size_t i) { return batch.column(cells_.findings + i)[row].empty(); };
    if (is_blank(0) && is_blank(1) && is_blank(2)) {
        return;
    }
    const double refused = number_in(batch, cells_.findings, row);
    if (refused > 0) {
        throw bad_input(name_of(file_), rows_refused(refused, text_in(batch, cells_.findings + 1, row)));
    }
    promised_ = std::max(promised_, static_cast<std::uint64_t>(number_in(batch, cells_.findings + 2, row)));
}

void history_rows::add(const row_batch& batch) {
    rows += batch.size;
    came_ += batch.size;
    for (std::size_t row = 0; row < batch.size; ++row) {
        if (has_findings_) {
            require_whole(batch, row);
        }
        const std::string_view name = cells_.name ? text_in(batch, *cells_.name, row) : std::string_view();
        const purchase_history of = history_in(batch, row);
        const double mean = cells_.mean ? number_in(batch, *cells_.mean, row) : 0;
        customers.push_back({names.size(), of, of.x > 0 ? mean : 0, 0, customers_in(batch, row)});
        names.emplace_back(name);
        if (cells_.segment) {
            require_utf8(*cells_.segment, batch.column(*cells_.segment)[row]);
            segment_of.emplace_back(batch.column(*cells_.segment)[row]);
        }
    }
}

void history_rows::end_file(const std::string& file) {
    passed_over seen;
    seen.promised = promised_;
    seen.came = came_;
    (void)findings(seen, file, came_);
    promised_ = 0;
    came_ = 0;
}

}  // namespace cxm
