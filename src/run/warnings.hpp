#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "run/command.hpp"

namespace cxm {

/// Writes one warning to the errors' stream.
void warn(const streams& io, const std::string& text);

/// Warns of the first few of a run in full, and counts the others.
class counted_warnings {
public:
    /// `others` ends the sentence "and 3 more …".
    counted_warnings(const streams& io, std::string others) : io_(io), others_(std::move(others)) {}

    void add(const std::vector<std::string>& texts);
    void finish() const;

private:
    streams io_;
    std::string others_;
    std::size_t count_ = 0;
};

}  // namespace cxm
