#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "intake/csv_cells.hpp"
#include "intake/csv_header.hpp"
#include "intake/csv_index.hpp"
#include "intake/record_builder.hpp"

namespace cxm {

/// Reads the rows of one block of CSV.
class csv_rows {
public:
    csv_rows(const csv_header& header, const catalogue& known, const input_options& options, block_place place);

    records read();

private:
    using behind = csv_cells::behind;

    std::uint64_t read_row();
    std::size_t read_found_cells(std::uint64_t& lines);
    behind read_cell(field& f, std::uint64_t& lines);
    void require_sure(std::string_view number, const char* at) const;
    void set(field& f, const csv_cell& cell);

    const csv_header& header_;
    block_place place_;
    record_builder builder_;
    csv_cells cells_;
    csv_index index_;
    std::vector<field*> fields_;
};

}  // namespace cxm
