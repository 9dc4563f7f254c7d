#pragma once

#include <string>
#include <string_view>

namespace cxm {

/// The one of `,` `;` tab and `|` that a header holds most often outside quotes; a comma where none.
char delimiter_of(std::string_view header);

/// Without the spaces and tabs around it.
std::string_view trimmed(std::string_view cell);

}  // namespace cxm
