#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <span>

#include <cxm/project/beta_geometric.hpp>
#include <cxm/project/beta_geometric_fit.hpp>
#include <cxm/project/beta_geometric_model.hpp>
#include <cxm/project/fit.hpp>
#include <cxm/project/histories.hpp>

namespace cxm {

/// MBG/NBD (Batislam, Denizel & Filiztekin 2007, Int. J. Research in Marketing 24:201; erratum Wagner & Hoppe 2008): as
/// bgnbd, but a customer may leave after the first purchase too.
struct mbgnbd {
    static constexpr std::size_t size = 4;
    static constexpr std::array names{"r", "alpha", "a", "b"};

    double r;
    double alpha;  ///< in units of time
    double a;
    double b;

    static mbgnbd from_logs(const point<size>& logs) {
        return {std::exp(logs[0]), std::exp(logs[1]), std::exp(logs[2]), std::exp(logs[3])};
    }

    detail::beta_geometric shape() const { return {r, alpha, a, b + 1.0, true}; }
};

/// The most likely model. Without any repeat purchase there is none. Two parameters that run to infinity together
/// (`at_bound`) say that customers do not differ: a and b that all leave alike, r and alpha that all buy alike; a at 0,
/// or b alone at infinity, that hardly any leave.
inline fitted<mbgnbd> fit_mbgnbd(std::span<const counted_history> histories) {
    return detail::fit_beta_geometric<mbgnbd>(histories);
}

}  // namespace cxm
