#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <cxm/period.hpp>

#include "intake/reconciler.hpp"
#include "records/records.hpp"

namespace cxm {

/// The customers at the edges of each group's periods: a period that follows another starts with those that it ended
/// with. Looks at the first million records.
class stock_joins {
public:
    void add(const records& block);

    /// Adds what comes later in the input.
    void add(const stock_joins& later);

    /// Where stocks do not join, in the order of the input.
    std::vector<remark> remarks() const;

private:
    static constexpr std::size_t most = std::size_t(1) << 20;

    struct stock {
        std::uint64_t group;  ///< a hash of the labels
        period when;
        double start;
        double end;
        std::size_t source;  ///< a file, or what a record that stands in none is called
        std::uint64_t line;  ///< 0 where it stands in none
    };
    std::vector<std::string> sources_;
    std::vector<stock> stocks_;

    std::string place(const stock& s) const;
};

}  // namespace cxm
