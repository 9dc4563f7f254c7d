#pragma once

#include <cstddef>

#include "languages/wording.hpp"

namespace cxm {

/// What text for people is drawn with.
struct look {
    std::size_t width = 80;  ///< columns of the terminal; lines keep within them from 60 on
    bool colour = false;
    bool ascii = false;  ///< no sign or line of our own beyond ASCII; texts of users stay as they are
    wording say = {};    ///< the language
};

}  // namespace cxm
