#pragma once

#include <string_view>

namespace cxm {

// Of open files by their descriptors; false leaves the reason in errno.

bool write_all(int to, std::string_view text);

/// Copies a file from where it stands to its end.
bool copy_rest(int from, int to);

}  // namespace cxm
