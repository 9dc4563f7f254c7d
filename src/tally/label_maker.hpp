#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>

#include "plan/label_source.hpp"
#include "rows/row_batch.hpp"
#include "values/dates.hpp"
#include "values/moment.hpp"

namespace cxm {

/// Makes labels of cells that are dates or numbers; of the labels 16 bytes are readable.
class label_maker {
public:
    label_maker(label_source source, const std::string& date_format, const zone_wanted& zone);

    /// The label of a cell; blank of a blank one. Throws cell_problem, with the number of the cell.
    std::string_view label_of(std::size_t cell, std::string_view text, number_reader& numbers);

    /// Room for those of a batch.
    std::array<std::string_view, row_batch::most> labels;

private:
    std::string_view hour_in_zone(std::size_t cell, std::string_view text);
    std::string_view hour_of(std::size_t cell, std::string_view text);
    std::string_view kept(const std::string& label);

    label_source source_;
    std::string date_format_;
    zone_wanted zone_;
    date_reader dates_;
    std::map<std::string, std::string, std::less<>> known_;
};

}  // namespace cxm
