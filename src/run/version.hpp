#pragma once

namespace cxm {

/// When this version was released, as pages of a manual say it.
inline constexpr const char* release_date = "November 27, 2026";

}  // namespace cxm
