#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "run/command.hpp"
#include "run/flags/choices.hpp"

namespace cxm {

/// When output is coloured.
enum class when { to_terminals, always, never };

inline constexpr word_for<when> colour_words[] = {
    {"auto", when::to_terminals}, {"always", when::always}, {"never", when::never}};

/// Whether output is coloured; NO_COLOR, TERM=dumb and output to a file have it plain unless it always is.
bool is_coloured(when wanted, bool to_file, const streams& io);

/// The width of the terminal: COLUMNS, else what the terminal says, else 80.
std::size_t width_of(const streams& io);

/// The same of the terminal that the process writes to.
std::size_t terminal_width();

/// Whether plain characters are all that can be shown: a dumb terminal, or a locale that says C.
bool is_plain_terminal();

/// Takes standard input where no file is named; false where that is a terminal, so that help is due.
///
/// Throws bad_usage for a metric in place of a file, and where one file is named twice.
bool names_input(std::vector<std::string>& files, const streams& io);

}  // namespace cxm
