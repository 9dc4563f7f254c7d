#pragma once

#include <stdexcept>
#include <string>

#include "text/shown.hpp"

namespace cxm {

/// Exit codes, public interface.
enum class exit_code { fine = 0, check_failed = 1, usage = 2, refused = 3, unwritable = 4, internal = 70 };

/// Something the user can put right; its text is one line: place, what was found, what to do.
struct problem : std::runtime_error {
    problem(exit_code kind, const std::string& what) : std::runtime_error(what), code(kind) {}
    exit_code code;
    bool has_place = false;  ///< the text begins with file, line or flag
};

/// Input that is refused, with its place (`shop.csv:3:5`, may be empty).
struct bad_input : problem {
    bad_input(const std::string& place, const std::string& finding);
};

/// A command line that makes no sense.
struct bad_usage : problem {
    explicit bad_usage(const std::string& finding) : problem(exit_code::usage, finding) {}
};

/// Output that could not be written.
struct cannot_write : problem {
    explicit cannot_write(const std::string& finding) : problem(exit_code::unwritable, finding) {}
};

}  // namespace cxm
