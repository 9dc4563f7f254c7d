#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <cxm/measure.hpp>

namespace cxm {

/// A measure's name with what is said beside it: `mrr_start:opening:money`.
struct own_name {
    std::string key;
    std::optional<unit> of;
    std::optional<over_time> joins;

    bool says_more() const { return of || joins; }
    bool operator==(const own_name&) const = default;
};

/// Throws bad_usage where something beside the name is neither a unit nor a rule over time.
own_name parse_own_name(std::string_view text);

/// As parse_own_name reads it.
std::string spell(const own_name& name);

/// Whether a text can be the key of a measure or metric: a-z, 0-9 and _, 64 at most.
bool is_key(std::string_view text);

/// Words that no measure or metric can be called by.
bool is_reserved(std::string_view key);

}  // namespace cxm
