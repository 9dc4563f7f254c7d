#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cxm {

/// Foreign text made safe to show, whole: what a terminal would act on or hide, and what is no UTF-8, as `\n`,
/// `\u{202e}`, `\xff`.
std::string escaped(std::string_view foreign);

/// The same of a text that may be long: at most its first 60 characters, where `cut` says that there are more.
std::string shown(std::string_view foreign, std::string_view cut = "…");

/// The same of a text whose end says most, as that of a path: at most its last 60 characters.
std::string shown_end(std::string_view foreign);

/// `'text'`, made safe. Not called quoted, as std::quoted would take texts from it.
std::string quote_of(std::string_view foreign);

/// ` (and 3 more like it)`, of what is said of the first alone; nothing where there are no others.
std::string and_more(std::size_t others);

/// Whether GitHub takes a line for a command to its runner, as it does where spaces and `::` begin it.
bool begins_command(std::string_view line);

/// A text of lines none of which is such a command: a backslash goes before the colons.
std::string without_commands(std::string_view lines);

}  // namespace cxm
