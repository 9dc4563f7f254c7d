#pragma once

#include <string>
#include <string_view>

namespace cxm {

/// What to say of a date that is not written as ISO 8601 but can be read by a format: by one, ` (--date-format …)`; by
/// two, where nobody knows whether the day or the month is first, what each makes of it. Empty where none comes to
/// mind.
std::string readings_of(std::string_view cell);

}  // namespace cxm
