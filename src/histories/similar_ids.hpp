#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace cxm {

/// Looks for ids that differ in capitals and the spaces around them alone, which may be one person's.
class similar_ids {
public:
    void add(std::string_view id);

    /// What other ids came to; they resemble none of these.
    void absorb(const similar_ids& other);

    /// Forgets the ids, and keeps what was found.
    void forget() { seen_.clear(); }

    /// A sentence that tells of them; empty where there are none.
    std::string told(std::string_view column) const;

private:
    std::unordered_map<std::string, std::string> seen_;  ///< the first of its kind in order, by what they share
    std::uint64_t times_ = 0;
    std::string one_;  ///< a pair of them, the first in order
    std::string other_;
};

}  // namespace cxm
