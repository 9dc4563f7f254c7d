#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <cxm/project/customer_summary.hpp>

#include "rows/read_rows.hpp"

namespace cxm {

/// Customers a row each: the cells that are wanted are the customer's name, x, t_x, T and, where `means` is set, the
/// mean amount of the repeat purchases; `segment` is the cell of what the customer belongs to, where that is read.
/// Times are multiplied by `scale`.
class history_rows : public file_sink {
public:
    history_rows(bool means, std::optional<std::size_t> segment, double scale)
        : means_(means), segment_(segment), scale_(scale) {}

    void add(const row_batch& batch) override;

    std::vector<customer_summary> customers = {};  ///< numbered from 0 as they come
    std::vector<std::string> names = {};
    std::vector<std::string> segment_of = {};  ///< empty where none are read

private:
    bool means_;
    std::optional<std::size_t> segment_;
    double scale_;

    double number_in(const row_batch& batch, std::size_t cell, std::size_t row);
};

}  // namespace cxm
