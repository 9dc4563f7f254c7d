#include "rows/front_numbers.hpp"

#include <vector>

#include "bytes/byte_source.hpp"
#include "text/problem.hpp"

namespace cxm {

number_reader numbers_of(const wanted_cells& wanted, const front_source& table, const csv_layout& layout,
                         std::optional<char> decimal_said) {
    std::vector<bool> numbers(wanted.columns.size() + wanted.changed_cells.size());
    for (const std::size_t cell : wanted.number_cells) {
        numbers[cell] = true;
    }
    number_looks looks;
    for_front_cells(table, layout, [&](std::size_t cell, std::string_view text) {
        if (numbers[cell]) {
            looks.look(text);
        }
    });
    if (decimal_said) {
        return number_reader(number_form{*decimal_said, true, looks.currency});
    }
    if (looks.points && looks.commas) {
        refuse_either_mark(layout.file);
    }
    const bool told = looks.points || looks.commas;
    return number_reader(number_form{looks.commas ? ',' : '.', told, looks.currency}, !told && layout.delimiter == ';');
}

void refuse_either_mark(const std::string& file) {
    throw bad_input(name_of(file), "has numbers with decimal points and with decimal commas; say which by --decimal");
}

}  // namespace cxm
