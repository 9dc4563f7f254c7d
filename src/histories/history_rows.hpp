#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cxm/project/customer_summary.hpp>

#include "rows/read_rows.hpp"

namespace cxm {

/// Which of the cells that are wanted are what of customers.
struct history_cells {
    std::optional<std::size_t> name = {};
    std::size_t x = 0;
    std::size_t t_x = 0;
    std::size_t end = 0;                        ///< T
    std::optional<std::size_t> mean = {};       ///< amount of the repeat purchases
    std::optional<std::size_t> customers = {};  ///< how many are alike in all that; absent: a row each
    std::optional<std::size_t> segment = {};
    std::size_t findings = 0;  ///< of a query, the first of `columns_of_findings`, where the file has them
};

/// Customers, a row each or a row for all who are alike. Times are multiplied by `scale`. Throws bad_input where a
/// query says that it refused rows, or where fewer rows come than it says there are.
class history_rows : public file_sink {
public:
    history_rows(const history_cells& cells, double scale) : cells_(cells), scale_(scale) {}

    void begin_file(const csv_layout& of) override;
    void begin_file(const json_layout& of) override;
    void add(const row_batch& batch) override;

    /// Once a file is read.
    void end_file(const std::string& file);

    std::vector<customer_summary> customers = {};  ///< numbered from 0 as they come
    std::vector<std::string> names = {};           ///< blank where rows have none
    std::vector<std::string> segment_of = {};      ///< empty where none are read

private:
    history_cells cells_;
    double scale_;
    std::string file_ = {};
    bool has_findings_ = false;
    std::uint64_t promised_ = 0;
    std::uint64_t came_ = 0;

    void require_whole(const row_batch& batch, std::size_t row);
    std::string_view text_in(const row_batch& batch, std::size_t cell, std::size_t row) const;
    double number_in(const row_batch& batch, std::size_t cell, std::size_t row);
    double customers_in(const row_batch& batch, std::size_t row);
    purchase_history history_in(const row_batch& batch, std::size_t row);
};

}  // namespace cxm
