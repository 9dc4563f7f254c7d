#pragma once

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "catch.hpp"
#include "intake/read_whole.hpp"
#include "run/runs.hpp"

// A law over the flags of all commands: what each does is shown by two runs, without it and with it, that differ, or of
// which the second is refused. A new flag that stands in no list fails, and so does one that nothing comes of.

/// How a flag is shown to act.
struct shown_by {
    std::string name;
    words given;                        ///< the flag and its value
    words beside = {};                  ///< what both runs have besides
    std::string input = {};             ///< the text of the file that both read, where not the command's own
    std::optional<words> instead = {};  ///< a whole line of its own, in place of the command's
};

using rows_of_flags = std::vector<shown_by>;

inline words operator+(words first, const words& more) {
    first.insert(first.end(), more.begin(), more.end());
    return first;
}

inline rows_of_flags operator+(rows_of_flags first, const rows_of_flags& more) {
    first.insert(first.end(), more.begin(), more.end());
    return first;
}

/// A command as the law runs it.
struct command_shown {
    std::set<std::string> flags;  ///< those that it offers
    words line;
    std::string input = {};  ///< of the file that it reads; empty where it reads none
    rows_of_flags rows = {};
};

/// The flags of output; amounts and signs are shown by what they need.
inline rows_of_flags of_output(const shown_by& currency, const shown_by& ascii) {
    return {{"--format", {"--format", "json"}},
            {"--json", {"--json"}},
            {"--output", {"--output", "/dev/null"}},
            {"--csv-safe", {"--csv-safe"}},  // refused where the format is no CSV
            {"--excel", {"--excel", "fr"}},  // likewise
            {"--lang", {"--lang", "fr"}},
            {"--color", {"--color", "always"}},
            {"--brief", {"--brief"}},
            {"--no-summary", {"--no-summary"}},
            currency,
            ascii};
}

/// Measures are flags too, by a law of their own.
inline bool is_measure(const std::string& flag) {
    std::string key = flag.substr(2);
    std::replace(key.begin(), key.end(), '-', '_');
    const cxm::catalogue known;
    for (const cxm::measure* m : known.measures()) {
        const std::string_view whole = m->key;
        const std::size_t end = whole.find('_');
        if (whole == key || (end != whole.npos && whole.substr(end + 1) == key)) {
            return true;
        }
    }
    return false;
}

/// What is said last of a flag, of one command alone, counts.
inline const shown_by* row_of(const rows_of_flags& rows, const std::string& flag) {
    const auto at = std::find_if(rows.rbegin(), rows.rend(), [&](const shown_by& row) { return row.name == flag; });
    return at == rows.rend() ? nullptr : &*at;
}

inline void hold_to_law(const command_shown& command) {
    for (const std::string& flag : command.flags) {
        if (!flag.starts_with("--") || flag == "--help" || flag == "--annualize" || is_measure(flag)) {
            continue;
        }
        INFO(command.line.front() << " " << flag);
        const shown_by* const row = row_of(command.rows, flag);
        CHECK(row != nullptr);
        if (row == nullptr) {
            continue;
        }
        words line = row->instead.value_or(command.line) + row->beside;
        const std::string& text = row->input.empty() ? command.input : row->input;
        const scratch_file file("input.csv", text);
        if (!text.empty()) {
            line.push_back(file.path());
        }
        const ran without = run_program(line);
        const ran with = run_program(line + row->given);
        INFO("without: " << without.err << "with: " << with.err);
        CHECK((with.out != without.out || with.err != without.err || with.code != without.code));
    }
}
