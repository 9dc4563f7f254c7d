#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "run/flags/choices.hpp"

namespace cxm {

/// One flag of a command and where its text goes; numbers are read by the one strict parser, never here.
struct flag {
    std::string names;  ///< "-o,--output"
    std::string value;  ///< what stands for it in help; empty for a switch; FILE, KEY and MEASURE complete
    std::string help;
    std::variant<bool*, std::optional<std::string>*, std::vector<std::string>*> into;
    std::string group = "Options";
    choices words = {};  ///< that its value is one of; empty where it may be anything
};

/// A command line: what it is called, its arguments without a dash, and its flags.
struct command_line {
    std::string name;  ///< "cxm report"
    std::string summary = {};
    std::string examples = {};       ///< a command for a shell a line
    std::string footer = {};         ///< shown at the end of help
    std::string operands_name = {};  ///< "FILE"; empty where there are none
    std::string operands_help = {};
    std::vector<std::string>* operands = nullptr;
    std::vector<flag> flags = {};
    std::string of_metric = {};  ///< the key of the one metric that it is about, whose numbers are flags
    choices operand_words = {};  ///< that the argument is one of; empty where it may be anything, or is given
};

/// `--help`, which every command has.
flag help_flag();

/// The names of a flag, one by one: "-o" and "--output".
std::vector<std::string> names_of(const flag& f);

/// The flag of that name; null where there is none.
const flag* find_flag(const command_line& line, std::string_view name);

/// Whether anything was given for a flag, once the flags are read.
bool is_given(const flag& f);

/// Reads the arguments; returns the text of what is asked for instead, help or what may follow (see complete.hpp).
///
/// Throws bad_usage with a "did you mean".
std::optional<std::string> read_flags(const command_line& line, const std::vector<std::string>& arguments);

/// What `--help` prints, at the terminal's width.
std::string help_of(const command_line& line);

}  // namespace cxm
