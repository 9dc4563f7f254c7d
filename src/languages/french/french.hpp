#pragma once

#include "languages/language.hpp"

namespace cxm {

extern const language french;

}  // namespace cxm
