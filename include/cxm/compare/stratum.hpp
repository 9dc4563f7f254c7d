#pragma once

#include <cmath>

#include <cxm/compare/proportions.hpp>
#include <cxm/interval/basis.hpp>

namespace cxm {

/// Both groups of an A/B comparison within one segment; a group that is empty there has n = 0 and adds nothing.
struct stratum {
    proportion a;
    proportion b;
};

namespace detail {

/// Whether both groups are there. Throws std::invalid_argument for counts outside 0..n.
inline bool compares(const stratum& t) {
    require(t.a.x >= 0.0 && t.a.x <= t.a.n && t.b.x >= 0.0 && t.b.x <= t.b.n && std::isfinite(t.a.n) &&
                std::isfinite(t.b.n),
            "a proportion needs a count between 0 and its total");
    return t.a.n > 0.0 && t.b.n > 0.0;
}

}  // namespace detail

}  // namespace cxm
