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

    /// Rows of another width than the header's, where the options pass over them.
    passed_over skipped() const {
        passed_over with_promise = skipped_;
        builder_.tell_promise(with_promise);
        return with_promise;
    }

private:
    using behind = csv_cells::behind;

    const csv_header& header_;
    const input_options& options_;
    block_place place_;
    record_builder builder_;
    csv_cells cells_;
    csv_index index_;
    std::vector<field*> fields_;
    passed_over skipped_;

    std::uint64_t read_row(std::uint64_t line);
    std::size_t read_known_cells(std::uint64_t& lines);
    std::size_t pass_cells(std::uint64_t& lines);
    behind read_cell(field& f, std::uint64_t& lines);
    void set(field& f, const csv_cell& cell);
    void require_sure(std::string_view number, const char* at) const;
    void require_derived(const field& f, const csv_cell& cell) const;
    void pass_over_cut(const char* opening);
};

}  // namespace cxm
