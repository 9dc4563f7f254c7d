#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "records/records.hpp"

namespace cxm {

/// The labels that stay apart when records are pooled, and the records that lack them.
class kept_labels {
public:
    using columns = std::vector<const records::label_column*>;

    /// Each name counts once.
    explicit kept_labels(const std::vector<std::string>& names);

    const std::vector<std::string>& names() const { return names_; }

    /// The columns of a block, null where it has none.
    columns in(const records& block) const;

    /// Counts the records of a block that lack a label; whether any did so far.
    bool any_lacks(const records& block, const columns& kept);

    /// Throws bad_input where a record lacked one, and says how many did.
    void require_given() const;

private:
    /// The records that lack a label.
    struct lack {
        std::uint64_t records = 0;
        std::string first;  ///< its place
        std::string meant;  ///< the labels that may be meant
    };

    std::vector<std::string> names_;
    std::vector<lack> lacking_;  ///< by label
    std::uint64_t seen_ = 0;     ///< records

    void refuse(const std::string& name, const lack& l) const;
};

}  // namespace cxm
