#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "run/command.hpp"

namespace cxm {

/// Writes one warning to the errors' stream; where input is read strictly, refuses by it instead.
void warn(const streams& io, const std::string& text, bool strict = false);

/// Warns of the first few of a run in full, and counts the others; refuses by the first where input is read strictly.
class counted_warnings {
public:
    /// `others` ends the sentence "and 3 more …".
    counted_warnings(const streams& io, std::string others, bool strict = false)
        : io_(io), others_(std::move(others)), strict_(strict) {}

    void add(const std::vector<std::string>& texts);
    void finish() const;

private:
    streams io_;
    std::string others_;
    bool strict_;
    std::size_t count_ = 0;
};

}  // namespace cxm
