#pragma once

#include <string_view>

namespace cxm {

/// What the program is built of: a commit, with `-dirty` behind it where files were changed since; `unknown` without
/// git.
extern const std::string_view commit;

}  // namespace cxm
