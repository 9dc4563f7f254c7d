#pragma once

#include <span>
#include <string_view>

namespace cxm {

/// A sample file that the program carries.
struct demo_file {
    std::string_view name;
    std::string_view text;
};

std::span<const demo_file> demo_files();

}  // namespace cxm
