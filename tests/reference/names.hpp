#pragma once

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

/// Names of channels as numbers, in the order of the names.
class numbered_names {
public:
    explicit numbered_names(const std::set<std::string>& names) : names_(names.begin(), names.end()) {}

    std::uint32_t operator()(const std::string& name) const {
        return static_cast<std::uint32_t>(std::lower_bound(names_.begin(), names_.end(), name) - names_.begin());
    }

    const std::vector<std::string>& names() const { return names_; }

private:
    std::vector<std::string> names_;
};
