#pragma once

#include <memory>
#include <string>

#include "bytes/byte_source.hpp"

namespace cxm {

/// A source as UTF-8 with line feeds, whatever it is written in.
///
/// UTF-16 is told by its mark, Windows-1252 by the caller; where lines end in a carriage return alone, it becomes a
/// line feed. A byte order mark is left out. Where it is asked, `was_utf16` says whether it was. Throws bad_input for
/// what is no text: a web page, a workbook.
std::unique_ptr<byte_source> as_utf8(std::unique_ptr<byte_source> from, const std::string& file,
                                     bool windows_1252 = false, bool* was_utf16 = nullptr);

}  // namespace cxm
