#pragma once

#include <cstddef>
#include <string_view>

#include <sys/types.h>

namespace cxm {

// Of open files by their descriptors: they wait where the descriptor itself would not, and go on when interrupted.

/// Reads as read(2) does.
ssize_t read_some(int from, char* to, std::size_t size);

/// Writes all of a text; false leaves the reason in errno.
bool write_all(int to, std::string_view text);

/// Copies a file from where it stands to its end; false leaves the reason in errno.
bool copy_rest(int from, int to);

}  // namespace cxm
