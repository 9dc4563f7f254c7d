#pragma once

#include <string>
#include <vector>

#include <cxm/project/customer_summary.hpp>

#include "rows/read_rows.hpp"

namespace cxm {

/// Customers a row each: the cells that are wanted are the customer's name, x, t_x, T and, where `means` is set, the
/// mean amount of the repeat purchases. Times are multiplied by `scale`.
class history_rows : public file_sink {
public:
    history_rows(bool means, double scale) : means_(means), scale_(scale) {}

    void add(const row_batch& batch) override;

    std::vector<customer_summary> customers = {};  ///< numbered from 0 as they come
    std::vector<std::string> names = {};

private:
    bool means_;
    double scale_;

    double number_in(const row_batch& batch, std::size_t cell, std::size_t row);
};

}  // namespace cxm
