#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cxm {

/// The one of `,` `;` tab and `|` that a header holds most often outside quotes; a comma where none.
char delimiter_of(std::string_view header);

/// ` (a text goes in single quotes: 'free')` for a column that is not there, if it may be meant as one.
std::string quotes_for_text(const std::string& column, const std::vector<std::string>& perhaps_texts);

/// Without the spaces and tabs around it.
std::string_view trimmed(std::string_view cell);

}  // namespace cxm
