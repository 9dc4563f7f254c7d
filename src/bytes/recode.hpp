#pragma once

#include <memory>
#include <string>

#include "bytes/byte_source.hpp"

namespace cxm {

// Sources as UTF-8, block by block; `name` is the file's, for messages. Each throws bad_input for what is no character.

/// Of UTF-16 without its mark, the `big` end of a unit first or last.
std::unique_ptr<byte_source> from_utf16(std::unique_ptr<byte_source> from, std::string name, bool big);

std::unique_ptr<byte_source> from_windows_1252(std::unique_ptr<byte_source> from, std::string name);

/// A line feed in place of each carriage return.
std::unique_ptr<byte_source> with_line_feeds(std::unique_ptr<byte_source> from);

}  // namespace cxm
