#pragma once

#include <optional>
#include <string>

#include <cxm/interval/basis.hpp>

#include "languages/wording.hpp"
#include "write/json/object.hpp"

namespace cxm {

/// `44.4 %`.
std::string share_text(double share, const wording& say = {});

/// `36.9 to 52.1 %`; empty where there are none.
std::string limits_text(const std::optional<interval>& limits, const wording& say = {});

/// A share of n with its limits as a member of an object; null where there is none.
void append_share(json_object& to, std::string_view key, const std::optional<double>& share,
                  const std::optional<interval>& limits, double n);

}  // namespace cxm
