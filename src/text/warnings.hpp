#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <utility>

namespace cxm {

/// Takes a warning, one sentence.
using warning_sink = std::function<void(const std::string& text)>;

/// Warns of the first few of a run in full, and counts the others.
class counted_warnings {
public:
    /// `others` ends the sentence "and 3 more …".
    counted_warnings(warning_sink to, std::string others) : to_(std::move(to)), others_(std::move(others)) {}

    void add(const std::string& text);
    void finish() const;

private:
    warning_sink to_;
    std::string others_;
    std::size_t count_ = 0;
};

}  // namespace cxm
