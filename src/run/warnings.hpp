#pragma once

#include <string>
#include <string_view>

#include "intake/listener.hpp"
#include "run/command.hpp"
#include "text/warnings.hpp"

namespace cxm {

/// Writes to the errors' stream; where nobody reads it any more, that is no error.
void tell(const streams& io, std::string_view text);

/// Writes one warning to the errors' stream; where input is read strictly, refuses by it instead.
void warn(const streams& io, const std::string& text, bool strict = false);

/// Takes warnings in the same way.
warning_sink warnings_to(const streams& io, bool strict = false);

/// Writes what was decided in no doubt, which is no warning.
void note(const streams& io, const std::string& text);

/// Adds to what the run has read.
void count_rows(const streams& io, const rows_counted& rows);

/// Warnings go to the errors' stream, and on a terminal a line there tells how far a long reading is.
listener listening(const streams& io);

}  // namespace cxm
