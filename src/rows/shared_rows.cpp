#include "rows/shared_rows.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace cxm {

wanted_cells together(const std::vector<asked_cells>& questions) {
    wanted_cells whole;
    for (const asked_cells& question : questions) {
        const wanted_cells& of = *question.wanted;
        for (const std::string& column : of.columns) {
            whole.cell_of(column);
        }
        whole.perhaps_texts.insert(whole.perhaps_texts.end(), of.perhaps_texts.begin(), of.perhaps_texts.end());
        for (const std::size_t cell : of.number_cells) {
            whole.number_cells.push_back(whole.cell_of(of.columns[of.column_of(cell)]));
        }
        whole.blanks = of.blanks;
    }
    return whole;
}

shared_rows::shared_rows(const wanted_cells& together, const std::vector<asked_cells>& questions, std::size_t thread) {
    for (const asked_cells& question : questions) {
        part& added = parts_.emplace_back(part{question.sinks[thread], {}, row_batch(question.wanted->columns.size())});
        for (const std::string& column : question.wanted->columns) {
            const auto at = std::find(together.columns.begin(), together.columns.end(), column);
            added.columns.push_back(static_cast<std::size_t>(at - together.columns.begin()));
        }
    }
}

void shared_rows::add(const row_batch& given) {
    rows += given.size;
    std::optional<cell_problem> first;
    for (part& each : parts_) {
        each.batch.size = given.size;
        for (std::size_t cell = 0; cell < each.columns.size(); ++cell) {
            std::copy_n(given.column(each.columns[cell]), given.size, each.batch.column(cell));
        }
        // What is noted of how numbers are written is of the file, whoever reads them.
        std::swap(numbers, each.sink->numbers);
        try {
            each.sink->add(each.batch);
        } catch (cell_problem& problem) {
            problem.cell = each.columns[problem.cell];
            if (!first || problem.row < first->row) {
                first = std::move(problem);
            }
        }
        std::swap(numbers, each.sink->numbers);
    }
    if (first) {
        throw cell_problem(*first);
    }
}

}  // namespace cxm
