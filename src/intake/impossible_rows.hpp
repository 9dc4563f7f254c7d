#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "catalogue/consistency.hpp"
#include "intake/reconciler.hpp"
#include "records/records.hpp"

namespace cxm {

/// The records whose values cannot be of one record together, each oddity once, whatever metrics it is of.
class impossible_rows {
public:
    explicit impossible_rows(const records& rows) : rows_(rows) {}

    /// Adds what is impossible in a metric's inputs.
    void look_at(const metric& m, const consistency& own);

    /// Adds where a measure is more than what it counts a part of, in no metric perhaps.
    void look_at(const measure& part);

    std::vector<remark> remarks() const;

private:
    const records& rows_;
    std::map<std::pair<std::size_t, std::string>, std::vector<const metric*>> metrics_of_;  ///< by row and text
};

}  // namespace cxm
