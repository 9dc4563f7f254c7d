#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "histories/people_histories.hpp"
#include "histories/question.hpp"
#include "run/command.hpp"
#include "run/flags/flag.hpp"
#include "run/flags/input_flags.hpp"

namespace cxm {

/// Whose rows files hold and how they are read, as texts until they are settled.
struct people_flags {
    std::vector<std::string> files = {};
    std::optional<std::string> people = {};
    std::optional<std::string> until = {};
    input_flags input = {};
};

/// Adds the arguments of a command that reads people's rows, `--people` and how files are read.
void add_flags(command_line& to, people_flags& into);

/// The same without `--people`, for commands that say by another flag whose rows they are.
void add_row_flags(command_line& to, people_flags& into);

/// The names of columns between commas: as many as `meaning` has.
///
/// Throws bad_usage where they are more or fewer, or one is empty.
std::vector<std::string> columns_of(std::string_view flag, const std::string& text, std::string_view meaning);

/// Reads the plan's file, where one is given, and takes from it whose rows these are where the flags do not say;
/// `orders` are the columns of orders, null where a command asks for none. Throws bad_usage and bad_input.
void read_plan(people_flags& given, std::optional<std::string>* orders, const streams& io);

/// What the plan and the flags say of the rows, without their events; `id` and `time` are columns.
people_question question_of(const people_flags& given, const std::string& id, const std::string& time);

/// Gathers what the files hold, and writes what there is to know of them.
std::unique_ptr<people_histories> gather(const people_question& asked, const people_flags& given, const streams& io);

/// The last moment that `--until` names: of a day its last; absent without it.
std::optional<std::int64_t> last_moment_of(const people_flags& given);

/// Says how many rows `--until` left out, where there are some.
void note_late_rows(std::uint64_t rows, const streams& io);

/// A length of time; throws bad_usage.
std::int64_t length_of(std::string_view flag, const std::string& text);

}  // namespace cxm
