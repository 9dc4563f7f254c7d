#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace cxm {

/// A stretch of input that ends between two records.
struct input_block {
    std::shared_ptr<const std::string> text;
    std::uint64_t line = 1;    ///< of its first byte
    std::uint64_t column = 1;  ///< of its first byte, in characters
    std::uint64_t lines = 0;   ///< ends of lines in it
    bool first = false;        ///< nothing but a header stands before it
    bool last = false;         ///< the input ends with it
};

}  // namespace cxm
