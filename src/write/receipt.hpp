#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cxm {

/// A file that a command read.
struct receipt_input {
    std::string name;
    std::optional<std::uint64_t> bytes = {};  ///< absent of a pipe, whose size nobody knows
};

/// What a result came from: enough to make it again, and to see whether it is the same.
struct receipt {
    std::string version;
    std::string command;  ///< as it was typed, a line for a shell
    std::vector<receipt_input> inputs = {};
    std::uint64_t read = 0;                  ///< rows, or records, of all inputs
    std::uint64_t passed_over = 0;           ///< of those, that do not count
    std::uint64_t refused = 0;               ///< of those, whose numbers cannot be together
    std::vector<std::string> warnings = {};  ///< that were told, with the notes
    std::vector<std::string> opening = {};   ///< sentences that a page opens with
};

/// The object of a result with its receipt as a last member, `"receipt":{"version":…}`.
std::string with_receipt(std::string json, const receipt& of);

}  // namespace cxm
