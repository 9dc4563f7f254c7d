#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "rows/read_rows.hpp"
#include "rows/wanted_cells.hpp"

namespace cxm {

/// A question that is asked of rows beside others: its cells and its sinks, one a thread.
struct asked_cells {
    const wanted_cells* wanted;
    std::vector<file_sink*> sinks;
};

/// Hands rows to several sinks, each of which finds the cells that it asks for; one a thread.
class shared_rows : public file_sink {
public:
    /// The sinks of thread `thread`; `together` and the questions must outlive it.
    shared_rows(const wanted_cells& together, const std::vector<asked_cells>& questions, std::size_t thread);

    void add(const row_batch& given) override;

private:
    struct part {
        file_sink* sink;
        std::vector<std::size_t> columns;  ///< of all that are read, in the order it asks for them
        row_batch batch;
    };

    std::vector<part> parts_;
};

/// The cells that several questions ask for; what is made of cells they make themselves.
wanted_cells together(const std::vector<asked_cells>& questions);

}  // namespace cxm
